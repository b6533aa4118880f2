public import ScoreModel

/// A Standard MIDI File as it stands: its header, tracks and other chunks, in their order.
///
/// Nothing is lost. A file that is in order is written back byte for byte; tracks that were changed are written anew.
///
///     let file = try MIDIFile(bytes)
///     for note in file.notes().list { print(note.track, note.key, note.start) }
public struct MIDIFile: Sendable {
    /// How the tracks belong together (SMF 1.0, "Header Chunks"). Numbers above 2 have no meaning.
    public struct Format: Hashable, Sendable, RawRepresentable {
        /// The number in the file.
        public let rawValue: UInt16

        /// The format with the given number.
        public init(rawValue: UInt16) { self.rawValue = rawValue }

        /// One track with everything.
        public static let single = Format(rawValue: 0)
        /// Tracks that sound together.
        public static let simultaneous = Format(rawValue: 1)
        /// Tracks that are pieces of their own, each with its tempo.
        public static let independent = Format(rawValue: 2)
    }

    /// A chunk that is no track, such as XFIH and XFKM, or bytes that belong to no chunk at all.
    public struct OtherChunk: Hashable, Sendable {
        /// The four bytes of its name; none for bytes that belong to no chunk.
        public let name: [UInt8]
        /// What is in it.
        public var bytes: [UInt8]
        /// How many tracks stand before it.
        public var place: Int

        /// A chunk with a name of four bytes, or nil.
        public init?(name: some Collection<UInt8>, bytes: [UInt8], place: Int) {
            guard name.count == 4, !name.elementsEqual("MTrk".utf8), !name.elementsEqual("MThd".utf8) else {
                return nil
            }
            (self.name, self.bytes, self.place) = (Array(name), bytes, place)
        }

        init(stray bytes: [UInt8], place: Int) { (name, self.bytes, self.place) = ([], bytes, place) }
    }

    /// How the tracks belong together.
    public var format: Format
    /// How long a tick is.
    public var division: Division
    /// The tracks.
    public var tracks: [MIDITrack]
    /// The other chunks, in the order of the file.
    public var otherChunks: [OtherChunk] = []
    /// What the header has behind its six bytes.
    public var headerExtension: [UInt8] = []
    /// The RIFF file around this one, if there is one.
    public var wrapper: RIFFWrapper?
    /// What was odd in the bytes that the file was read from, and what was done about it.
    public internal(set) var diagnostics: [Diagnostic] = []

    /// A file made of tracks.
    public init(format: Format = .simultaneous, division: Division, tracks: [MIDITrack] = []) {
        (self.format, self.division, self.tracks) = (format, division, tracks)
    }

    /// Reads a file: a Standard MIDI File of format 0, 1 or 2, by itself, in a RIFF file or behind a MacBinary header.
    ///
    /// What is broken is repaired, and ``diagnostics`` tells what, where and how.
    ///
    /// - Throws: ``MIDIFileError`` when there are no bytes, no header, or a header of fewer than six bytes.
    /// - Complexity: O(n) in time and space, whatever lengths the file claims.
    public init(_ bytes: [UInt8]) throws(MIDIFileError) {
        var reader = try FileReader(bytes)
        self = try reader.file()
    }
}
