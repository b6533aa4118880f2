@testable import Harmonizer

/// A network small enough to be differentiated by differences, and batches for it.
enum SmallNetwork {
    static let shape: NetworkShape = {
        var shape = NetworkShape()
        shape.embedding = 3
        shape.interval = 2
        shape.context = 4
        shape.hidden = 5
        shape.head = 6
        shape.reach = 7
        return shape
    }()
    static let network = Network(shape, vocabulary: .voices)

    /// Parameters of a plain distribution, relations included.
    static func parameters<Scalar: Real>(seed: UInt64, of network: Network = network) -> [Scalar] {
        var generator = SplitMix64(seed: seed)
        return (0..<network.layout.count).map { _ in Scalar(0.5 * generator.normal()) }
    }

    /// A batch whose cells hold, rest, begin and are hidden or outside, with the tokens that should be said.
    static func batch(ticks: Int, sequences: Int, seed: UInt64) -> (input: NetworkInput, truth: [Token]) {
        var generator = SplitMix64(seed: seed)
        let rows = ticks * sequences
        let truth = (0..<(4 * rows)).map { cell -> Token in
            switch generator.next() % 10 {
            case 0: .outside
            case 1: .rest
            case 2...5: .hold
            default: Token(rawValue: UInt8(4 + (cell % 4) * 10 + Int(generator.next() % 16)))
            }
        }
        let backward = truth.map { $0 != .outside && generator.next() % 4 == 0 ? .hidden : $0 }
        let forward = zip(truth, backward).map { generator.next() % 2 == 0 ? $0 : $1 }
        let contexts = (0..<rows).flatMap { _ in
            Vocabulary.voices.contextSizes.map { UInt8(generator.next() % UInt64($0)) }
        }
        let visible = (0..<rows).map { _ in UInt16(truncatingIfNeeded: generator.next()) & NetworkInput.allVisible }
        let input = NetworkInput(
            ticks: ticks, batch: sequences, forward: forward, backward: backward, visible: visible, contexts: contexts)
        return (input, truth)
    }
}
