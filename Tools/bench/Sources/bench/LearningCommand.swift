import ArgumentParser
import Foundation
import Harmonizer
import Synchronization

/// `bench learning`: steps of training, without making batches and moving parameters.
struct LearningCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "learning", abstract: "Measures steps of training: the way there and back, with noise.",
        discussion: "Tools/bench/learning-peers sets the numbers against PyTorch's.")

    @Option(help: "Crops of a step.") var batch = 32
    @Option(help: "Ticks of a crop.") var ticks = 96
    @Option(help: "Threads; each computes its share of the crops.") var threads = 1
    @Option(help: "How many steps are measured; the median counts.") var steps = 7

    private struct Line: Encodable {
        let secondsPerStep: Double
        let fastestStep: Double
        let ticksPerSecond: Double
        let threads: Int
        let kernels: String
    }

    func run() throws {
        let network = Network(NetworkShape(), vocabulary: .voices)
        let parameters = network.initialParameters(seed: 1)
        let share = batch / threads
        let (input, truth) = Self.batch(ticks: ticks, sequences: share)
        let rooms = (0..<threads).map { _ in Room(parameters: parameters.count) }
        MatrixProducts.useCallingThread()
        var seconds: [Double] = []
        for step in 0...steps {
            let wall = Cost(of: {
                DispatchQueue.concurrentPerform(iterations: threads) { thread in
                    rooms[thread].use { workspace, gradient in
                        _ = network.addGradient(
                            of: input, truth: truth, weight: 1 / Float(truth.count), parameters: parameters,
                            to: &gradient, workspace: &workspace,
                            dropout: Dropout(rate: 0.25, key: UInt64(step * threads + thread)))
                    }
                }
            }).wall
            if step > 0 { seconds.append(wall) }
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        encoder.keyEncodingStrategy = .convertToSnakeCase
        let line = Line(
            secondsPerStep: seconds.median, fastestStep: seconds.min() ?? 0,
            ticksPerSecond: Double(share * threads * ticks) / seconds.median, threads: threads,
            kernels: MatrixProducts.kernels)
        print(String(decoding: try encoder.encode(line), as: UTF8.self))
    }

    /// Tokens by chance, as dense as music is.
    private static func batch(ticks: Int, sequences: Int) -> (NetworkInput, [Token]) {
        var generator = SplitMix64(seed: 1)
        let rows = ticks * sequences
        let truth = (0..<(4 * rows)).map { _ in
            generator.next() % 100 < 73 ? Token.hold : Token(rawValue: UInt8(4 + generator.next() % 56))
        }
        let backward = truth.map { generator.next() % 10 < 4 ? .hidden : $0 }
        let input = NetworkInput(
            ticks: ticks, batch: sequences, forward: truth, backward: backward,
            visible: (0..<rows).map { _ in UInt16(truncatingIfNeeded: generator.next()) & NetworkInput.allVisible },
            contexts: (0..<(6 * rows)).map { UInt8(1 + generator.next() % ($0 % 6 == 2 || $0 % 6 == 4 ? 2 : 12)) })
        return (input, truth)
    }
}

/// What a thread computes in.
private final class Room: Sendable {
    private let contents: Mutex<(workspace: Workspace<Float>, gradient: [Float])>

    init(parameters: Int) {
        contents = Mutex((Workspace<Float>(), [Float](repeating: 0, count: parameters)))
    }

    func use(_ body: (inout Workspace<Float>, inout [Float]) -> Void) {
        contents.withLock { body(&$0.workspace, &$0.gradient) }
    }
}
