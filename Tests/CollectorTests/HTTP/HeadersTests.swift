import Foundation
import Testing

@testable import Collector

@Suite struct HeadersTests {
    private func headers(_ lines: String...) -> Headers {
        var headers = Headers()
        for line in lines { headers.add(line: line) }
        return headers
    }

    @Test func `names are alike in small and capital letters, and the first counts`() {
        let headers = headers("ETag: \"a\"\r\n", "etag: \"b\"", "no field", ": nothing", "X:")
        #expect(headers["etag"] == "\"a\"")
        #expect(headers["X"] == "")
        #expect(headers["y"] == nil)
    }

    @Test(
        arguments: [
            ("120", 120), ("0", 0), ("-5", 0), ("1.5", 1.5), ("soon", nil), ("inf", nil), ("nan", nil), ("", nil),
            ("Fri, 31 Dec 1999 23:59:59 GMT", 59), ("Friday, 31-Dec-99 23:59:59 GMT", 59),
            ("Fri Dec 31 23:59:59 1999", 59),
            ("Fri, 31 Dec 1999 23:00:00 GMT", 0),
        ] as [(String, Double?)]) func `how long to wait`(_ text: String, _ seconds: Double?)
    {
        // 31 December 1999, 23:59:00.
        let now = Date(timeIntervalSince1970: 946_684_740)
        #expect(headers("Retry-After: \(text)").secondsToWait(at: now) == seconds)
    }

    @Test func `a server's own clock counts`() {
        let headers = headers("Retry-After: Fri, 31 Dec 1999 23:59:59 GMT", "Date: Fri, 31 Dec 1999 23:59:29 GMT")
        #expect(headers.secondsToWait(at: Date(timeIntervalSince1970: 0)) == 30)
    }

    @Test(
        arguments: [
            (#"attachment; filename="a b.mid""#, "a b.mid"), ("attachment; filename=a.mid; size=3", "a.mid"),
            (#"attachment; filename="a\"b.mid""#, #"a"b.mid"#), (#"inline; FILENAME = "a.mid""#, "a.mid"),
            (#"attachment; filename="x.mid"; filename*=UTF-8''%C3%BC.mid"#, "ü.mid"),
            (#"attachment; filename*=UTF-8''%FF; filename=x.mid"#, "x.mid"), ("attachment", nil),
            ("attachment; filename=", nil),
            (#"attachment; filename="../../etc/passwd""#, "../../etc/passwd"), (#"attachment; filename="#, nil),
            (#"attachment; filename="unclosed"#, "unclosed"), (";;;=;", nil),
        ] as [(String, String?)]) func `names of files`(_ text: String, _ name: String?)
    {
        #expect(headers("Content-Disposition: \(text)").fileName == name)
    }

    @Test(
        arguments: [
            ("text/html; charset=UTF-8", "utf-8"), ("text/html;charset=\"latin1\"; x=y", "latin1"), ("text/html", nil),
            ("text/html; charset=", nil),
        ] as [(String, String?)]) func `encodings`(_ text: String, _ charset: String?)
    {
        #expect(headers("Content-Type: \(text)").charset == charset)
    }
}
