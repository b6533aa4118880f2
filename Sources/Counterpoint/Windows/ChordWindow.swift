public import ScoreModel

/// A chord with all that sounds in it, what comes before and what follows: the window of rules about harmony.
public struct ChordWindow: Sendable {
    /// What a voice sounds at a moment.
    public struct Note: Sendable {
        /// The event.
        public let event: Event
        /// True when it is struck at the moment.
        public let attacks: Bool
        /// The tone of the chord that it is; nil when it is foreign to the chord.
        public let member: Chord.Member?
    }

    /// All voices at a moment.
    public struct Slice: Sendable {
        /// The moment.
        public let time: Fraction
        /// How strong it is in its measure.
        public let strength: MetricStrength
        /// The phrase that ends here.
        public let boundary: Boundary?
        /// The voices from top to bottom; nil for one that rests.
        public let notes: [Note?]
    }

    /// An ornament that begins in the chord.
    public struct OrnamentNote: Sendable {
        /// What it is.
        public let ornament: Ornament
        /// The note.
        public let event: Event
        /// The note before it in its voice, when it follows without a rest.
        public let previous: Event?
        /// The note after it in its voice, when that follows without a rest.
        public let next: Event?
        /// The slice at which it becomes foreign, as an index of ``slices``.
        public let slice: Int
    }

    /// The chord.
    public let span: ChordSpan
    /// The chord before it, whatever lies between.
    public let previous: ChordSpan?
    /// The chord after it.
    public let next: ChordSpan?
    /// Its moments, at least one.
    public let slices: [Slice]
    /// The last moment of the chord before, judged by that chord.
    public let sliceBefore: Slice?
    /// The first moment of the chord after, judged by that chord.
    public let sliceAfter: Slice?
    /// The ornaments that begin in it, by time and voice.
    public let ornaments: [OrnamentNote]
    /// The phrase that ends with it.
    public let cadence: Cadence?
    /// The phrase that ends with the chord after it.
    public let cadenceAfter: Cadence?
    /// The key of the piece as a whole.
    public let home: KeyRegion
    /// True for the last chord of the piece.
    public let isFinal: Bool
    /// The names of the voices, for people.
    public let labels: [String]
    /// The voices that have neighbours, in order: the last of them is the bass.
    public let mainVoices: [Int]
    /// The voices that are no voice of a choir; see ``VoicePair/includesInstrument``.
    public let instruments: Set<Int>
}

extension ChordWindow {
    /// The voice that the others stand on.
    public var bassVoice: Int? { mainVoices.last }

    /// How sure what a rule says of this chord is.
    public var confidence: Double { span.confidence }

    /// The same for what it says of this chord and the one that follows.
    public var confidenceWithNext: Double { min(span.confidence, next?.confidence ?? 1) }
}
