public import ScoreModel

/// What a score says of its harmony where its notes say something else.
public struct Disagreement: Hashable, Sendable {
    /// Where, in quarter notes from the start of the piece.
    public let time: Fraction
    /// What is wrong, in a sentence without its end.
    public let message: String
    /// Where it was read.
    public let origin: Origin?
}
