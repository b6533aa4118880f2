public import ScoreModel

/// A chord from where it begins until it, its bass or the key changes.
public struct ChordSpan: Hashable, Sendable {
    /// Where what is known of it comes from.
    public enum Source: String, Sendable {
        /// From the notes.
        case inferred
        /// From figures, chord symbols or numerals in the score, or from its user.
        case given
    }

    /// The moments that it lasts for, as indices of ``Passage/moments``.
    public let moments: Range<Int>
    /// Where it begins, in quarter notes from the start of the piece.
    public let onset: Fraction
    /// Where it ends.
    public let end: Fraction
    /// The local key.
    public let key: Tonality
    /// The chord.
    public let chord: Chord
    /// Its name in its key: `V65/V`.
    public internal(set) var numeral: Numeral
    /// The share of right answers among answers like this one: key, root and quality together.
    public let confidence: Double
    /// Where it is known from.
    public let source: Source
}
