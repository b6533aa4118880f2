public import ScoreModel

/// The end of a phrase.
public struct Cadence: Hashable, Sendable {
    /// How a phrase ends.
    public enum Kind: String, Sendable, CaseIterable {
        /// Dominant to tonic, both in root position, with the tonic in the top voice.
        case perfectAuthentic = "perfect-authentic"
        /// Dominant to tonic otherwise.
        case imperfectAuthentic = "imperfect-authentic"
        /// The phrase ends on the dominant.
        case half
        /// The phrase ends on the dominant of minor, from the first inversion of the fourth degree.
        case phrygianHalf = "phrygian-half"
        /// The fourth degree to the tonic.
        case plagal
        /// Dominant to the sixth degree, or to another chord in the tonic's place.
        case deceptive
    }

    /// What it is; nil when the phrase ends on none of these.
    public let kind: Kind?
    /// The index in ``HarmonicAnalysis/chords`` of the last chord.
    public let chord: Int
    /// Where the phrase ends, in quarter notes from the start of the piece.
    public let end: Fraction
    /// What ends the phrase; nil for the end of the piece.
    public let boundary: Boundary?
    /// The share of right answers among answers like this one.
    public let confidence: Double
}
