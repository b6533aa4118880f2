import ScoreModel

/// Finds the tones that are foreign to their chords, and tells what they are.
struct OrnamentReading {
    private(set) var ornaments: [Ornament] = []

    init(_ passage: Passage, _ chords: [ChordSpan]) {}
}
