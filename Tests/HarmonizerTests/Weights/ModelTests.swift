import Testing

@testable import Harmonizer

struct ModelTests {
    private var model: Model { Model(SmallNetwork.network, parameters: SmallNetwork.parameters(seed: 1)) }

    @Test func `a model comes back`() throws {
        let full = try Model(model.safetensors(half: false))
        #expect(full.parameters == model.parameters)
        #expect(full.network.shape == model.network.shape && full.network.vocabulary == .voices)
        let half = try Model(Safetensors(bytes: model.safetensors().bytes))
        for (a, b) in zip(half.parameters, model.parameters) { #expect(abs(a - b) <= abs(b) * 0x1p-11 + 1e-7) }
    }

    @Test func `files that are no models are refused`() throws {
        let good = model.safetensors()
        let changes: [(inout Safetensors) -> Void] = [
            { $0.metadata["format"] = "other" }, { $0.metadata["version"] = "0" }, { $0.metadata["hidden"] = nil },
            { $0.metadata["hidden"] = "6" }, { $0.metadata["hidden"] = "1000000" }, { $0.metadata["lowest"] = "87" },
            { $0.set("token.0", shape: [1], [1]) },
            { $0.set("context.key", shape: [13, 4], [Float](repeating: .nan, count: 52)) },
        ]
        for change in changes {
            var file = good
            change(&file)
            #expect(throws: SafetensorsError.self) { try Model(file) }
        }
    }

    @Test func `a file tells what music its model is for`() throws {
        let network = Network(SmallNetwork.shape, vocabulary: .strings)
        let strings = Model(network, parameters: SmallNetwork.parameters(seed: 2, of: network)).safetensors()
        #expect(try Model(strings).network.vocabulary == .strings)
        var choir = model.safetensors()
        #expect(choir.metadata["ensemble"] == "choir")
        // Those of before there were strings say nothing.
        choir.metadata["ensemble"] = nil
        #expect(try Model(choir).network.vocabulary == .voices)
        var unknown = strings
        unknown.metadata["ensemble"] = "orchestra"
        #expect(throws: SafetensorsError("it is for an ensemble that this version of Quartet does not know")) {
            try Model(unknown)
        }
        // The tables of a choir's places are smaller.
        var wrong = strings
        wrong.metadata["ensemble"] = "choir"
        #expect(throws: SafetensorsError.self) { try Model(wrong) }
    }

    @Test func `parameters fill the buffer without gaps, and bear different names`() {
        let layout = Network(NetworkShape(), vocabulary: .voices).layout
        var next = 0
        for view in layout.views {
            #expect(view.place.offset == next)
            next += view.place.count
        }
        #expect(next == layout.count)
        #expect(Set(layout.views.map(\.name)).count == layout.views.count)
    }

    @Test func `the weights of the shipped sizes stay below eight megabytes`() {
        let network = Network(NetworkShape(), vocabulary: .voices)
        let model = Model(network, parameters: network.initialParameters(seed: 1))
        #expect(model.safetensors().bytes.count < 8_000_000)
    }
}
