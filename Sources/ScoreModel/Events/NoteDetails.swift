/// What few notes say of themselves.
public struct NoteDetails: Hashable, Sendable {
    /// The notehead, when it is not the usual one.
    public var notehead: Notehead?
    /// What is written in the notehead.
    public var noteheadText: [StyledText] = []
    /// The note value that the second number of a tuplet counts, when it is not that of the note.
    public var tupletUnit: NoteValue?
    /// The size of the note.
    public var size: NotationSize?
    /// The sign of an accidental that only SMuFL has, by its name there.
    public var accidentalGlyph: String?
    /// On which side of the line each dot stands.
    public var dotPlacements: [Placement?] = []
    /// How a beam of several notes of one pitch opens (`accel`) or closes (`rit`), with the number of the beam.
    public var fans: [Int: String] = [:]
    /// The beams that are strokes of a tremolo, as 1.0 and 1.1 of MusicXML had it.
    public var repeaters: [Int: Bool] = [:]
    /// What is printed of a note.
    public var printing = Printing()
    /// How a note is played that differs from what is written.
    public var playing = Playing()
    /// The time that a grace note takes.
    public var grace = GraceTime()
    /// The indices of further instruments in ``Part/instruments``.
    public var instruments: [UInt8] = []
    /// How it is played, in words.
    public var play: Play?
    /// What a program that follows the player listens for.
    public var listen: [Listen] = []

    /// Nothing out of the ordinary.
    public init() {}

    /// A notehead.
    public struct Notehead: Hashable, Sendable {
        /// Its shape, by its MusicXML name.
        public var shape = "normal"
        /// Whether it is filled, when the note value does not tell.
        public var isFilled: Bool?
        /// Whether it stands in parentheses.
        public var hasParentheses: Bool?
        /// Its sign, by its name in SMuFL.
        public var glyph: String?

        /// A usual notehead.
        public init() {}
    }

    /// What is printed of a note; nil where the file does not say.
    public struct Printing: Hashable, Sendable {
        /// Its dots.
        public var dots: Bool?
        /// Its lyrics.
        public var lyrics: Bool?
        /// Its leger lines.
        public var legerLines: Bool?
        /// Space for it though it is hidden.
        public var spacing: Bool?

        /// Nothing said.
        public init() {}
    }

    /// How a note is played that differs from what is written.
    public struct Playing: Hashable, Sendable {
        /// Its loudness in percent of a MIDI velocity of 90.
        public var dynamics: Fraction?
        /// The velocity of its release, in the same way.
        public var endDynamics: Fraction?
        /// How much later it begins, in quarter notes.
        public var attack: Fraction?
        /// How much later it ends, in quarter notes.
        public var release: Fraction?
        /// The passes on which it is played, as the file has them.
        public var timeOnly: String?
        /// Whether it is plucked.
        public var isPizzicato: Bool?

        /// Nothing said.
        public init() {}
    }

    /// The time that a grace note takes.
    public struct GraceTime: Hashable, Sendable {
        /// What it takes from the note before, in percent of that note.
        public var stealPrevious: Fraction?
        /// What it takes from the note after, in percent of that note.
        public var stealFollowing: Fraction?
        /// What it adds to the measure, in quarter notes.
        public var make: Fraction?
        /// Whether its stem has a slash, said in so many words.
        public var isSlashed: Bool?

        /// Nothing said.
        public init() {}
    }
}

/// A piece of text or an accidental within text.
public enum StyledText: Hashable, Sendable {
    /// Text.
    case text(String)
    /// An accidental, by its MusicXML name, and by its name in SMuFL.
    case accidental(String, glyph: String?)
}

/// Time that a voice lets pass without a sign, as `forward` in MusicXML does.
public struct Space: Hashable, Sendable {
    /// The index of its measure.
    public var measure: Int
    /// When it begins, in quarter notes from the start of the piece.
    public var onset: Fraction
    /// How long it lasts.
    public var duration: Fraction
    /// Its voice, when the file names one.
    public var voice: String?
    /// Its staff, when the file names one.
    public var staff: Int?
    /// Its place in the written order of the part; see ``Part``.
    public var order: Int32

    /// Time without a sign.
    public init(
        measure: Int, onset: Fraction, duration: Fraction, voice: String? = nil, staff: Int? = nil, order: Int32 = 0
    ) {
        self.measure = measure
        self.onset = onset
        self.duration = duration
        self.voice = voice
        self.staff = staff
        self.order = order
    }
}
