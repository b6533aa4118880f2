/// A metronome mark: how many beats there are in a minute, or how note values before and after relate.
public struct Metronome: Hashable, Sendable {
    /// A beat: a note value, and those that are tied to it.
    public struct Beat: Hashable, Sendable {
        /// The note value.
        public var value: NoteValue
        /// Note values that are tied to it.
        public var tied: [NoteValue]

        /// A beat.
        public init(_ value: NoteValue, tied: [NoteValue] = []) {
            self.value = value
            self.tied = tied
        }

        /// Its length in quarter notes.
        public var quarters: Fraction { tied.reduce(value.quarters) { $0 + $1.quarters } }
    }

    /// What is said.
    public enum Content: Hashable, Sendable {
        /// Beats a minute, as they are printed: people write `c. 92` and `60-66`.
        case perMinute(Beat, String)
        /// One beat now lasts as long as another did.
        case equal(Beat, Beat)
        /// Notes that relate to others, as for swing; nothing on the right for notes alone.
        case notes([GroupNote], relation: String?, [GroupNote], hasArrows: Bool)
    }

    /// A note of a group in a metronome mark.
    public struct GroupNote: Hashable, Sendable {
        /// Its value.
        public var value: NoteValue
        /// Its beams.
        public var beams = Beams.none
        /// The end of a tie.
        public var tied: Edge.Role?
        /// The end of a tuplet, with its ratio.
        public var tuplet: GroupTuplet?

        /// A note.
        public init(_ value: NoteValue) { self.value = value }
    }

    /// The end of a tuplet in a metronome mark.
    public struct GroupTuplet: Hashable, Sendable {
        /// Which end.
        public var role: Edge.Role
        /// How many in the time of how many.
        public var ratio: TupletRatio
        /// The note value that the second number counts.
        public var unit: NoteValue?
        /// Whether a bracket is drawn.
        public var hasBracket: Bool?
        /// Which numbers are printed.
        public var showsNumber: Tuplet.Shown?

        /// The end of a tuplet.
        public init(_ role: Edge.Role, ratio: TupletRatio) {
            self.role = role
            self.ratio = ratio
        }
    }

    /// What is said.
    public var content: Content
    /// Whether it stands in parentheses, when the file says.
    public var hasParentheses: Bool?
    /// Whether it is printed, when the file says.
    public var isPrinted: Bool?

    /// A metronome mark.
    public init(_ content: Content) { self.content = content }

    /// The tempo, where the mark tells one by itself: the first number counts where several are printed.
    public var tempo: Tempo? {
        guard case .perMinute(let beat, let text) = content else { return nil }
        let digits = text.drop { !$0.isASCII || !$0.isNumber }.prefix { $0.isASCII && $0.isNumber || $0 == "." }
        return Fraction(decimal: digits).flatMap { Tempo(quartersPerMinute: $0 * beat.quarters) }
    }
}
