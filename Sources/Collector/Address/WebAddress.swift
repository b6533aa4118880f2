internal import Foundation

/// The address of something on the web, in one form: equal addresses are written alike, and every program reads the same host in them.
///
/// After RFC 3986, section 6: scheme and host in small letters, no port where it is the usual one, no `.` and `..`, percent signs only
/// where they are needed. What stands behind `#` is no part of it.
public struct WebAddress: Hashable, Sendable, CustomStringConvertible {
    /// Whether it is `https`.
    public let isSecure: Bool
    /// The host: letters, digits, dots and hyphens, or an IPv6 address in brackets.
    public let host: String
    /// The port.
    public let port: Int
    /// The path, with a slash in front, percent-encoded.
    public let path: String
    /// What stands behind `?`, percent-encoded; nil where there is none.
    public let query: String?

    /// No server has longer ones, but pages that are traps do.
    static let mostBytes = 2048

    /// Reads an address as it stands in a page; nil when it is none of the web.
    ///
    /// - Parameter base: What it is relative to.
    public init?(_ text: String, relativeTo base: WebAddress? = nil) {
        let trimmed = text.trimmingCharacters(in: .whitespacesAndNewlines)
            .components(separatedBy: .newlines).joined()
        guard trimmed.utf8.count <= WebAddress.mostBytes else { return nil }
        if trimmed.isEmpty, let base {
            self = base
            return
        }
        let origin = base.flatMap { URL(string: $0.description) }
        guard let url = URL(string: trimmed, relativeTo: origin)?.absoluteURL,
            let parts = URLComponents(url: url, resolvingAgainstBaseURL: true), let scheme = parts.scheme?.lowercased(),
            scheme == "http" || scheme == "https", parts.user == nil, parts.password == nil
        else { return nil }
        guard let host = parts.encodedHost?.lowercased(), WebAddress.isHost(host) else { return nil }
        isSecure = scheme == "https"
        self.host = host
        port = parts.port ?? (isSecure ? 443 : 80)
        path = WebAddress.withoutDots(WebAddress.normalized(parts.percentEncodedPath))
        query = parts.percentEncodedQuery.map(WebAddress.normalized)
        guard (1...65535).contains(port), description.utf8.count <= WebAddress.mostBytes * 3 else { return nil }
    }

    /// `http://host/path?query`.
    public var description: String { origin + path + (query.map { "?" + $0 } ?? "") }

    /// `http://host`, with the port where it is not the usual one: what one `robots.txt` is for.
    public var origin: String {
        (isSecure ? "https://" : "http://") + host + (hasUsualPort ? "" : ":\(port)")
    }

    /// Whether the port is the one that its scheme has.
    public var hasUsualPort: Bool { port == (isSecure ? 443 : 80) }

    /// The path up to its last slash.
    public var folder: String { String(path[...(path.lastIndex(of: "/") ?? path.startIndex)]) }

    /// Where the rules for robots of this host lie.
    var robots: WebAddress? { WebAddress("/robots.txt", relativeTo: self) }

    private static func isHost(_ host: String) -> Bool {
        if host.hasPrefix("["), host.hasSuffix("]") {
            return host.dropFirst().dropLast().allSatisfy { $0.isHexDigit || $0 == ":" || $0 == "." }
        }
        return !host.isEmpty && host.utf8.count <= 253
            && host.utf8.allSatisfy {
                $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") || isLetterOrDigit($0)
            }
    }

    /// Without the steps `.` and `..`, which a program on the way might take otherwise.
    private static func withoutDots(_ path: String) -> String {
        var steps: [Substring] = []
        let all = path.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
        for step in all where step != "." {
            if step == ".." { _ = steps.popLast() } else { steps.append(step) }
        }
        let endsInFolder = all.last.map { $0 == "." || $0 == ".." } ?? true
        return "/" + steps.joined(separator: "/") + (endsInFolder && !steps.isEmpty ? "/" : "")
    }

    /// Percent-encoded with capital letters, and only where it must be.
    static func normalized(_ text: String) -> String {
        let bytes = Array(text.utf8)
        var output: [UInt8] = []
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if byte == UInt8(ascii: "%"), index + 2 < bytes.count,
                let code = UInt8(String(decoding: bytes[(index + 1)...(index + 2)], as: UTF8.self), radix: 16),
                bytes[index + 1] != UInt8(ascii: "+"), bytes[index + 1] != UInt8(ascii: "-")
            {
                output += isUnreserved(code) ? [code] : encoded(code)
                index += 3
            } else {
                output += byte > 0x20 && byte < 0x7F ? [byte] : encoded(byte)
                index += 1
            }
        }
        return String(decoding: output, as: UTF8.self)
    }

    private static func encoded(_ byte: UInt8) -> [UInt8] {
        let digits = Array("0123456789ABCDEF".utf8)
        return [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }

    private static func isUnreserved(_ byte: UInt8) -> Bool {
        isLetterOrDigit(byte) || Array("-._~".utf8).contains(byte)
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: false
        }
    }
}
