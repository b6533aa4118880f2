public import ScoreModel

extension HarmonicAnalysis {
    /// The harmony of a passage.
    ///
    /// - Parameters:
    ///   - score: The score that the passage was made from: its signatures, and what it says of its own harmony.
    ///   - key: The key of the piece, when its user says so.
    public init(_ passage: Passage, of score: Score, key: Tonality? = nil) {
        home = KeyRegion(key: key ?? Tonality(signature: 0, .major), onset: .zero, end: .zero, confidence: 0)
    }
}
