import Foundation
import TestSupport
import Testing

@testable import Collector
import Files

@Suite struct FilePathTests {
    @Test(
        arguments: [
            ("http://h.org/a/b.mid", nil, "h.org/a/b.mid"), ("http://h.org:8080/b.mid", nil, "h.org_8080/b.mid"),
            ("http://h.org/", nil, "h.org/index.mid"), ("http://h.org/a/", nil, "h.org/a/index.mid"),
            ("http://h.org/get?id=3", nil, "h.org/get_id=3.mid"), ("http://h.org/b.php", nil, "h.org/b.php.mid"),
            ("http://h.org/b.KAR", nil, "h.org/b.KAR"), ("http://h.org/get?id=3", "Op. 20.mid", "h.org/Op. 20.mid"),
            ("http://h.org/a%2Fb.mid", nil, "h.org/a/b.mid"),
            ("http://h.org/%2e%2e%2f%2e%2e%2fb.mid", nil, "h.org/b.mid"),
            ("http://h.org/a%5Cb.mid", nil, "h.org/a_b.mid"), ("http://h.org/%FF.mid", nil, "h.org/%FF.mid"),
            ("http://h.org/x", "../../../etc/passwd", "h.org/passwd.mid"),
            ("http://h.org/x", #"C:\a\..\b.mid"#, "h.org/b.mid"),
            ("http://h.org/x", "..", "h.org/x.mid"), ("http://h.org/x", "/", "h.org/x.mid"),
            ("http://h.org/x", "a\u{0}b.mid", "h.org/a_b.mid"),
            ("http://h.org/x", "a\u{202E}dim.exe", "h.org/a_dim.exe.mid"),
            ("http://h.org/x", ".htaccess", "h.org/_htaccess.mid"), ("http://h.org/CON.mid", nil, "h.org/_CON.mid"),
            ("http://h.org/lpt1/nul.tar.mid", nil, "h.org/_lpt1/_nul.tar.mid"),
            ("http://h.org/x", "a.mid. . ", "h.org/a.mid"),
            ("http://h.org/x", "a\u{308}.mid", "h.org/\u{E4}.mid"), ("http://h.org/-rf", nil, "h.org/-rf.mid"),
        ] as [(String, String?, String)]) func `where a file lies`(_ address: String, _ name: String?, _ path: String)
        throws
    {
        let address = try #require(WebAddress(address))
        #expect(FilePath(of: address, name: name, content: .midi).description == path)
    }

    @Test func `a recipe may say another path`() throws {
        let address = try #require(WebAddress("http://h/midi.asp?file=x"))
        let path = FilePath(
            of: address, path: "beethoven/../..%2F..%2Fop18_(c)x.mid", name: "other.mid", content: .midi)
        #expect(path.description == "h/beethoven/op18_(c)x.mid")
    }

    @Test func `long names keep their ending`() throws {
        let long = String(repeating: "ä", count: 300)
        let address = try #require(WebAddress("http://h/"))
        let path = FilePath(of: address, name: long + ".mid", content: .midi)
        #expect(path.steps[1].utf8.count <= 120 && path.steps[1].hasSuffix("ä.mid"))
        let deep = try #require(WebAddress("http://h/" + String(repeating: "a/", count: 100) + "b.mid"))
        #expect(FilePath(of: deep, content: .midi).steps.count == 12)
        #expect(FilePath(of: deep, content: .midi).steps.last == "b.mid")
    }

    @Test func `no name leads out of the folder, whatever it is`() throws {
        var random = SeededGenerator(5)
        let alphabet = [
            "a", ".", "..", "/", "\\", "%2e", "%2F", "%5c", "\u{0}", "\n", ":", "CON", " ", "~", "\u{202E}", "ü", "*",
        ]
        for _ in 0..<4000 {
            let name = (0..<Int.random(in: 0...8, using: &random)).map { _ in
                alphabet.randomElement(using: &random) ?? ""
            }.joined()
            let address = try #require(WebAddress("http://h/x"))
            let paths = [
                FilePath(of: address, name: name, content: .midi), FilePath(of: address, path: name, content: .midi),
                FilePath([name, name]),
            ]
            for path in paths {
                let url = URL(fileURLWithPath: "/top/" + path.description).standardizedFileURL.path
                #expect(url == "/top/" + path.description, "\(name.debugDescription)")
                let isHarmless = path.steps.allSatisfy { step in
                    !step.isEmpty && !step.hasPrefix(".") && !step.hasSuffix(".") && !step.contains("\\")
                        && step.unicodeScalars.allSatisfy { $0.value >= 32 }
                }
                #expect(isHarmless, "\(name.debugDescription) → \(path)")
            }
        }
    }
}

@Suite struct TakenPathsTests {
    @Test func `names that are alike on some disks get numbers`() {
        var taken = TakenPaths()
        let names = ["a/b.mid", "a/B.mid", "A/b.MID", "a/b-2.mid", "a", "a/b.mid/c.mid", "a/b.mid/d.mid"]
        let paths = names.map { taken.take(FilePath($0.split(separator: "/").map(String.init)), isFree: { _ in true }) }
        #expect(
            paths == ["a/b.mid", "a/B-2.mid", "A/b-3.MID", "a/b-2-2.mid", "a-2", "a/b.mid-2/c.mid", "a/b.mid-2/d.mid"])
        #expect(Set(paths.map { $0.lowercased() }).count == paths.count)
    }

    @Test func `what lies on the disk is not written over`() {
        var taken = TakenPaths()
        #expect(taken.take(FilePath(["a.mid"]), isFree: { $0 != "a.mid" }) == "a-2.mid")
    }
}
