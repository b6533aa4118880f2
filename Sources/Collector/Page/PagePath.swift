/// A way to something in a page: an XPath 1.0 expression that libxml2 understands.
public struct PagePath: Hashable, Sendable {
    /// As it is written.
    public let text: String

    /// A way; nil when the expression is none.
    public init?(_ text: String) {
        guard HTMLTree.understands(text) else { return nil }
        self.text = text
    }
}
