/// How a composition came about: all that it takes to make it again from the same score.
public struct Provenance: Hashable, Sendable, Codable {
    /// The model that composed.
    public struct Source: Hashable, Sendable, Codable {
        /// What it is called.
        public let name: String
        /// What tells its file from others, as hexadecimal digits.
        public let checksum: String
        /// What it learned from, in a few words; nil when nobody wrote it down.
        public let corpus: String?
        /// How many pieces it can tell copies of; nil when it can tell none.
        public let pieces: Int?

        /// The model of a file.
        public init(_ model: Model, name: String, checksum: String) {
            (self.name, self.checksum) = (name, checksum)
            (corpus, pieces) = (model.record?.corpus, model.copies?.pieces.count)
        }
    }

    /// The version of Quartet.
    public let version: String
    /// The model.
    public let model: Source
    /// What random choices follow from.
    public let seed: UInt64
    /// The name of the way in which notes were drawn.
    public let sampler: String
    /// How they were drawn.
    public let settings: SamplingSettings
    /// How often the whole piece was gone through again.
    public let sweeps: Int
    /// Whether faults were composed anew.
    public let repairs: Bool

    /// All of it.
    public init(
        version: String, model: Source, seed: UInt64, sampler: String, settings: SamplingSettings, sweeps: Int,
        repairs: Bool
    ) {
        (self.version, self.model, self.seed) = (version, model, seed)
        (self.sampler, self.settings) = (sampler, settings)
        (self.sweeps, self.repairs) = (sweeps, repairs)
    }
}
