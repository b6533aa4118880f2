public import ScoreModel

/// What was found in one score, with all that reports need to tell it.
public struct Judgement: Sendable {
    /// Where a note stands in the user's own file.
    public struct Source: Hashable, Sendable {
        /// The line, from 1.
        public var line: Int?
        /// The note's own id.
        public var id: String?

        /// A place.
        public init(line: Int?, id: String?) {
            self.line = line
            self.id = id
        }
    }

    /// The file, as it is shown.
    public let file: String
    /// How it was judged.
    public let settings: Settings
    /// The voices that were judged; ``Finding/voices`` counts them.
    public let passage: Passage
    /// What was found and is to be told.
    public var findings: [Finding]
    /// Where what the score says of its own harmony is not what its notes are.
    public let disagreements: [Disagreement]
    /// How many findings are not told, because the score itself allows them.
    public var allowed = 0
    /// How many findings are not told, because the baseline has them.
    public var known = 0
    /// Where the notes at fault stand in the file.
    public var sources: [Origin: Source] = [:]
    /// The score.
    public let score: Score

    /// A score judged by a linter.
    ///
    /// - Parameter key: Its key, when its user says so.
    public init(
        file: String, score: Score, linter: Linter, spelling: SpellingSource = .written, key: Tonality? = nil
    ) {
        let passage = Passage(score, spelling: spelling)
        self.file = file
        self.score = score
        self.passage = passage
        settings = linter.settings
        let harmony = linter.needsHarmony ? HarmonicAnalysis(passage, of: score, key: key) : nil
        disagreements = harmony?.disagreements ?? []
        findings = linter.findings(in: passage, of: score, harmony: harmony)
    }

    /// The style that it was judged by.
    public var profile: Profile { settings.profile }

    /// How many findings there are of a severity.
    public func count(_ severity: Severity) -> Int { findings.count { $0.severity == severity } }
}
