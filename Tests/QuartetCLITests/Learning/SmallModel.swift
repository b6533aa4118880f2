@testable import Harmonizer

/// A model that has learned nothing, and composes fast.
enum SmallModel {
    static let network: Network = {
        var shape = NetworkShape()
        (shape.embedding, shape.interval, shape.context, shape.hidden, shape.head) = (4, 2, 4, 8, 8)
        return Network(shape, vocabulary: .voices)
    }()

    static let parameters: [Float] = {
        var generator = SplitMix64(seed: 1)
        return (0..<network.layout.count).map { _ in Float(0.2 * generator.normal()) }
    }()

    static var model: Model { Model(network, parameters: parameters) }
}
