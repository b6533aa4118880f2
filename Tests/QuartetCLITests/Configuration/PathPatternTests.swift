import Testing

@testable import QuartetCLI

@Suite struct PathPatternTests {
    @Test(arguments: [
        ("drafts/**", "drafts/a.xml"), ("drafts/**", "drafts/b/c/a.xml"), ("drafts/", "drafts/a.xml"),
        ("./drafts/*.xml", "drafts/a.xml"), ("*.xml", "a.xml"), ("*.xml", "deep/down/a.xml"), ("**/a.xml", "a.xml"),
        ("a/**/b.xml", "a/b.xml"), ("a/**/b.xml", "a/x/y/b.xml"), ("bwv?.mxl", "bwv1.mxl"), ("*a*b*", "xaybz"),
        ("**", "a/b"), ("../other/**", "../other/a.xml"),
    ])
    func `fits`(_ pattern: String, _ path: String) { #expect(PathPattern(pattern).matches(path)) }

    @Test(arguments: [
        ("drafts/**", "final/a.xml"), ("drafts/*", "drafts/b/a.xml"), ("*.xml", "a.mxl"), ("bwv?.mxl", "bwv12.mxl"),
        ("drafts/**", "other/drafts/a.xml"), ("a/**/b.xml", "a/b.xml/c"), ("a", "ab"), ("*a*b", "xaybz"),
    ])
    func `does not fit`(_ pattern: String, _ path: String) { #expect(!PathPattern(pattern).matches(path)) }

    @Test func `many wildcards take no long time`() {
        let pattern = PathPattern(String(repeating: "*a", count: 200) + "b")
        #expect(!pattern.matches(String(repeating: "a", count: 5000)))
        let folders = PathPattern(String(repeating: "**/a/", count: 200) + "b")
        #expect(!folders.matches(String(repeating: "a/", count: 2000) + "c"))
    }
}
