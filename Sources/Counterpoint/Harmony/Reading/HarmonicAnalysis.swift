/// What a passage is in terms of harmony: its keys, its chords, the tones that belong to no chord, and its cadences.
public struct HarmonicAnalysis: Sendable {
    /// The key that the piece is in as a whole.
    public internal(set) var home: KeyRegion
    /// The local keys, in order, without gaps between them.
    public internal(set) var keys: [KeyRegion] = []
    /// The chords, in order. Where nothing sounds there is none.
    public internal(set) var chords: [ChordSpan] = []
    /// The tones that do not belong to the chord under them, by onset and voice.
    public internal(set) var ornaments: [Ornament] = []
    /// The ends of phrases.
    public internal(set) var cadences: [Cadence] = []
    /// Where what the score says of its own harmony (figures, symbols) is not what its notes are.
    public internal(set) var disagreements: [Disagreement] = []
}
