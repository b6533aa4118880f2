public import ScoreModel

/// A stretch of music in one key.
public struct KeyRegion: Hashable, Sendable {
    /// The key.
    public let key: Tonality
    /// Where it begins, in quarter notes from the start of the piece.
    public let onset: Fraction
    /// Where it ends.
    public let end: Fraction
    /// The share of right answers among answers like this one.
    public let confidence: Double
}
