/// A number that tells what a piece is like, beside what it usually is.
public struct StyleRow: Hashable, Sendable, Codable {
    /// What it is here, in the unit of its ``StyleRate``.
    public let here: Double
    /// What it is in Bach's chorales, or in string quartets; nil where it was not measured.
    public let usual: Norm?
    /// Whether it is outside of what is usual there.
    public let isUnusual: Bool

    init(_ here: Double, usual: Norm?) {
        (self.here, self.usual) = (here, usual)
        isUnusual = usual.map { !($0.low...$0.high).contains(here) } ?? false
    }

    /// The numbers of a card, in its order. Others say the same twice, or nothing of a single piece.
    static let rates: [StyleRate] = [
        .tertianSlices, .tertianBeats, .pitchChanges, .attacks, .oddLeaps, .beatFifths, .beatOctaves, .rootPositions,
        .firstInversions, .triadPhraseEnds, .rootPositionEnds, .tonicEnds,
    ]
}
