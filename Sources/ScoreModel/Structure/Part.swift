/// One part of a score: what one player, or one pair of hands, has in front of them.
///
/// All lists are sorted by onset. Notes that begin together stand in the order of their voices, a chord's notes together,
/// grace notes before the note that they lead to.
///
/// Beside its moment, everything that can be written down has its place in the written order of the part (``Note/order``,
/// ``Timed/order``): a file may write a dynamic mark before or after the note that it stands at, or one voice before another.
/// Whatever has equal numbers, as in a score made by a program, is written voice by voice and, within a voice, by onset.
public struct Part: Hashable, Sendable {
    /// The id that the file gives it.
    public var id: String
    /// Its name; empty where the file has none.
    public var name: String
    /// Whether its name is printed, when the file says.
    public var printsName: Bool?
    /// Its name as it is printed, when that differs.
    public var nameDisplay: NameDisplay?
    /// Its short name.
    public var abbreviation: String?
    /// Whether its short name is printed, when the file says.
    public var printsAbbreviation: Bool?
    /// Its short name as it is printed, when that differs.
    public var abbreviationDisplay: NameDisplay?
    /// Who made it, where that is told apart from the score.
    public var credits: Credits?
    /// Where its music stands by itself.
    public var links: [PartLink] = []
    /// The names of the extracted parts that it belongs to.
    public var uses: [String] = []
    /// Its instruments.
    public var instruments: [Instrument] = []
    /// Its players.
    public var players: [Player] = []
    /// Its MIDI devices.
    public var devices: [MIDIDevice] = []
    /// How many staves it has.
    public var staves: Int = 1
    /// The names of its voices, verbatim; ``Note/voice`` points here. Numbers come first, in their order.
    public var voices: [String] = []
    /// Its share of the score's measures, for those that it has.
    public var measures: [PartMeasure] = []

    /// Its notes and rests.
    public var notes: [Note] = []
    /// What few of its notes say of themselves, in the order of the notes.
    public var noteDetails: [Attached<NoteDetails>] = []
    /// The signs at its notes, in the order of the notes.
    public var marks: [Mark] = []
    /// Its lyrics, in the order of their notes.
    public var lyrics: [Attached<Lyric>] = []
    /// Time that voices let pass without a sign.
    public var spaces: [Space] = []

    /// Its key signatures.
    public var keys: [Timed<Key>] = []
    /// Its time signatures.
    public var meters: [Timed<Meter>] = []
    /// Its clefs.
    public var clefs: [Timed<Clef>] = []
    /// Its transpositions.
    public var transpositions: [Timed<Transposition>] = []
    /// How it looks when it is written for its own player.
    public var views: [Timed<PartView>] = []
    /// How its staves are drawn.
    public var staffDetails: [Timed<StaffDetails>] = []
    /// How its measures are written.
    public var measureStyles: [Timed<MeasureStyle>] = []
    /// How many staves it has from a moment on, where its file says so.
    public var staffCounts: [Timed<Int>] = []
    /// How many instruments it has from a moment on, where its file says so.
    public var instrumentCounts: [Timed<Int>] = []
    /// The signs that join its staves.
    public var symbols: [Timed<PartSymbol>] = []
    /// Words over the meter, as files before MusicXML 2.0 have them.
    public var directives: [Timed<String>] = []
    /// How finely its file counts: divisions of a quarter note.
    public var divisions: [Timed<Fraction>] = []

    /// What is said about its performance.
    public var directions: [Timed<Direction>] = []
    /// What is said for playback alone, apart from directions.
    public var sounds: [Timed<Sound>] = []
    /// Its chord symbols.
    public var harmonies: [Timed<Harmony>] = []
    /// Its figured bass.
    public var figuredBasses: [Timed<FiguredBass>] = []
    /// Its bar lines, where a file has them written out.
    public var barlines: [Timed<Barline>] = []
    /// Breaks, numbers and names on paper.
    public var prints: [Timed<Print>] = []
    /// What a program that follows the player has to do.
    public var listenings: [Timed<Listening>] = []
    /// Groups of an analysis.
    public var groupings: [Timed<Grouping>] = []
    /// Addresses that its places refer to.
    public var addresses: [Timed<Link>] = []

    /// An empty part.
    public init(id: String, name: String = "", abbreviation: String? = nil) {
        self.id = id
        self.name = name
        self.abbreviation = abbreviation
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
        case .unpitched: instrument(of: note)?.midi?.unpitchedKey
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
