/// A tone that does not belong to the chord it sounds over.
public struct Ornament: Hashable, Sendable {
    /// What a tone that is foreign to its chord does.
    public enum Kind: String, Sendable, CaseIterable {
        case passing, neighbour, suspension, retardation, anticipation, appoggiatura
        case escape, cambiata, pedal
    }

    /// Its voice, counted from the top.
    public let voice: Int
    /// Its index in ``Voice/events``.
    public let event: Int
    /// The first moment at which it is foreign, as an index of ``Passage/moments``.
    public let moment: Int
    /// The index in ``HarmonicAnalysis/chords`` of the chord that it is foreign to then.
    public let chord: Int
    /// What it is; nil when it is nothing that has a name.
    public let kind: Kind?
    /// The intervals above the bass of a suspension and its resolution: `4-3`.
    public let figure: String?
    /// The share of right answers among answers like this one.
    public let confidence: Double
}
