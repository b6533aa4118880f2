internal import ScoreModel

/// A network while it learns: its parameters, their average, and what Adam remembers.
public struct Learner: Sendable {
    /// The network.
    public let network: Network
    /// How it is trained.
    public let settings: TrainingSettings
    /// Its parameters.
    public internal(set) var parameters: [Float]
    /// Their average over the last steps, which is what is kept and judged.
    public internal(set) var average: [Float]
    var adam: Adam<Float>
    private let set: TrainingSet
    private var shards: [Shard]

    /// A network at the beginning, its parameters drawn by chance from the seed.
    ///
    /// - Precondition: There is at least one piece with a tick.
    public init(_ network: Network, pieces: [Piece], settings: TrainingSettings) {
        self.network = network
        self.settings = settings
        set = TrainingSet(pieces)
        precondition(set.ticks > 0, "nothing to learn from")
        let parameters = network.initialParameters(seed: settings.seed)
        self.parameters = parameters
        average = parameters
        adam = Adam(settings, count: parameters.count)
        shards = (0..<max(1, settings.shards)).map {
            Shard(number: $0, gradient: [Float](repeating: 0, count: parameters.count))
        }
        MatrixProducts.useCallingThread()
    }

    /// The steps that it has done.
    public var step: Int { adam.step }

    /// The steps of the whole run.
    public var steps: Int { max(1, Int((settings.passes * Double(set.ticks) / Double(ticksPerStep)).rounded())) }

    /// How often the training part has been seen.
    public var passes: Double { Double(step) * Double(ticksPerStep) / Double(set.ticks) }

    /// The ticks of a step.
    public var ticksPerStep: Int { settings.cropTicks * settings.crops }

    /// Learns from one batch and returns its loss in nats a token.
    public mutating func learn() -> Double {
        let (network, set, settings, parameters, step) = (network, set, settings, parameters, step)
        let count = shards.count
        let batches = parallel(count) { shard in
            TrainingBatch(
                set, settings, step: step,
                crops: (settings.crops * shard / count)..<(settings.crops * (shard + 1) / count))
        }
        let cells = batches.reduce(0) { $0 + $1.cells }
        for shard in shards.indices { shards[shard].batch = batches[shard] }
        let weight = 1 / Float(max(cells, 1))
        // Moved out and in again: a copy of what a shard remembers would cost more than the step.
        var moved: [Shard] = []
        swap(&moved, &shards)
        shards = parallel(consume moved) { (shard: consuming Shard) in
            shard.learn(network, parameters: parameters, weight: weight, settings: settings, step: step)
            return shard
        }
        move()
        return shards.reduce(0) { $0 + $1.loss } / Double(max(cells, 1))
    }

    /// Moves the parameters by the sum of the shards' gradients, added in one order, and their average after them.
    private mutating func move() {
        var gradient = shards[0].gradient
        for shard in shards.dropFirst() {
            for index in gradient.indices { gradient[index] += shard.gradient[index] }
        }
        adam.move(&parameters, by: gradient, rate: settings.rate(step: step, of: steps))
        // In the first steps the average follows closely, so that it does not remember the beginning.
        let follow = Float(max(1 - settings.averaging, 1 / Double(step + 1)))
        for index in average.indices { average[index] += follow * (parameters[index] - average[index]) }
    }
}
