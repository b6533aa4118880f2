/// One part of a score: what one player, or one pair of hands, has in front of them.
///
/// All lists are sorted by onset. Notes that begin together stand in the order of their voices, a chord's notes together,
/// grace notes before the note that they lead to.
public struct Part: Hashable, Sendable {
    /// The id that the file gives it.
    public var id: String
    /// Its name; empty where the file has none.
    public var name: String
    /// Its short name.
    public var abbreviation: String
    /// Its instruments.
    public var instruments: [Instrument] = []
    /// How many staves it has.
    public var staves: Int = 1
    /// The names of its voices, verbatim; ``Note/voice`` points here. Numbers come first, in their order.
    public var voices: [String] = []
    /// Its share of the score's measures, for those that it has.
    public var measures: [PartMeasure] = []
    /// Its notes and rests.
    public var notes: [Note] = []
    /// Its key signatures.
    public var keys: [Timed<Key>] = []
    /// Its time signatures.
    public var meters: [Timed<Meter>] = []
    /// Its clefs.
    public var clefs: [Timed<Clef>] = []
    /// Its transpositions.
    public var transpositions: [Timed<Transposition>] = []
    /// Its bar lines, where a file has them written out.
    public var barlines: [Timed<Barline>] = []
    /// Its dynamic marks.
    public var dynamics: [Timed<Dynamic>] = []
    /// Its chord symbols.
    public var harmonies: [Timed<Harmony>] = []
    /// Its lyrics, in the order of their notes.
    public var lyrics: [Attached<Lyric>] = []
    /// Its fermatas, in the order of their notes.
    public var fermatas: [Attached<Fermata>] = []
    /// Its slurs, in the order of their first notes.
    public var slurs: [Spanner<Slur>] = []
    /// Its tuplets, in the order of their first notes, outer ones first.
    public var tuplets: [Spanner<Tuplet>] = []

    /// An empty part.
    public init(id: String, name: String = "", abbreviation: String = "") {
        self.id = id
        self.name = name
        self.abbreviation = abbreviation
    }
}

/// A part's own share of a measure.
public struct PartMeasure: Hashable, Sendable {
    /// The index of the measure in ``Score/measures``.
    public var index: Int
    /// Its number as the part has it, which should be that of the other parts.
    public var number: String
    /// The furthest point that the part's music reaches, in quarter notes from the start of the measure.
    public var filled: Fraction
    /// Where it was read.
    public var origin: Origin?

    /// A part's share of a measure.
    public init(index: Int, number: String, filled: Fraction, origin: Origin? = nil) {
        self.index = index
        self.number = number
        self.filled = filled
        self.origin = origin
    }
}

/// An instrument of a part, and how MIDI plays it.
///
/// Numbers are MIDI's own, from 0, where MusicXML counts from 1.
public struct Instrument: Hashable, Sendable {
    /// The id that the file gives it.
    public var id: String
    /// Its name.
    public var name: String
    /// The MIDI channel, 0 to 15.
    public var channel: Int?
    /// The General MIDI program, 0 to 127.
    public var program: Int?
    /// The bank, 0 to 16383.
    public var bank: Int?
    /// The key that sounds a note without pitch, 0 to 127.
    public var unpitchedKey: Int?

    /// An instrument.
    public init(id: String, name: String = "") {
        self.id = id
        self.name = name
    }
}

extension Part {
    /// The transposition in force on `staff` at `onset`.
    public func transposition(at onset: Fraction, staff: Int) -> Transposition? {
        transpositions.inForce(at: onset, staff: staff)
    }

    /// The pitch that is heard, or nil for rests and notes without pitch.
    public func soundingPitch(of note: Note) -> Pitch? {
        guard let pitch = note.pitch else { return nil }
        guard !transpositions.isEmpty, let transposition = transposition(at: note.onset, staff: Int(note.staff)) else {
            return pitch
        }
        return pitch.transposed(by: transposition)
    }

    /// The MIDI key that is heard, or nil for rests and for drums whose key the file does not tell.
    ///
    /// It may lie outside 0 to 127 when the pitch does.
    public func soundingKey(of note: Note) -> Int? {
        switch note.content {
        case .pitched: soundingPitch(of: note)?.keyNumber
        case .unpitched: instrument(of: note)?.unpitchedKey
        case .rest: nil
        }
    }

    /// The instrument that plays a note: the one it names, else the part's first.
    public func instrument(of note: Note) -> Instrument? {
        if let index = note.instrument, instruments.indices.contains(Int(index)) { return instruments[Int(index)] }
        return instruments.first
    }

    /// The number of the measure with the given index, as this part has it; nil where it lacks the measure.
    public func measureNumber(_ index: Int) -> String? {
        // A part lacks few measures, so each stands at its own index or somewhat before it.
        var (low, high) = (0, min(measures.count, index + 1))
        while low < high {
            let middle = high - 1 - (high - 1 - low) / 2
            if measures[middle].index == index { return measures[middle].number }
            if measures[middle].index < index { low = middle + 1 } else { high = middle }
        }
        return nil
    }

    /// True when a note only goes on with what sounds already, because another is tied to it.
    ///
    /// A grace note has no time of its own to sound in, so what is tied to it is struck.
    public func isContinued(_ note: Note) -> Bool {
        guard let from = note.tiedFrom, notes.indices.contains(Int(from)) else { return false }
        return !notes[Int(from)].isGrace
    }

    /// How long a note sounds with everything that is tied to it; a grace note holds nothing.
    public func tiedDuration(of note: Note) -> Fraction {
        if note.isGrace { return note.duration }
        var end = note.end
        var (previous, next) = (Int32(-1), note.tiedTo)
        // Ties lead on; a chain that does not, which only a program can make, ends there.
        while let index = next, index > previous, notes.indices.contains(Int(index)) {
            end = notes[Int(index)].end
            (previous, next) = (index, notes[Int(index)].tiedTo)
        }
        return end - note.onset
    }
}
