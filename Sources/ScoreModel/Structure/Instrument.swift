/// An instrument of a part, and how MIDI plays it.
public struct Instrument: Hashable, Sendable {
    /// The id that the file gives it.
    public var id: String
    /// Its name.
    public var name: String
    /// Its short name.
    public var abbreviation: String?
    /// What it sounds like.
    public var virtual = VirtualInstrument()
    /// How MIDI plays it, when the file says.
    public var midi: MIDIInstrument?
    /// False for an instrument that only a MIDI setting names.
    public var isListed = true

    /// An instrument.
    public init(id: String, name: String = "") {
        self.id = id
        self.name = name
    }
}

/// What an instrument sounds like.
public struct VirtualInstrument: Hashable, Sendable {
    /// How many play it.
    public enum Players: Hashable, Sendable {
        /// One.
        case solo
        /// Several; nil where the file does not tell how many.
        case ensemble(Int?)
    }

    /// Its sound, by an id of MusicXML's list such as `strings.cello`.
    public var sound: String?
    /// How many play it.
    public var players: Players?
    /// The library of sounds.
    public var library: String?
    /// The name of the sound in the library.
    public var name: String?
    /// True when the file has an element for library and name, be it empty.
    public var namesLibrary = false

    /// Nothing said.
    public init() {}
}

/// How MIDI plays an instrument. Numbers are MIDI's own, from 0, where MusicXML counts from 1.
public struct MIDIInstrument: Hashable, Sendable {
    /// The id of the instrument.
    public var instrument = ""
    /// The channel, 0 to 15.
    public var channel: Int?
    /// The name of the program.
    public var name: String?
    /// The bank, 0 to 16383.
    public var bank: Int?
    /// The General MIDI program, 0 to 127.
    public var program: Int?
    /// The key that sounds a note without pitch, 0 to 127.
    public var unpitchedKey: Int?
    /// The loudness, in percent.
    public var volume: Fraction?
    /// Degrees to the right of the listener.
    public var pan: Fraction?
    /// Degrees above the listener.
    public var elevation: Fraction?

    /// Nothing said.
    public init(instrument: String = "") { self.instrument = instrument }
}

/// A MIDI device or port.
public struct MIDIDevice: Hashable, Sendable {
    /// The name of the device; empty for a port alone.
    public var name = ""
    /// The port, 1 to 16.
    public var port: Int?
    /// The id of the instrument that it plays; nil for all of the part.
    public var instrument: String?

    /// Nothing said.
    public init() {}
}
