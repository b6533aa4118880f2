/// How a model came about, as its file tells it.
public struct TrainingRecord: Hashable, Sendable, Codable {
    /// What was learned from, in a few words.
    public var corpus: String
    /// The pieces and ticks of each part.
    public var parts: [String: Size]
    /// How it was trained.
    public var settings: TrainingSettings
    /// The steps of the snapshot that was kept.
    public var step: Int
    /// How often it had seen the training part by then.
    public var passes: Double
    /// The steps that were done in all.
    public var lastStep: Int
    /// The seconds that training took, looks included, where a clock was at hand.
    public var seconds: Double?
    /// What was seen on the way.
    public var looks: [Look]

    /// How much music there is.
    public struct Size: Hashable, Sendable, Codable {
        /// The pieces.
        public var pieces: Int
        /// Their ticks.
        public var ticks: Int
    }
}

/// A look at a network while it learns.
public struct Look: Hashable, Sendable, Codable {
    /// After how many steps.
    public var step: Int
    /// How often the training part had been seen.
    public var passes: Double
    /// The mean loss of the steps since the look before, in nats a token, with noise and hidden cells.
    public var loss: Double
    /// Pieces that are learned from, as many as there are in the validation part.
    public var train: Score
    /// The validation part.
    public var valid: Score

    /// What is asked at a look, everything else known.
    public struct Score: Hashable, Sendable, Codable {
        /// The share of ticks foretold.
        public var accuracy: Double
        /// The share of onsets foretold.
        public var onsetAccuracy: Double
        /// Nats a token.
        public var nats: Double
        /// Nats a tick of all voices but the top one, given that.
        public var natsGivenTop: Double

        /// What the best snapshot has least of: nats a token, everything else known, and nats a token of the lower voices, given the top one. The
        /// first is what repairing asks for, the second what harmonizing does.
        var cost: Double { nats + natsGivenTop / Double(NetworkShape.voices - 1) }

        init(_ metrics: Metrics) {
            accuracy = metrics.all.accuracy
            onsetAccuracy = metrics.all.onsetAccuracy
            nats = metrics.all.natsPerToken
            natsGivenTop = metrics.natsPerTickGivenTop
        }
    }
}
