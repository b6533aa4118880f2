internal import Foundation

/// What came of a request.
public enum Answer: Sendable {
    /// The server answered.
    case response(Response)
    /// It did not, or not to the end.
    case failure(TransferFailure)
}

/// Why there is no answer.
public enum TransferFailure: Hashable, Sendable {
    /// The time was up.
    case timeout
    /// There was no connection, or it broke off, or what came over it was no HTTP.
    case connection(String)
    /// There was more than allowed, in bytes.
    case tooLarge(limit: Int)
    /// What came could not be kept.
    case unwritable(String)
}

/// An answer of a server.
public struct Response: Sendable {
    /// The status: `200`.
    public let status: Int
    /// What its header says.
    public let headers: Headers
    /// How many bytes came after it.
    public let bytes: Int
    /// Their SHA-256, in hexadecimal digits.
    public let sha256: String
    /// The first of them; of a page all.
    public let head: [UInt8]

    /// An answer.
    public init(status: Int, headers: Headers = Headers(), bytes: Int, sha256: String, head: [UInt8]) {
        self.status = status
        self.headers = headers
        self.bytes = bytes
        self.sha256 = sha256
        self.head = head
    }
}

/// The fields of a header, whose names are alike in small and capital letters.
public struct Headers: Hashable, Sendable {
    private var fields: [String: String] = [:]

    /// No fields.
    public init() {}

    /// Adds a line `Name: value`; of several with one name the first is kept. Lines that are none are passed over.
    public mutating func add(line: String) {
        guard let colon = line.firstIndex(of: ":") else { return }
        let name = line[..<colon].lowercased()
        let value = line[line.index(after: colon)...].split(whereSeparator: \.isWhitespace).joined(separator: " ")
        if fields[name] == nil { fields[name] = value }
    }

    /// The value of a field.
    public subscript(name: String) -> String? { fields[name.lowercased()] }

    /// The encoding in `Content-Type`.
    var charset: String? {
        guard let type = self["Content-Type"]?.lowercased(), let range = type.range(of: "charset=") else { return nil }
        let name = type[range.upperBound...].prefix { $0 != ";" && !$0.isWhitespace }.filter { $0 != "\"" && $0 != "'" }
        return name.isEmpty ? nil : name
    }
}
