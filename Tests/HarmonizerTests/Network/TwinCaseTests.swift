import Foundation
import Testing

@testable import Harmonizer

private let casePath = ProcessInfo.processInfo.environment["QUARTET_TWIN_CASE"]

/// What `Tools/check-twin` lets PyTorch judge: parameters and inputs, with the logits, the loss, the gradients and three steps of Adam that
/// come of them here.
@Suite(.enabled(if: casePath != nil, "QUARTET_TWIN_CASE names no file to write; Tools/check-twin does"))
struct TwinCaseTests {
    @Test func `the case is written`() throws {
        let network = Network(NetworkShape(), vocabulary: .voices)
        let batch = SmallNetwork.batch(ticks: 20, sequences: 3, seed: 11)
        var settings = TrainingSettings()
        settings.learningRate = 0.003
        // Relations begin with zero, where nothing could be seen of them.
        var generator = SplitMix64(seed: 12)
        var parameters = network.initialParameters(seed: 1).map { $0 == 0 ? Float(0.05 * generator.normal()) : $0 }
        var file = Safetensors(metadata: network.metadata)
        file.metadata.merge(
            [
                "learning_rate": "\(settings.learningRate)", "beta1": "\(settings.beta1)", "beta2": "\(settings.beta2)",
                "epsilon": "\(settings.epsilon)", "decay": "\(settings.weightDecay)", "clip": "\(settings.clip)",
            ]) { $1 }
        func add(_ prefix: String, _ numbers: [Float]) {
            for view in network.layout.views {
                file.set(
                    prefix + view.name, shape: view.rows == 1 ? [view.columns] : [view.rows, view.columns],
                    numbers[view.offset..<(view.offset + view.count)])
            }
        }
        let (ticks, sequences, rows) = (batch.input.ticks, batch.input.batch, batch.input.rows)
        add("", parameters)
        let seen = (0..<rows).flatMap { row in
            (0..<16).map { pair -> UInt8 in
                let isVisible = batch.input.visible[row] & (1 << UInt16(pair)) != 0
                return (isVisible ? batch.input.present[4 * row + pair % 4] : .hidden).rawValue
            }
        }
        file.set("in.forward", .u8, shape: [ticks, sequences, 4], bytes: batch.input.forward.map(\.rawValue))
        file.set("in.backward", .u8, shape: [ticks, sequences, 4], bytes: batch.input.backward.map(\.rawValue))
        file.set("in.seen", .u8, shape: [ticks, sequences, 4, 4], bytes: seen)
        file.set("in.context", .u8, shape: [ticks, sequences, 6], bytes: batch.input.contexts)
        file.set("in.truth", .u8, shape: [ticks, sequences, 4], bytes: batch.truth.map(\.rawValue))
        file.set(
            "out.logits", shape: [ticks, sequences, 4, network.vocabulary.count],
            network.logits(batch.input, parameters: parameters))
        var adam = Adam(settings, count: parameters.count)
        var workspace = Workspace<Float>()
        let cells = batch.truth.count { $0 != .outside }
        for step in 0..<3 {
            var gradient = [Float](repeating: 0, count: parameters.count)
            let loss = network.addGradient(
                of: batch.input, truth: batch.truth, weight: 1 / Float(cells), parameters: parameters, to: &gradient,
                workspace: &workspace, dropout: nil)
            if step == 0 {
                file.set("out.loss", shape: [1], [Float(loss / Double(cells))])
                add("grad.", gradient)
            }
            adam.move(&parameters, by: gradient, rate: settings.learningRate)
        }
        add("adam.", parameters)
        try Data(file.bytes).write(to: URL(fileURLWithPath: #require(casePath)))
    }
}
