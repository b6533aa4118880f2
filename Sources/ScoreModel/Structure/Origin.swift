/// Where in its document an event was read: the index of a node of a MusicXML tree or of an event of a MIDI file.
///
/// A score means something and knows no bytes; the origin lets whoever still holds the document find the place again.
public struct Origin: Hashable, Sendable, RawRepresentable {
    /// The index in the document.
    public let rawValue: UInt32

    /// The place with the given index.
    public init(rawValue: UInt32) { self.rawValue = rawValue }
}
