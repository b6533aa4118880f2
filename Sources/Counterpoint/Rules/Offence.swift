public import ScoreModel

/// What a rule has found in its window.
public struct Offence: Sendable {
    /// How bad a case is among those of its rule.
    public enum Degree: Sendable {
        case mild, usual, grave
    }

    /// A note of a voice.
    public struct Note: Hashable, Sendable {
        /// The voice, counted from the top.
        public let voice: Int
        /// The note.
        public let event: Event
    }

    /// When: the arrival of a motion, the beginning of a sonority.
    public var time: Fraction
    /// Where it ends, when it is a stretch of music.
    public var end: Fraction?
    /// The notes at fault, from top to bottom and in the order of time.
    public var notes: [Note]
    /// The intervals in question, by name.
    public var intervals: [String] = []
    /// How the voices move against each other.
    public var motion: Motion.Kind?
    /// The phrase that ends where the fault lies.
    public var boundary: Boundary?
    /// What is wrong, in a sentence without its end.
    public var message: String
    /// How bad it is.
    public var degree = Degree.usual
    /// How sure it is: 1 for what can be read off the notes, less where chords and keys had to be found first.
    public var confidence = 1.0

    /// Something found.
    public init(at time: Fraction, notes: [Note], message: String) {
        self.time = time
        self.notes = notes
        self.message = message
    }
}

extension Offence {
    /// A fault of two voices that move.
    init(_ motion: Motion, _ message: String, degree: Degree = .usual) {
        self.init(
            at: motion.time,
            notes: [
                Note(voice: motion.voices.upper, event: motion.upper.from),
                Note(voice: motion.voices.upper, event: motion.upper.to),
                Note(voice: motion.voices.lower, event: motion.lower.from),
                Note(voice: motion.voices.lower, event: motion.lower.to),
            ],
            message: "\(message) between \(motion.voices.labels[0]) and \(motion.voices.labels[1])")
        intervals = [motion.before.simpleName, motion.after.simpleName]
        self.motion = motion.kind
        boundary = motion.boundary
        self.degree = degree
    }

    /// A fault of two voices that sound together.
    init(_ sonority: Sonority, _ message: String) {
        self.init(
            at: max(sonority.upper.onset, sonority.lower.onset),
            notes: [
                Note(voice: sonority.voices.upper, event: sonority.upper),
                Note(voice: sonority.voices.lower, event: sonority.lower),
            ],
            message: message)
        intervals = [sonority.interval.name]
    }

    /// A fault of one voice.
    init(_ line: Line, _ events: ArraySlice<Event>, at event: Event, _ message: String) {
        self.init(
            at: event.onset, notes: events.map { Note(voice: line.voice, event: $0) }, message: message)
    }

    /// A fault of a melodic interval, which the first two of the notes make; it lies where the second begins.
    init(_ line: Line, _ events: ArraySlice<Event>, _ interval: Interval, _ remark: String? = nil) {
        let direction = interval.size < 0 ? "down" : "up"
        self.init(
            line, events, at: events[events.startIndex + 1],
            "\(line.label) leaps \(direction) \(withArticle(interval.words))" + (remark.map { " \($0)" } ?? ""))
        intervals = [interval.name]
        boundary = line.boundary(before: events.startIndex + 1)
    }
}
