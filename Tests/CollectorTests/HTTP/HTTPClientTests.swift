import Collector
import Files
import Foundation
import Synchronization
import TestSupport
import Testing

@Suite struct HTTPClientTests {
    private func answer(
        limit: Int = 1 << 20, timeLimit: Double = 5, fields: [String] = [], _ pieces: [LoopbackServer.Piece]
    ) throws -> (Answer, LoopbackServer) {
        let server = try LoopbackServer { _ in pieces }
        let address = try #require(WebAddress(server.url("/a?b")))
        let client = HTTPClient(agent: "quartet/test", timeLimit: timeLimit)
        return (client.answer(for: address, fields: fields, limit: limit, headLimit: 4), server)
    }

    private func response(_ answer: Answer) throws -> Response {
        guard case .response(let response) = answer else { throw AnswerIsNone(answer: answer) }
        return response
    }

    private struct AnswerIsNone: Error {
        let answer: Answer
    }

    private func failure(_ answer: Answer) -> TransferFailure? {
        if case .failure(let failure) = answer { failure } else { nil }
    }

    @Test func `an answer with everything in it`() throws {
        let (answer, server) = try answer(
            fields: ["Cookie: a=b", "X: evil\r\nY: injected"], .http(200, ["ETag: \"x\""], body: Array("MThd....".utf8))
        )
        let response = try response(answer)
        #expect(response.status == 200 && response.bytes == 8 && response.headers["ETag"] == "\"x\"")
        #expect(response.head == Array("MThd".utf8))
        #expect(response.sha256 == SHA256.digits(of: Array("MThd....".utf8)))
        let request = try #require(server.requests.first)
        #expect(request.path == "/a?b" && request["User-Agent"] == "quartet/test" && request["Cookie"] == "a=b")
        #expect(request["Y"] == nil)
    }

    @Test func `redirects are told and not followed`() throws {
        let (answer, server) = try answer(.http(302, ["Location: /b"]))
        #expect(try response(answer).headers["Location"] == "/b")
        #expect(server.paths == ["/a?b"])
    }

    @Test func `the status of an error is enough, even if its page breaks off`() throws {
        #expect(try response(answer(.http(404, body: [1], length: 500)).0).status == 404)
    }

    static func text(_ text: String) -> [LoopbackServer.Piece] { [.bytes(Array(text.utf8))] }

    static let broken: [[LoopbackServer.Piece]] = [
        [], text("HTTP/1.1 200 OK\r\nConte"), text("HTTP/1.1 200 OK\r\n"), text("\u{0}\u{1}garbage\r\n\r\n"),
        text("<html>no header</html>"), text("HTTP/9.9 200 OK\r\n\r\n"), .http(body: [1, 2], length: 500),
        text("HTTP/1.1 200 OK\r\nContent-Length: -7\r\n\r\nabc"),
        text("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n"),
        text("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nhello"),
        text("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 5\r\n\r\nhello"),
        text("HTTP/1.1 200 OK\r\nX: " + String(repeating: "a", count: 400_000) + "\r\n\r\n"),
        text("HTTP/1.1 200 OK\r\n" + String(repeating: "X: y\r\n", count: 50_000) + "\r\n"),
    ]

    @Test(arguments: broken) func `what breaks off or is no HTTP is no answer`(_ pieces: [LoopbackServer.Piece]) throws
    {
        guard case .connection(let words) = failure(try answer(pieces).0) else {
            Issue.record("there is an answer")
            return
        }
        #expect(!words.isEmpty)
    }

    @Test(
        arguments: [
            .http(body: [UInt8](repeating: 1, count: 2000)), .http(body: [1], length: 1 << 40),
            [.bytes(Array("HTTP/1.1 200 OK\r\n\r\n".utf8)), .endless([UInt8](repeating: 1, count: 900), pause: 0)],
        ] as [[LoopbackServer.Piece]]) func `too much is not read`(_ pieces: [LoopbackServer.Piece]) throws
    {
        #expect(failure(try answer(limit: 1000, pieces).0) == .tooLarge(limit: 1000))
    }

    @Test(
        arguments: [
            [.pause(seconds: 2)], [.bytes(Array("HTTP/1.1 200 OK\r\n\r\n".utf8)), .endless([1], pause: 0.02)],
            [.bytes(Array("HTTP/1.1 200 OK\r\n".utf8)), .endless(Array("X: y\r\n".utf8), pause: 0.02)],
        ] as [[LoopbackServer.Piece]]) func `too slow is not waited for`(_ pieces: [LoopbackServer.Piece]) throws
    {
        #expect(failure(try answer(timeLimit: 0.2, pieces).0) == .timeout)
    }

    @Test func `more than was said is not taken`() throws {
        #expect(try response(answer(.http(body: Array("MThd and more".utf8), length: 4)).0).bytes == 4)
    }

    @Test func `what cannot be kept ends the transfer`() throws {
        struct Full: Error, CustomStringConvertible {
            let description = "no space"
        }
        let server = try LoopbackServer { _ in .http(body: [1, 2, 3]) }
        let address = try #require(WebAddress(server.url("/")))
        let client = HTTPClient(agent: "quartet", timeLimit: 5)
        let answer = client.answer(for: address, limit: 100, headLimit: 4) { _ in throw Full() }
        #expect(failure(answer) == .unwritable("no space"))
        #expect(try response(client.answer(for: address, limit: 100, headLimit: 4)).bytes == 3)
    }

    @Test func `broken answers of any kind leave the client whole`() throws {
        let whole = Array("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 5\r\n\r\nhello".utf8)
        let random = Mutex(SeededGenerator(6))
        let server = try LoopbackServer { request in
            guard request.path == "/broken" else { return .http(body: [1]) }
            var bytes = whole
            random.withLock { random in
                for _ in 0..<Int.random(in: 1...4, using: &random) {
                    let place = Int.random(in: bytes.indices, using: &random)
                    switch Int.random(in: 0...2, using: &random) {
                    case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
                    case 1: bytes.removeLast(min(place, bytes.count - 1))
                    default: bytes.insert([0, 10, 13, 58, 32].randomElement(using: &random) ?? 0, at: place)
                    }
                }
            }
            return [.bytes(bytes)]
        }
        let client = HTTPClient(agent: "quartet", timeLimit: 1)
        let (broken, good) = (
            try #require(WebAddress(server.url("/broken"))), try #require(WebAddress(server.url("/")))
        )
        for _ in 0..<200 { _ = client.answer(for: broken, limit: 100, headLimit: 100) }
        #expect(try response(client.answer(for: good, limit: 100, headLimit: 100)).head == [1])
    }
}
