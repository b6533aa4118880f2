/// A host that may be asked: `example.org` at the usual ports of both schemes, or `example.org:8080` at that port alone.
public struct Site: Hashable, Sendable, CustomStringConvertible {
    /// The host, as ``WebAddress`` has it.
    public let host: String
    /// The port; nil for the usual ones.
    public let port: Int?

    /// Reads `host` or `host:port`; nil when it is neither.
    public init?(_ text: String) {
        guard !text.contains("/"), let address = WebAddress("http://" + text + "/") else { return nil }
        self.init(of: address)
    }

    /// The site that an address belongs to.
    public init(of address: WebAddress) {
        host = address.host
        port = address.hasUsualPort ? nil : address.port
    }

    /// `host` or `host:port`.
    public var description: String { port.map { "\(host):\($0)" } ?? host }
}
