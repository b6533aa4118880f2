/// A note or a rest: one symbol of one voice.
///
/// Plain bytes without references, so that a part's notes are one flat array. What only some notes carry (lyrics, slurs,
/// articulations, a notehead of its own) stands in lists of its own in the ``Part`` and names the note by its index.
public struct Note: Hashable, Sendable {
    /// What sounds, if anything.
    public enum Content: Hashable, Sendable {
        /// A pitch as written; ``Part/soundingPitch(of:)`` tells what is heard.
        case pitched(Pitch)
        /// A note without pitch, as on a drum, and where it is drawn on the staff.
        case unpitched(staffPosition: Pitch?)
        /// Silence, and where its sign is drawn if that was fixed.
        case rest(staffPosition: Pitch?)
    }

    /// What is true of a note.
    public struct Traits: OptionSet, Hashable, Sendable {
        /// The bits.
        public let rawValue: UInt16
        /// Traits from bits.
        public init(rawValue: UInt16) { self.rawValue = rawValue }

        /// It takes no time of its own.
        public static let grace = Traits(rawValue: 1 << 0)
        /// A grace note with a stroke through its stem.
        public static let slashed = Traits(rawValue: 1 << 1)
        /// It is printed for orientation and not played.
        public static let cue = Traits(rawValue: 1 << 2)
        /// It shares the stem of the note before it.
        public static let chordMember = Traits(rawValue: 1 << 3)
        /// It is not printed.
        public static let hidden = Traits(rawValue: 1 << 4)
        /// The rest fills its measure, whatever the meter.
        public static let wholeMeasure = Traits(rawValue: 1 << 5)
        /// It is tied to a later note.
        public static let tieStart = Traits(rawValue: 1 << 6)
        /// It is tied to an earlier note.
        public static let tieStop = Traits(rawValue: 1 << 7)
        /// A tie to nothing: let it ring.
        public static let letRing = Traits(rawValue: 1 << 8)
        /// The tie to a later note is only a line; ties sound unless this says otherwise.
        public static let tieStartSilent = Traits(rawValue: 1 << 9)
        /// The tie to an earlier note is only a line.
        public static let tieStopSilent = Traits(rawValue: 1 << 10)
        /// The tie to a later note has no line; ties are drawn unless this says otherwise.
        public static let tieStartUndrawn = Traits(rawValue: 1 << 14)
        /// The tie to an earlier note has no line.
        public static let tieStopUndrawn = Traits(rawValue: 1 << 15)
        /// The file names no voice for it.
        public static let voiceless = Traits(rawValue: 1 << 11)
        /// The file names its staff.
        public static let staffNamed = Traits(rawValue: 1 << 12)
        /// Its pitch is marked as unaltered, where most files say nothing.
        public static let alterNamed = Traits(rawValue: 1 << 13)
    }

    /// What the stem does.
    public enum Stem: String, Sendable, CaseIterable {
        case up, down, double, none
    }

    /// The index of its measure.
    public var measure: Int32
    /// The staff, from 1.
    public var staff: UInt8
    /// The index of its voice in ``Part/voices``.
    public var voice: UInt16
    /// When it begins, in quarter notes from the start of the piece in written order.
    public var onset: Fraction
    /// How long it lasts in quarter notes; zero for grace notes.
    public var duration: Fraction
    /// What sounds.
    public var content: Content
    /// The note value that is written, when the file has one.
    public var value: NoteValue?
    /// The product of the tuplets that it stands in.
    public var ratio: TupletRatio = .none
    /// What is true of it.
    public var traits: Traits = []
    /// Its beams.
    public var beams: Beams = .none
    /// Its stem, when the file says.
    public var stem: Stem?
    /// The accidental that is printed at it.
    public var accidental: Accidental?
    /// The index of its instrument in ``Part/instruments``, when the file names one.
    public var instrument: UInt8?
    /// The index of the note that its tie leads to.
    public var tiedTo: Int32?
    /// The index of the note that its tie comes from.
    public var tiedFrom: Int32?
    /// Its place in the written order of the part; see ``Part``.
    public var order: Int32 = 0
    /// Where it was read.
    public var origin: Origin?

    /// A note or a rest.
    public init(
        measure: Int = 0, staff: UInt8 = 1, voice: UInt16 = 0, onset: Fraction, duration: Fraction, content: Content
    ) {
        self.measure = Int32(clamping: measure)
        self.staff = staff
        self.voice = voice
        self.onset = onset
        self.duration = duration
        self.content = content
    }
}

extension Note {
    /// When it ends.
    public var end: Fraction { onset + duration }

    /// The written pitch, when there is one.
    public var pitch: Pitch? {
        if case .pitched(let pitch) = content { pitch } else { nil }
    }

    /// True for rests of every kind.
    public var isRest: Bool {
        if case .rest = content { true } else { false }
    }

    /// True for notes that take no time of their own.
    public var isGrace: Bool { traits.contains(.grace) }
}
