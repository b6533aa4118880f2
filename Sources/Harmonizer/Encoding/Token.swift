/// What one voice does in one tick: begins a note, holds it, or is silent.
///
/// A token is a number, so that a network can read it; the numbers are part of the weights file and never change within a ``Vocabulary/version``.
public struct Token: RawRepresentable, Hashable, Sendable {
    /// Its number.
    public let rawValue: UInt8

    /// The token of a number.
    public init(rawValue: UInt8) {
        self.rawValue = rawValue
    }

    /// Before the first and after the last tick of a piece.
    public static let outside = Token(rawValue: 0)
    /// What sounded, or was silent, in the tick before goes on.
    public static let hold = Token(rawValue: 1)
    /// Silence. Every silent tick has it.
    public static let rest = Token(rawValue: 2)
    /// Not known: to be composed.
    public static let hidden = Token(rawValue: 3)
}
