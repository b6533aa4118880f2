internal import Foundation
internal import ScoreModel

extension Training {
    /// What stands in a checkpoint besides arrays.
    private struct State: Codable {
        var settings: TrainingSettings
        var step: Int
        var looks: [Look]
        var losses: [UInt64]
        var dataset: UInt64
    }

    private static let format = "quartet-checkpoint"

    /// Everything that is needed to go on, as a file.
    public var checkpoint: Safetensors {
        var file = Safetensors(metadata: learner.network.metadata)
        file.metadata["format"] = Self.format
        file.metadata["version"] = "\(Vocabulary.version)"
        let state = State(
            settings: learner.settings, step: learner.step, looks: looks, losses: losses.map(\.bitPattern),
            dataset: dataset.checksum)
        if let data = try? JSONEncoder.ofRecords.encode(state) {
            file.metadata["state"] = String(decoding: data, as: UTF8.self)
        }
        let shape = [learner.parameters.count]
        file.set("parameters", shape: shape, learner.parameters)
        file.set("average", shape: shape, learner.average)
        file.set("means", shape: shape, learner.adam.means)
        file.set("squares", shape: shape, learner.adam.squares)
        file.set("best", shape: shape, best)
        return file
    }

    /// Goes on from a checkpoint.
    ///
    /// - Throws: ``SafetensorsError`` when the file is no checkpoint, not whole, or of another network, other settings or other pieces.
    public init(
        resuming file: Safetensors, _ network: Network, _ dataset: Dataset, _ settings: TrainingSettings
    ) throws(SafetensorsError) {
        guard file.metadata["format"] == Self.format,
            let text = file.metadata["state"],
            let state = try? JSONDecoder.ofRecords.decode(State.self, from: Data(text.utf8))
        else { throw SafetensorsError("it is no checkpoint of a training of Quartet") }
        guard file.metadata["version"] == "\(Vocabulary.version)",
            network.metadata.allSatisfy({ file.metadata[$0.key] == $0.value })
        else { throw SafetensorsError("it is of a network of other sizes") }
        guard state.settings == settings else { throw SafetensorsError("it is of a training with other settings") }
        guard state.dataset == dataset.checksum else { throw SafetensorsError("it is of a training on other pieces") }
        var learner = Learner(network, pieces: dataset[.train], settings: settings)
        let count = network.layout.count
        learner.adam.step = state.step
        learner.parameters = try file.floats("parameters", count: count)
        learner.average = try file.floats("average", count: count)
        learner.adam.means = try file.floats("means", count: count)
        learner.adam.squares = try file.floats("squares", count: count)
        self.init(
            dataset, learner, looks: state.looks, best: try file.floats("best", count: count),
            losses: state.losses.map(Double.init(bitPattern:)))
    }
}

extension Dataset {
    /// A number that differs when pieces do.
    var checksum: UInt64 {
        var hash = StableHash()
        for part in Part.allCases {
            for piece in self[part] {
                for token in piece.tokens { hash.add(token.rawValue) }
                for id in piece.contexts { hash.add(id) }
                hash.add(UInt8(0xFF))
            }
            hash.add(UInt8(part.rawValue))
        }
        return hash.value
    }
}
