import Foundation
import Testing

@testable import Harmonizer

private let casePath = ProcessInfo.processInfo.environment["QUARTET_TWIN_CASE"]

/// What `Tools/check-twin` lets PyTorch judge: parameters and inputs, with the logits, the loss, the gradients and three steps of Adam that
/// come of them here.
@Suite(.enabled(if: casePath != nil, "QUARTET_TWIN_CASE names no file to write; Tools/check-twin does"))
struct TwinCaseTests {
    private let network = Network(NetworkShape(), vocabulary: .voices)
    private let batch = SmallNetwork.batch(ticks: 20, sequences: 3, seed: 11)
    private let settings = TrainingSettings()

    @Test func `the case in double precision is written, with steps of Adam`() throws {
        try write(case: Double.self, .f64, steps: 3, to: #require(casePath) + ".f64")
    }

    /// Without steps: Adam makes whole steps of gradients that are nothing but rounding.
    @Test func `the case in single precision is written`() throws {
        try write(case: Float.self, .f32, steps: 1, to: #require(casePath) + ".f32")
    }

    private func write<Scalar: Real>(
        case: Scalar.Type, _ element: Safetensors.Element, steps: Int, to path: String
    ) throws {
        // Relations begin with zero, where nothing could be seen of them.
        var generator = SplitMix64(seed: 12)
        var parameters = network.initialParameters(seed: 1).map {
            Scalar($0 == 0 ? Float(0.05 * generator.normal()) : $0)
        }
        var file = Safetensors(metadata: network.metadata)
        let numbers = [
            "learning_rate": settings.learningRate, "beta1": settings.beta1, "beta2": settings.beta2,
            "epsilon": settings.epsilon, "decay": settings.weightDecay, "clip": settings.clip,
        ]
        for (name, number) in numbers { file.metadata[name] = "\(number)" }
        func set(_ name: String, shape: [Int], _ numbers: [Scalar]) {
            file.set(name, element, shape: shape, bytes: numbers.withUnsafeBytes(Array.init))
        }
        func set(_ prefix: String, _ numbers: [Scalar]) {
            for view in network.layout.views {
                let shape = view.shape
                set(prefix + view.name, shape: shape, Array(numbers[view.place.range]))
            }
        }
        let input = batch.input
        let seen = (0..<input.rows).flatMap { row in
            (0..<16).map { pair -> UInt8 in
                let isVisible = input.visible[row] & (1 << UInt16(pair)) != 0
                return (isVisible ? input.present[4 * row + pair % 4] : .hidden).rawValue
            }
        }
        let shape = [input.ticks, input.batch]
        set("", parameters)
        file.set("in.forward", .u8, shape: shape + [4], bytes: input.forward.map(\.rawValue))
        file.set("in.backward", .u8, shape: shape + [4], bytes: input.backward.map(\.rawValue))
        file.set("in.seen", .u8, shape: shape + [4, 4], bytes: seen)
        file.set("in.context", .u8, shape: shape + [6], bytes: input.contexts)
        file.set("in.truth", .u8, shape: shape + [4], bytes: batch.truth.map(\.rawValue))
        var workspace = Workspace<Scalar>()
        let logits = network.logits(input, parameters: parameters, workspace: &workspace)
        set("out.logits", shape: shape + [4, network.vocabulary.count], logits)
        var adam = Adam<Scalar>(settings, count: parameters.count)
        let cells = batch.truth.count { $0 != .outside }
        for step in 0..<steps {
            var gradient = [Scalar](repeating: 0, count: parameters.count)
            let loss = network.differentiate(
                input, truth: batch.truth, weight: 1 / Scalar(cells), parameters: parameters, to: &gradient,
                workspace: &workspace, dropout: nil)
            if step == 0 {
                set("out.loss", shape: [1], [Scalar(loss / Double(cells))])
                set("grad.", gradient)
            }
            adam.move(&parameters, by: gradient, rate: settings.learningRate)
        }
        if steps == 3 { set("adam.", parameters) }
        try Data(file.bytes).write(to: URL(fileURLWithPath: path))
    }
}
