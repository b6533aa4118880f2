import Collector
import Foundation
import Testing

@Suite struct CookieJarTests {
    static let file = """
        # Netscape HTTP Cookie File

        example.org\tFALSE\t/\tFALSE\t0\tsession\tabc
        .example.org\tTRUE\t/private\tFALSE\t2000000000\tlogin\txyz
        #HttpOnly_example.org\tFALSE\t/\tTRUE\t0\tsafe\ts
        example.org\tFALSE\t/\tFALSE\t1000\told\to
        """

    @Test(
        arguments: [
            ("http://example.org/", "session=abc"), ("http://example.org/private/a", "session=abc; login=xyz"),
            ("http://www.example.org/private", "login=xyz"), ("http://www.example.org/privateer", nil),
            ("https://example.org/", "session=abc; safe=s"), ("http://badexample.org/private/", nil),
            ("http://org/", nil),
        ] as [(String, String?)]) func `who gets which`(_ address: String, _ header: String?) throws
    {
        let jar = try CookieJar(CookieJarTests.file)
        let address = try #require(WebAddress(address))
        #expect(jar.header(for: address, at: Date(timeIntervalSince1970: 1_900_000_000)) == header)
    }

    @Test(arguments: [
        ("a\tb", 1), ("\n# c\nexample.org TRUE / FALSE 0 a b", 3), ("example.org\tFALSE\t/\tFALSE\tsoon\ta\tb", 1),
        ("example.org\tFALSE\t/\tFALSE\t0\ta\tb\u{1}", 1), ("example.org\tFALSE\t/\tFALSE\t0\ta\tb;c", 1),
    ]) func `what is no cookie is told by line`(_ text: String, _ line: Int) {
        let error = #expect(throws: CookieJar.FormatError.self) { _ = try CookieJar(text) }
        #expect(error?.line == line)
    }
}
