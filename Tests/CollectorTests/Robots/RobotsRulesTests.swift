import TestSupport
import Testing

@testable import Collector

@Suite struct RobotsRulesTests {
    private func allows(_ text: String, _ path: String) throws -> Bool {
        let address = try #require(WebAddress("http://example.org" + path))
        return RobotsRules(Array(text.utf8), agent: "quartet").allows(address)
    }

    @Test(arguments: [
        // The examples of RFC 9309, section 5.
        ("user-agent: quartet\nallow: /example/page/\ndisallow: /example/page/disallowed.gif", "/example/page/", true),
        (
            "user-agent: quartet\nallow: /example/page/\ndisallow: /example/page/disallowed.gif",
            "/example/page/disallowed.gif", false
        ),
        ("User-Agent: *\nDisallow: *.gif$\nDisallow: /example/\nAllow: /publications/", "/a.gif", false),
        ("User-Agent: *\nDisallow: *.gif$\nDisallow: /example/\nAllow: /publications/", "/a.gif?b", true),
        ("User-Agent: *\nDisallow: *.gif$\nDisallow: /example/\nAllow: /publications/", "/publications/a", true),
        // Whose rules.
        ("User-agent: *\nDisallow: /\n\nUser-agent: quartet\nAllow: /", "/a", true),
        ("User-agent: Quartet/1.0\nDisallow: /", "/a", false),
        ("User-agent: other\nUser-agent: QUARTET\nDisallow: /", "/a", false),
        ("User-agent: other\nDisallow: /", "/a", true),
        ("User-agent: quartetto\nDisallow: /", "/a", true),
        (
            "User-agent: quartet\nDisallow: /a\n\nUser-agent: x\nDisallow: /\n\nUser-agent: quartet\nDisallow: /b",
            "/b", false
        ),
        ("Disallow: /", "/a", true),
        // Which rule.
        ("User-agent: *\nDisallow: /a\nAllow: /a", "/a", true),
        ("User-agent: *\nAllow: /a\nDisallow: /a/b", "/a/b/c", false),
        ("User-agent: *\nDisallow:", "/a", true),
        ("User-agent: *\nDisallow: /", "/robots.txt", true),
        ("User-agent: *\nDisallow: /*/c$", "/a/b/c", false),
        ("User-agent: *\nDisallow: /*/c$", "/a/b/c/d", true),
        ("User-agent: *\nDisallow: /*?file=", "/midi.asp?file=a", false),
        ("User-agent: *\nDisallow: /%7Ea/%c3%bc", "/~a/%C3%BC", false),
        ("User-agent: *\nDisallow: /ü", "/%C3%BC", false),
        // How it is written.
        ("\u{FEFF}User-agent: *\r\nDisallow : /a # all of it\r\n", "/a", false),
        ("user-AGENT:*\nDISALLOW:/a", "/a", false),
        ("User-agent: *\nSitemap: http://x/\nDisallow: /a", "/a", false),
        ("nonsense\n:\nUser-agent: *\nDisallow: /a", "/a", false),
        ("<html>no rules</html>", "/a", true),
    ]) func `who may ask for what`(_ text: String, _ path: String, _ allowed: Bool) throws {
        #expect(try allows(text, path) == allowed)
    }

    @Test(
        arguments: [
            ("User-agent: *\nCrawl-delay: 2.5", 2.5), ("User-agent: *\nCrawl-delay: 1e300", 86_400),
            ("User-agent: *\nCrawl-delay: -3", nil), ("User-agent: *\nCrawl-delay: soon", nil),
            ("User-agent: *\nCrawl-delay: nan", nil),
            ("User-agent: x\nCrawl-delay: 9\nUser-agent: *\nDisallow: /a", nil),
        ] as [(String, Double?)]) func `how long to wait`(_ text: String, _ delay: Double?)
    {
        #expect(RobotsRules(Array(text.utf8), agent: "quartet").delay == delay)
    }

    @Test func `patterns with stars match as a plain search says`() {
        var random = SeededGenerator(3)
        func word(_ letters: String, _ count: Int) -> String {
            String(
                (0..<Int.random(in: 0...count, using: &random)).map { _ in letters.randomElement(using: &random) ?? "a"
                })
        }
        for _ in 0..<4000 {
            let (pattern, path) = ("/" + word("ab**", 6) + word("$", 1), "/" + word("ab", 8))
            #expect(
                RobotsPattern(pattern).matches(path) == Self.matches(Array(pattern), Array(path)), "\(pattern) \(path)")
        }
    }

    /// The meaning of a pattern, as it is said.
    private static func matches(_ pattern: [Character], _ path: [Character]) -> Bool {
        guard let first = pattern.first else { return true }
        if pattern == ["$"] { return path.isEmpty }
        if first == "*" {
            return (0...path.count).contains { matches(Array(pattern.dropFirst()), Array(path.dropFirst($0))) }
        }
        return path.first == first && matches(Array(pattern.dropFirst()), Array(path.dropFirst()))
    }

    @Test func `many stars take little time`() {
        let pattern = RobotsPattern("/" + String(repeating: "*a", count: 200) + "$")
        #expect(!pattern.matches("/" + String(repeating: "a", count: 2000) + "b"))
    }
}
