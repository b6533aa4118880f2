/// What is said for playback alone.
public struct Sound: Hashable, Sendable {
    /// Quarter notes a minute.
    public var tempo: Fraction?
    /// Loudness in percent of a MIDI velocity of 90.
    public var dynamics: Fraction?
    /// Back to the beginning.
    public var daCapo: Bool?
    /// A place to return to, by its name.
    public var segno: String?
    /// Back to the segno of that name.
    public var dalSegno: String?
    /// A place to go on from, by its name.
    public var coda: String?
    /// On to the coda of that name.
    public var toCoda: String?
    /// The divisions of a quarter note at a segno or coda, as the file counts them.
    public var divisions: Fraction?
    /// A repeated passage begins here, though nothing is printed.
    public var forwardRepeat: Bool?
    /// The end: anything but `no`; some files tell the length of the last note here.
    public var fine: String?
    /// The passes on which this holds, as the file has them.
    public var timeOnly: String?
    /// Whether strings are plucked.
    public var isPizzicato: Bool?
    /// Where the sound comes from: degrees to the right of the listener.
    public var pan: Fraction?
    /// Where the sound comes from: degrees above the listener.
    public var elevation: Fraction?
    /// The damper pedal: `yes`, `no` or percent.
    public var damperPedal: String?
    /// The soft pedal.
    public var softPedal: String?
    /// The sostenuto pedal.
    public var sostenutoPedal: String?
    /// Changes of instruments.
    public var changes: [InstrumentChange] = []
    /// Swing.
    public var swing: Swing?
    /// How far behind its moment it takes effect, in quarter notes.
    public var offset: Direction.Offset?

    /// Nothing said.
    public init() {}
}

extension Sound {
    /// A tempo.
    public init(_ tempo: Tempo) {
        self.init()
        self.tempo = tempo.quartersPerMinute
    }

    /// A sign or an instruction that changes the order of playing.
    public init(_ jump: Jump) {
        self.init()
        switch jump.kind {
        case .segno(let name): segno = name
        case .coda(let name): coda = name
        case .dalSegno(let name): dalSegno = name
        case .daCapo: daCapo = true
        case .toCoda(let name): toCoda = name
        case .fine: fine = "yes"
        case .forwardRepeat: forwardRepeat = true
        }
        if !jump.passes.isEmpty { timeOnly = jump.passes.map { "\($0)" }.joined(separator: ", ") }
    }
}

/// What changes in the sound of an instrument.
public enum InstrumentChange: Hashable, Sendable {
    /// An instrument sounds like another.
    case sound(instrument: String, VirtualInstrument)
    /// A MIDI device.
    case device(MIDIDevice)
    /// How MIDI plays an instrument.
    case midi(MIDIInstrument)
    /// How notes are played.
    case play(Play)
}

/// How notes are played, where it is more than a MIDI program.
public struct Play: Hashable, Sendable {
    /// One thing that is said.
    public enum Item: Hashable, Sendable {
        /// A sound of the International Phonetic Alphabet.
        case phonetic(String)
        /// A mute, by its MusicXML name.
        case mute(String)
        /// How high a sound without pitch is, by its MusicXML name.
        case semiPitched(String)
        /// Anything else.
        case other(type: String, String)
    }

    /// The id of the instrument, when the file names one.
    public var instrument: String?
    /// What is said.
    public var items: [Item] = []

    /// Nothing said.
    public init() {}
}

/// Eighths or sixteenths that are played uneven.
public struct Swing: Hashable, Sendable {
    /// How much of a pair the first note takes against the second; nil for straight playing.
    public var ratio: Ratio?
    /// The note value that swings: eighths where the file does not say.
    public var unit: NoteValue.Base?
    /// The style in words.
    public var style: String?

    /// Straight playing.
    public init() {}

    /// How much of a pair its notes take.
    public struct Ratio: Hashable, Sendable {
        /// The first note's part.
        public var first: Int
        /// The second note's part.
        public var second: Int

        /// A ratio.
        public init(first: Int, second: Int) {
            self.first = first
            self.second = second
        }
    }
}

/// What a program that follows a player has to do at a moment (MusicXML 4.0).
public struct Listening: Hashable, Sendable {
    /// One thing to do.
    public enum Item: Hashable, Sendable {
        /// How to keep together with the player.
        case sync(type: String, latency: Int?, player: String?, timeOnly: String?)
        /// Anything else.
        case other(type: String, String, player: String?, timeOnly: String?)
    }

    /// What is to be done.
    public var items: [Item] = []
    /// How far behind its moment, in quarter notes.
    public var offset: Direction.Offset?

    /// Nothing to do.
    public init() {}
}

/// What a program that follows a player listens for at a note (MusicXML 4.0).
public enum Listen: Hashable, Sendable {
    /// Whether the note is judged.
    case assess(Bool, player: String?, timeOnly: String?)
    /// Wait until it is played.
    case wait(player: String?, timeOnly: String?)
    /// Anything else.
    case other(type: String, String, player: String?, timeOnly: String?)
}
