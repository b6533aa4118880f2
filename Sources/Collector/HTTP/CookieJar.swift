public import Foundation

/// The cookies of a file, as browsers export them in the format of Netscape's `cookies.txt`. Nothing that servers set is added.
public struct CookieJar: Sendable {
    private struct Cookie {
        let host: String
        let includesSubdomains: Bool
        let path: String
        let isSecure: Bool
        /// Nil for the end of the session, which is that of the file.
        let expiry: Date?
        let pair: String
    }

    /// What is wrong with a file of cookies.
    public struct FormatError: Error, Hashable {
        /// The line, from 1.
        public let line: Int
        /// What is wrong.
        public let message: String
    }

    private var cookies: [Cookie] = []

    /// No cookies.
    public init() {}

    /// Reads a file: a line a cookie, seven fields with tabs between them.
    public init(_ text: String) throws(FormatError) {
        for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
            let isForServers = line.hasPrefix("#HttpOnly_")
            guard !line.allSatisfy(\.isWhitespace), isForServers || !line.hasPrefix("#") else { continue }
            let fields = (isForServers ? line.dropFirst("#HttpOnly_".count) : line)
                .split(separator: "\t", omittingEmptySubsequences: false)
            func error(_ message: String) -> FormatError { FormatError(line: index + 1, message: message) }
            guard fields.count == 7 else {
                throw error("a cookie has seven fields with tabs between them; here are \(fields.count)")
            }
            guard let expiry = Double(fields[4]) else { throw error("the fifth field must be a time in seconds") }
            let pair = "\(fields[5])=\(fields[6])"
            guard !pair.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F || $0 == ";" }) else {
                throw error("the name or the value has characters that no cookie has")
            }
            cookies.append(
                Cookie(
                    host: fields[0].lowercased().drop { $0 == "." }.description,
                    includesSubdomains: fields[1].uppercased() == "TRUE" || fields[0].hasPrefix("."),
                    path: fields[2].hasPrefix("/") ? String(fields[2]) : "/",
                    isSecure: fields[3].uppercased() == "TRUE",
                    expiry: expiry > 0 ? Date(timeIntervalSince1970: expiry) : nil, pair: pair))
        }
    }

    /// The value of the field `Cookie` for an address; nil when there is none for it (RFC 6265, section 5.4).
    public func header(for address: WebAddress, at now: Date) -> String? {
        let fitting = cookies.filter { cookie in
            let isHost =
                address.host == cookie.host || cookie.includesSubdomains && address.host.hasSuffix("." + cookie.host)
            let folder = cookie.path.hasSuffix("/") ? cookie.path : cookie.path + "/"
            let isPath = address.path == cookie.path || address.path.hasPrefix(folder)
            return isHost && isPath && (address.isSecure || !cookie.isSecure) && cookie.expiry.map { $0 > now } ?? true
        }
        return fitting.isEmpty ? nil : fitting.map(\.pair).joined(separator: "; ")
    }
}
