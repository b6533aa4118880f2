import TestSupport
import Testing

@testable import Collector

@Suite struct WebAddressTests {
    @Test(arguments: [
        ("HTTP://Example.ORG", "http://example.org/"),
        ("http://example.org:80/a", "http://example.org/a"),
        ("https://example.org:443/a", "https://example.org/a"),
        ("https://example.org:80/a", "https://example.org:80/a"),
        ("http://example.org/a/./b/../c", "http://example.org/a/c"),
        ("http://example.org/../../etc", "http://example.org/etc"),
        ("http://example.org/%2e%2E/a", "http://example.org/a"),
        ("http://example.org/a/..", "http://example.org/"),
        ("http://example.org/%7euser/%c3%bc", "http://example.org/~user/%C3%BC"),
        ("http://example.org/a b", "http://example.org/a%20b"),
        ("  http://example.org/a\n", "http://example.org/a"),
        ("http://example.org/a#b", "http://example.org/a"),
        ("http://example.org/x?file=b/c_(c)d.mid", "http://example.org/x?file=b/c_(c)d.mid"),
        ("http://[::1]:8080/", "http://[::1]:8080/"),
    ]) func `one form`(_ text: String, _ form: String) throws {
        let address = try #require(WebAddress(text))
        #expect(address.description == form)
        #expect(WebAddress(form) == address)
    }

    @Test(arguments: [
        "ftp://example.org/a", "file:///etc/passwd", "javascript:alert(1)", "mailto:a@example.org", "http://",
        "http:///a",
        "http://user:secret@example.org/", "http://example.org@evil.org/", "http://example.org:0/",
        "http://example.org:99999/", "http://exa mple.org/", "http://exa\u{0}mple.org/", "", "#top", "a.mid",
    ]) func `no address`(_ text: String) {
        #expect(WebAddress(text) == nil)
    }

    @Test(arguments: [
        ("b.mid", "http://example.org/a/b.mid"), ("../b.mid", "http://example.org/b.mid"),
        ("/b.mid", "http://example.org/b.mid"), ("?p=2", "http://example.org/a/index.htm?p=2"),
        ("//other.org/b", "http://other.org/b"), ("https://example.org/b", "https://example.org/b"),
        ("", "http://example.org/a/index.htm"), ("../../../b", "http://example.org/b"),
    ]) func `relative addresses`(_ text: String, _ whole: String) throws {
        let base = try #require(WebAddress("http://example.org/a/index.htm"))
        #expect(WebAddress(text, relativeTo: base)?.description == whole)
    }

    @Test func `too long is none`() {
        #expect(WebAddress("http://example.org/" + String(repeating: "a", count: 2000)) != nil)
        #expect(WebAddress("http://example.org/" + String(repeating: "a", count: 3000)) == nil)
    }

    @Test func `any bytes give an address in one form, or none`() throws {
        let base = try #require(WebAddress("http://example.org/a/b"))
        var random = SeededGenerator(10)
        let alphabet = Array("ab/.:%2eE?#@[]\\ \u{0}\u{7F}ü&=\n\t".unicodeScalars)
        for _ in 0..<3000 {
            var text = ["", "http://", "//", "http://example.org/"].randomElement(using: &random) ?? ""
            for _ in 0..<Int.random(in: 0..<14, using: &random) {
                text.unicodeScalars.append(alphabet.randomElement(using: &random) ?? "a")
            }
            guard let address = WebAddress(text, relativeTo: base) else { continue }
            let form = address.description
            #expect(WebAddress(form) == address, "\(text.debugDescription) → \(form)")
            let steps = address.path.split(separator: "/")
            #expect(!steps.contains("..") && form.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F })
        }
    }
}

@Suite struct SiteTests {
    @Test(arguments: [
        ("example.org", "http://example.org/a", true), ("example.org", "https://example.org/a", true),
        ("example.org", "http://example.org:8080/a", false), ("example.org:8080", "http://example.org:8080/", true),
        ("example.org:8080", "http://example.org/", false), ("example.org", "http://www.example.org/", false),
        ("127.0.0.1", "http://localhost/", false), ("Example.org", "http://example.org/", true),
    ]) func `who belongs to it`(_ site: String, _ address: String, _ belongs: Bool) throws {
        let address = try #require(WebAddress(address))
        #expect((Site(site) == Site(of: address)) == belongs)
    }

    @Test(arguments: ["", "http://example.org", "a/b", "user@example.org", "example.org:x"])
    func `no site`(_ text: String) {
        #expect(Site(text) == nil)
    }
}
