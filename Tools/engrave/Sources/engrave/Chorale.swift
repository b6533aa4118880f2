import ScoreModel

/// A four-part chorale as the shorthand writes it: nothing that an engraver can work out.
struct Chorale {
    /// What stands above the notes.
    var header: Header
    /// The measures, of which there is at least one.
    var measures: [Measure]

    /// Title and signatures.
    struct Header {
        /// The first line of the hymn.
        var title: String
        /// The number in a catalogue, such as `BWV 302`.
        var catalogue: String?
        /// Who wrote it.
        var composer: String
        /// Sharps of the key signature, or flats as a negative number.
        var fifths: Int
        /// `major`, `minor` or the name of a church mode.
        var mode: String
        /// The beats of a full measure.
        var beats: Int
        /// The note value of a beat as a part of a whole note.
        var beatType: Int
        /// Quarter notes a minute.
        var tempo: Int?

        /// The length of a full measure in quarter notes.
        var measureLength: Fraction { Fraction(beats * 4) / Fraction(beatType) }
    }

    /// One measure of all four voices, which fill it equally.
    struct Measure {
        /// True where a repeated section begins.
        var beginsRepeat: Bool
        /// The notes of each voice, in the order of `Voice.allCases`.
        var notes: [[Note]]
        /// The bar line at its end.
        var bar: Bar

        /// Its length in quarter notes.
        var length: Fraction { notes.first.map(Note.length) ?? .zero }
    }

    /// How a measure ends.
    enum Bar: String {
        case plain = "|"
        case endOfRepeat = ":|"
        case end = "|]"
    }

    /// A note, or a rest where there is no pitch.
    struct Note {
        /// The pitch as it sounds; nil for a rest.
        var pitch: Pitch?
        /// The written value, which is the whole length.
        var value: NoteValue
        /// True when it is tied to the next note of the voice.
        var isTied: Bool
        /// True when a fermata stands over it.
        var hasFermata: Bool

        /// The length of notes one after another, in quarters.
        static func length(_ notes: [Note]) -> Fraction { notes.reduce(.zero) { $0 + $1.value.quarters } }
    }
}
