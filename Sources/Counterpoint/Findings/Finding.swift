public import ScoreModel

/// A fault that was found, with its place in the score.
public struct Finding: Hashable, Sendable {
    /// A note at fault.
    public struct Note: Hashable, Sendable {
        /// The voice, counted from the top.
        public let voice: Int
        /// The index of its part in ``Score/parts``.
        public let part: Int
        /// The index of its first note in ``Part/notes``.
        public let index: Int
        /// The pitch as it is written.
        public let pitch: Pitch
        /// When it begins, in quarter notes from the start of the piece.
        public let onset: Fraction
        /// When it ends.
        public let end: Fraction
        /// Where it was read.
        public let origin: Origin?
    }

    /// The name of the rule.
    public let rule: String
    /// How much it matters.
    public let severity: Severity
    /// How sure it is: 1 for what can be read off the notes.
    public let confidence: Double
    /// When, in quarter notes from the start of the piece: the arrival of a motion, the beginning of a sonority.
    public let at: Fraction
    /// Where it ends, when it is a stretch of music.
    public let end: Fraction?
    /// The measure and the beat of ``at``.
    public let place: BeatClock.Place
    /// The voices, counted from the top.
    public let voices: [Int]
    /// The names of the voices.
    public let labels: [String]
    /// The notes at fault, from top to bottom and in the order of time.
    public let notes: [Note]
    /// The intervals in question, by name.
    public let intervals: [String]
    /// How the voices move against each other.
    public let motion: Motion.Kind?
    /// The phrase that ends where the fault lies.
    public let boundary: Boundary?
    /// What is wrong, in a sentence without its end.
    public let message: String
    /// What tells it from other findings wherever it moves to; see ``Fingerprints``.
    public internal(set) var fingerprint = ""
}

extension Finding {
    /// Orders by time, then by rule, then by voices.
    static func precedes(_ left: Finding, _ right: Finding) -> Bool {
        if left.at != right.at { return left.at < right.at }
        if left.rule != right.rule { return left.rule < right.rule }
        return left.voices.lexicographicallyPrecedes(right.voices)
    }
}
