/// A meta event: its type and its bytes as they stand in the file (SMF 1.0, "Meta-Events").
///
/// What the bytes say is worked out when it is asked for. Where there are more of them than the type needs the first are read; where there
/// are fewer, what is there.
public struct MetaEvent: Hashable, Sendable {
    /// The type of a meta event.
    public struct Kind: Hashable, Sendable, RawRepresentable {
        /// The number in the file.
        public let rawValue: UInt8

        /// The type with the given number.
        public init(rawValue: UInt8) { self.rawValue = rawValue }

        /// The number of a pattern, in files of format 2.
        public static let sequenceNumber = Kind(rawValue: 0x00)
        /// Text of any sort.
        public static let text = Kind(rawValue: 0x01)
        /// Who owns the rights.
        public static let copyright = Kind(rawValue: 0x02)
        /// The name of the track; in the first track that of the piece.
        public static let trackName = Kind(rawValue: 0x03)
        /// The name of the instrument.
        public static let instrumentName = Kind(rawValue: 0x04)
        /// A syllable.
        public static let lyric = Kind(rawValue: 0x05)
        /// A rehearsal letter or the name of a section.
        public static let marker = Kind(rawValue: 0x06)
        /// What happens on a stage or a screen.
        public static let cuePoint = Kind(rawValue: 0x07)
        /// The name of the program (RP-019).
        public static let programName = Kind(rawValue: 0x08)
        /// The name of the device (RP-019).
        public static let deviceName = Kind(rawValue: 0x09)
        /// The channel that the meta events behind it are about.
        public static let channelPrefix = Kind(rawValue: 0x20)
        /// The port that the track is for; in no standard, and widespread.
        public static let port = Kind(rawValue: 0x21)
        /// The end of a track, which a ``MIDITrack`` has as ``MIDITrack/end``.
        public static let endOfTrack = Kind(rawValue: 0x2F)
        /// Microseconds in a quarter note.
        public static let tempo = Kind(rawValue: 0x51)
        /// The time code at which the track begins.
        public static let timeCodeOffset = Kind(rawValue: 0x54)
        /// The meter.
        public static let timeSignature = Kind(rawValue: 0x58)
        /// The key.
        public static let keySignature = Kind(rawValue: 0x59)
        /// Something for one program only.
        public static let sequencerSpecific = Kind(rawValue: 0x7F)
    }

    /// A meter as a MIDI file has it.
    public struct TimeSignature: Hashable, Sendable {
        /// The beats in a measure, above zero.
        public let beats: Int
        /// The note value of a beat as a part of a whole note: 4 for quarters.
        public let beatType: Int
        /// The MIDI clocks, 24 a quarter note, between two clicks of a metronome.
        public let clocksPerClick: Int
        /// The 32nds in what MIDI takes for a quarter note.
        public let thirtySecondsPerQuarter: Int
    }

    /// A key as a MIDI file has it.
    public struct KeySignature: Hashable, Sendable {
        /// Sharps, or flats as a negative number, at most seven.
        public let fifths: Int
        /// Whether it is minor.
        public let isMinor: Bool
    }

    /// The type.
    public var type: Kind
    /// The bytes.
    public var bytes: ArraySlice<UInt8>

    /// A meta event.
    public init(_ type: Kind, _ bytes: some Collection<UInt8>) {
        self.type = type
        self.bytes = ArraySlice(bytes)
    }
}

extension MetaEvent {
    /// Microseconds in a quarter note; nil unless this is a tempo with three bytes. Zero is no tempo, and is given as it stands.
    public var microsecondsPerQuarter: Int? {
        guard type == .tempo, bytes.count >= 3 else { return nil }
        return bytes.prefix(3).reduce(0) { $0 << 8 | Int($1) }
    }

    /// The meter; nil unless this is one with at least two bytes, beats above zero and a beat of at least a 1024th.
    public var timeSignature: TimeSignature? {
        guard type == .timeSignature, let beats = self[0], beats > 0, let power = self[1], power <= 10 else {
            return nil
        }
        return TimeSignature(
            beats: beats, beatType: 1 << power, clocksPerClick: self[2] ?? 24, thirtySecondsPerQuarter: self[3] ?? 8)
    }

    /// The key; nil unless this is one with at most seven signs. Whether it is minor may be missing.
    public var keySignature: KeySignature? {
        guard type == .keySignature, let byte = bytes.first, case let fifths = Int(Int8(bitPattern: byte)),
            (-7...7).contains(fifths)
        else { return nil }
        return KeySignature(fifths: fifths, isMinor: self[1] == 1)
    }

    /// The bytes of a text, lyric, name, marker or cue; nil for other types. All types from 1 to 15 are texts.
    public var text: ArraySlice<UInt8>? { (0x01...0x0F).contains(type.rawValue) ? bytes : nil }

    /// The channel, from 0, that the meta events behind this one are about, until the next channel message.
    public var channelPrefix: Int? { type == .channelPrefix ? self[0].map { $0 & 0x0F } : nil }

    /// The port, from 0, that the track is for: sixteen channels of its own.
    public var port: Int? { type == .port ? self[0] : nil }

    private subscript(index: Int) -> Int? { index < bytes.count ? Int(bytes[bytes.startIndex + index]) : nil }

    /// How many bytes an event of a known type has; nil for texts and types that nobody knows.
    static func length(of type: UInt8) -> Int? {
        switch Kind(rawValue: type) {
        case .sequenceNumber, .keySignature: 2
        case .channelPrefix, .port: 1
        case .endOfTrack: 0
        case .tempo: 3
        case .timeCodeOffset: 5
        case .timeSignature: 4
        default: nil
        }
    }
}

extension MetaEvent {
    /// A tempo; microseconds are held between 1 and 16,777,215, which the file has place for.
    public static func tempo(microsecondsPerQuarter: Int) -> MetaEvent {
        MetaEvent(.tempo, bigEndian(UInt32(min(max(microsecondsPerQuarter, 1), 0xFF_FFFF))).suffix(3))
    }

    /// A text of a type.
    public static func text(_ text: String, as type: Kind = .text) -> MetaEvent { MetaEvent(type, text.utf8) }
}

extension MetaEvent.TimeSignature: CustomStringConvertible {
    /// `6/8`.
    public var description: String { "\(beats)/\(beatType)" }
}
