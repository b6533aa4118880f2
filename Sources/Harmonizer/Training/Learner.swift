internal import Foundation
internal import ScoreModel

/// A network while it learns: its parameters, their average, and what Adam remembers of the gradients (Kingma and Ba, “Adam”, 2015; decay
/// of weights apart from the gradient after Loshchilov and Hutter, 2019).
public struct Learner: Sendable {
    /// The network.
    public let network: Network
    /// How it is trained.
    public let settings: TrainingSettings
    /// The steps that it has done.
    public internal(set) var step = 0
    /// Its parameters.
    public internal(set) var parameters: [Float]
    /// Their average over the last steps, which is what is kept and judged.
    public internal(set) var average: [Float]
    var means: [Float]
    var squares: [Float]
    private let set: TrainingSet
    private(set) var shards: [Shard]

    /// A network at the beginning, its parameters drawn by chance from the seed.
    ///
    /// - Precondition: There is at least one piece with a tick.
    public init(_ network: Network, pieces: [Piece], settings: TrainingSettings) {
        self.network = network
        self.settings = settings
        set = TrainingSet(pieces)
        precondition(set.ticks > 0, "nothing to learn from")
        parameters = network.initialParameters(seed: settings.seed)
        average = parameters
        means = [Float](repeating: 0, count: parameters.count)
        squares = means
        let count = parameters.count
        shards = (0..<max(1, settings.shards)).map {
            Shard(number: $0, gradient: [Float](repeating: 0, count: count))
        }
        useOneThreadForProducts()
    }

    /// The steps of the whole run.
    public var steps: Int {
        max(1, Int((settings.passes * Double(set.ticks) / Double(settings.cropTicks * settings.crops)).rounded()))
    }

    /// How often the training part has been seen.
    public var passes: Double {
        Double(step) * Double(settings.cropTicks * settings.crops) / Double(set.ticks)
    }

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
        update()
        return shards.reduce(0) { $0 + $1.loss } / Double(max(cells, 1))
    }
}
