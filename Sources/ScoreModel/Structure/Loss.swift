/// Something that a score holds and the format it was converted to does not.
public struct Loss: Hashable, Sendable {
    /// What was left out, in kebab case, such as `slur`.
    public var kind: String
    /// How many of them.
    public var count: Int
    /// Where the first one stands.
    public var first: Diagnostic.Place

    /// A loss.
    public init(kind: String, count: Int, first: Diagnostic.Place = .init()) {
        self.kind = kind
        self.count = count
        self.first = first
    }
}
