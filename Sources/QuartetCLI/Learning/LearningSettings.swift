import Harmonizer

/// What a settings file says of a network and of its training.
struct LearningSettings: Hashable {
    var shape = NetworkShape()
    var training = TrainingSettings()

    /// The defaults.
    init() {}

    private enum Key: String, CaseIterable {
        case network, training
    }

    private enum Sizes: String, CaseIterable {
        case embedding, interval, context, hidden, layers, head, reach
    }

    private enum Steps: String, CaseIterable {
        case seed, passes
        case cropTicks = "crop-ticks"
        case crops, shards
        case learningRate = "learning-rate"
        case finalShare = "final-share"
        case warmUp = "warm-up"
        case beta1, beta2, epsilon
        case weightDecay = "weight-decay"
        case clip, dropout, averaging, withholding
        case validationPasses = "validation-passes"
        case patience
    }

    /// Reads a file; what it does not say stays as it is by default.
    init(_ bytes: [UInt8]) throws(ConfigurationError) {
        for (key, value) in try ConfigurationNode(bytes)?.entries() ?? [] {
            switch try key.key(Key.self) {
            case .network:
                for (key, value) in try value.entries() { try set(try key.key(Sizes.self), value) }
            case .training:
                for (key, value) in try value.entries() { try set(try key.key(Steps.self), value) }
            }
        }
    }

    private mutating func set(_ size: Sizes, _ value: ConfigurationNode) throws(ConfigurationError) {
        switch size {
        case .embedding: shape.embedding = try value.number(in: 1...4096)
        case .interval: shape.interval = try value.number(in: 1...4096)
        case .context: shape.context = try value.number(in: 1...4096)
        case .hidden: shape.hidden = try value.number(in: 1...4096)
        case .layers: shape.layers = try value.number(in: 1...8)
        case .head: shape.head = try value.number(in: 1...4096)
        case .reach: shape.reach = try value.number(in: 1...100)
        }
    }

    private mutating func set(_ step: Steps, _ value: ConfigurationNode) throws(ConfigurationError) {
        switch step {
        case .seed: training.seed = UInt64(try value.number(in: 0...Int.max))
        case .passes: training.passes = try value.decimal(in: 0.001...1e6)
        case .cropTicks: training.cropTicks = try value.number(in: 16...4096)
        case .crops: training.crops = try value.number(in: 1...4096)
        case .shards: training.shards = try value.number(in: 1...256)
        case .learningRate: training.learningRate = try value.decimal(in: 0...1)
        case .finalShare: training.finalShare = try value.decimal(in: 0...1)
        case .warmUp: training.warmUp = try value.number(in: 0...1_000_000)
        case .beta1: training.beta1 = try value.decimal(in: 0...0.9999)
        case .beta2: training.beta2 = try value.decimal(in: 0...0.99999)
        case .epsilon: training.epsilon = try value.decimal(in: 0...1)
        case .weightDecay: training.weightDecay = try value.decimal(in: 0...1)
        case .clip: training.clip = try value.decimal(in: 0.0001...1e6)
        case .dropout: training.dropout = try value.decimal(in: 0...0.9)
        case .averaging: training.averaging = try value.decimal(in: 0...0.99999)
        case .withholding: training.withholding = try value.decimal(in: 0...1)
        case .validationPasses: training.validationPasses = try value.decimal(in: 0.01...1e6)
        case .patience: training.patience = try value.number(in: 0...1_000_000)
        }
    }
}
