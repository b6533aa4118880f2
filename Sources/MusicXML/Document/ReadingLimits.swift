/// How much a reader takes before it gives up: no input may cost memory or time out of proportion.
///
/// The defaults are far above any real score.
public struct ReadingLimits: Hashable, Sendable {
    /// The bytes of one XML text, or of all entries of one archive together, after decompression.
    public var bytes = 256 << 20
    /// How deep elements may be nested. A MusicXML score needs about ten levels.
    public var depth = 256
    /// How many times larger than its compressed form an entry of an archive may be, past its first mebibyte.
    public var zipRatio = 200
    /// The entries of one archive.
    public var zipEntries = 1024

    /// The default limits.
    public init() {}

    /// What entities may add to the bytes that are in the document.
    static let entityGrowth = 1 << 20
}
