import Testing

@testable import MusicXML

@Suite struct PatternTests {
    static let cases: [(pattern: String, matches: [String], others: [String])] = [
        ("a|bc", ["a", "bc"], ["", "b", "abc"]),
        ("(a|b)*c", ["c", "abac"], ["ab", "cc"]),
        ("[^,]+(, ?[^,]+)*", ["é", "a, b,c"], [",", "a,,b"]),
        ("x{3}y?", ["xxx", "xxxy"], ["xx", "xxxx"]),
        ("[\\dA-F]", ["7", "A", "٣"], ["G", "a"]),
        ("\\c+", ["a-b.c:d_e", "ü"], ["a b", "²"]),
        ("a\\-b", ["a-b"], ["a\\-b"]),
    ]

    @Test(arguments: cases) func `the whole text has to match`(
        _ example: (pattern: String, matches: [String], others: [String])
    ) {
        let pattern = Pattern(example.pattern)
        #expect(example.matches.filter { !matches($0, pattern) } == [])
        #expect(example.others.filter { matches($0, pattern) } == [])
    }

    @Test func `long texts take no longer than they are`() {
        let text = String(repeating: "a, ", count: 100_000)
        #expect(!matches(text + ",", Pattern("[^,]+(, ?[^,]+)*")))
    }

    private func matches(_ text: String, _ pattern: Pattern) -> Bool { pattern.matches(Array(text.utf8).span) }
}
