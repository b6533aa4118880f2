internal import Foundation
internal import Synchronization

/// A web server on the loopback that says whatever a test wants said, HTTP or not, and remembers what it was asked.
public final class LoopbackServer: Sendable {
    /// What it was asked.
    public struct Request: Sendable {
        /// The path with its query.
        public let path: String
        /// The lines of the header.
        public let lines: [String]

        /// The value of a field of the header.
        public subscript(name: String) -> String? {
            lines.first { $0.lowercased().hasPrefix(name.lowercased() + ":") }
                .map { $0.dropFirst(name.count + 1).trimmingCharacters(in: .whitespaces) }
        }
    }

    /// A piece of what it says; behind the last one it hangs up.
    public enum Piece: Sendable, CustomStringConvertible {
        case bytes([UInt8])
        case pause(seconds: Double)
        /// The same, until the other side has had enough.
        case endless([UInt8], pause: Double)

        /// Its kind and size; the bytes themselves would be a page of numbers in each test's name.
        public var description: String {
            switch self {
            case .bytes(let bytes): "\(bytes.count) bytes"
            case .pause(let seconds): "\(seconds) s"
            case .endless(let bytes, _): "\(bytes.count) bytes again and again"
            }
        }
    }

    /// The port that it listens at.
    public let port: Int
    private let asked = Diary()

    private final class Diary: Sendable {
        let requests = Mutex<[Request]>([])
        /// Whether nobody needs the server any more.
        let isOver = Mutex(false)
    }

    /// A server that answers by a function.
    public init(_ respond: @escaping @Sendable (Request) -> [Piece]) throws {
        let listener = socket(AF_INET, LoopbackServer.stream, 0)
        var address = LoopbackServer.address(port: 0)
        let isBound = LoopbackServer.with(&address) { general, length in
            var size = length
            return bind(listener, general, length) == 0 && listen(listener, 64) == 0
                && getsockname(listener, general, &size) == 0
        }
        guard isBound else { throw NSError(domain: NSPOSIXErrorDomain, code: Int(errno)) }
        port = Int(UInt16(bigEndian: address.sin_port))
        Thread { [asked, listener] in
            while true {
                let connection = accept(listener, nil, nil)
                guard connection >= 0, !asked.isOver.withLock({ $0 }) else {
                    close(connection)
                    close(listener)
                    return
                }
                Thread {
                    if let request = LoopbackServer.read(connection) {
                        asked.requests.withLock { $0.append(request) }
                        LoopbackServer.write(respond(request), to: connection)
                    }
                    close(connection)
                }.start()
            }
        }.start()
    }

    /// The thread that listens closes the port, so that it listens at no other that gets the number; a last call wakes it.
    deinit {
        asked.isOver.withLock { $0 = true }
        let caller = socket(AF_INET, LoopbackServer.stream, 0)
        var address = LoopbackServer.address(port: port)
        _ = LoopbackServer.with(&address) { connect(caller, $0, $1) == 0 }
        close(caller)
    }

    private static func address(port: Int) -> sockaddr_in {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(UInt16(port).bigEndian)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        return address
    }

    private static func with(
        _ address: inout sockaddr_in, _ body: (UnsafeMutablePointer<sockaddr>, socklen_t) -> Bool
    ) -> Bool {
        withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                body($0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
    }

    /// The address of a path.
    public func url(_ path: String, host: String = "127.0.0.1") -> String { "http://\(host):\(port)\(path)" }

    /// What it was asked, in order.
    public var requests: [Request] { asked.requests.withLock { $0 } }

    /// The paths that it was asked for, in order.
    public var paths: [String] { requests.map(\.path) }

    private static func read(_ connection: Int32) -> Request? {
        var header: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 4096)
        while header.suffix(4) != [13, 10, 13, 10] {
            let count = recv(connection, &buffer, buffer.count, 0)
            guard count > 0 else { return nil }
            header += buffer[..<count]
        }
        let lines = String(decoding: header, as: UTF8.self).split(whereSeparator: \.isNewline).map(String.init)
        guard let words = lines.first?.split(separator: " "), words.count > 1 else { return nil }
        return Request(path: String(words[1]), lines: Array(lines.dropFirst()))
    }

    private static func write(_ pieces: [Piece], to connection: Int32) {
        for piece in pieces {
            switch piece {
            case .bytes(let bytes): guard deliver(bytes, to: connection) else { return }
            case .pause(let seconds): Thread.sleep(forTimeInterval: seconds)
            case .endless(let bytes, let pause):
                while deliver(bytes, to: connection) { Thread.sleep(forTimeInterval: pause) }
            }
        }
    }

    private static func deliver(_ bytes: [UInt8], to connection: Int32) -> Bool {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { send(connection, $0.baseAddress, $0.count, quiet) }
            guard count > 0 else { return false }
            rest = rest.dropFirst(count)
        }
        return true
    }

    // When the other side hangs up, that is no signal, but an error.
    #if canImport(Darwin)
        private static let stream = SOCK_STREAM
        private static let quiet: Int32 = 0x80000
    #else
        private static let stream = Int32(SOCK_STREAM.rawValue)
        private static let quiet = Int32(MSG_NOSIGNAL)
    #endif
}

extension [LoopbackServer.Piece] {
    /// An answer as HTTP has it.
    public static func http(
        _ status: Int = 200, _ fields: [String] = [], body: [UInt8] = [], length: Int? = nil
    ) -> [LoopbackServer.Piece] {
        let lines =
            ["HTTP/1.1 \(status) Said"] + fields + ["Content-Length: \(length ?? body.count)", "Connection: close"]
        return [.bytes([UInt8]((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8) + body)]
    }

    /// A page.
    public static func page(_ html: String) -> [LoopbackServer.Piece] {
        http(200, ["Content-Type: text/html; charset=utf-8"], body: [UInt8](html.utf8))
    }
}
