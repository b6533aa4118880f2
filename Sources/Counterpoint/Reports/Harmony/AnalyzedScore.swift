public import ScoreModel

/// One score with its harmony, and all that reports need to tell it.
public struct AnalyzedScore: Sendable {
    /// The file, as it is shown.
    public let file: String
    /// The score.
    public let score: Score
    /// Its voices and moments, which the analysis counts in.
    public let passage: Passage
    /// What was found.
    public let analysis: HarmonicAnalysis

    /// A score with an analysis of it.
    public init(file: String, score: Score, passage: Passage, analysis: HarmonicAnalysis) {
        self.file = file
        self.score = score
        self.passage = passage
        self.analysis = analysis
    }

    /// Analyzes a score.
    ///
    /// - Parameters:
    ///   - spelling: Whether the letters of its pitches count.
    ///   - key: The key of the piece, when its user says so.
    public init(file: String, score: Score, spelling: SpellingSource = .written, key: Tonality? = nil) {
        let passage = Passage(score, spelling: spelling)
        self.init(
            file: file, score: score, passage: passage,
            analysis: HarmonicAnalysis(passage, of: score, key: key))
    }
}

extension AnalyzedScore {
    /// The cadences by the index of the chord that they end on.
    var cadences: [Int: Cadence] {
        Dictionary(analysis.cadences.map { ($0.chord, $0) }) { first, _ in first }
    }

    /// When a tone becomes foreign to its chord.
    func time(of ornament: Ornament) -> Fraction? {
        passage.moments.indices.contains(ornament.moment) ? passage.moments[ornament.moment].time : nil
    }

    /// The note that a tone is.
    func event(of ornament: Ornament) -> Event? {
        guard passage.voices.indices.contains(ornament.voice) else { return nil }
        let events = passage.voices[ornament.voice].events
        return events.indices.contains(ornament.event) ? events[ornament.event] : nil
    }

    /// Answers that are right less often than this are told with a question mark.
    static let leastSure = 0.7

    /// A confidence to three places: more of them would say nothing.
    static func rounded(_ confidence: Double) -> Double {
        confidence.isFinite ? (confidence * 1000).rounded() / 1000 : 0
    }

    /// A confidence for people: `98 %`.
    static func percent(_ confidence: Double) -> String { "\(Int((rounded(confidence) * 100).rounded())) %" }
}
