/// A fermata: in a chorale, the end of a phrase.
public struct Fermata: Hashable, Sendable {
    /// The shape, by its MusicXML name; `normal` where the file names none.
    public var shape: String
    /// True when it stands on its head, as below a staff.
    public var isInverted: Bool

    /// A fermata.
    public init(shape: String = "normal", isInverted: Bool = false) {
        self.shape = shape
        self.isInverted = isInverted
    }
}
