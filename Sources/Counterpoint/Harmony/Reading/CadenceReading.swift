import ScoreModel

/// Tells how phrases end.
struct CadenceReading {
    private(set) var cadences: [Cadence] = []

    init(_ passage: Passage, _ chords: [ChordSpan]) {}
}
