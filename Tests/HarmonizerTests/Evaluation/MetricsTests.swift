import Testing

@testable import Harmonizer

struct MetricsTests {
    private let network = SmallNetwork.network
    private let parameters: [Float] = SmallNetwork.parameters(seed: 4)

    @Test func `the cost of a token is that of the prediction, whatever shares its batch`() {
        let pieces = SmallPieces.pieces(3, ticks: 12)
        let all = network.metrics(of: pieces, parameters: parameters, questions: [.eachCell])
        let each = pieces.map { network.metrics(of: [$0], parameters: parameters, questions: [.eachCell]) }
        #expect(abs(all.all.nats - each.reduce(0) { $0 + $1.all.nats }) < 1e-3)
        #expect(all.all.cells == 3 * 12 * 4 && all.all.onsets == 3 * 3 * 4)
    }

    /// What is asked by passes over whole pieces is what comes of hiding cell after cell.
    @Test func `in order of time, ticks cost what the chain rule says`() {
        let piece = SmallPieces.pieces(1, ticks: 5)[0]
        let metrics = network.metrics(of: [piece], parameters: parameters, questions: [.inOrder], seed: 3)
        var generator = SplitMix64(seed: SplitMix64.mix(3))
        _ = generator.unit()
        let length = NetworkInput.front + 5 + NetworkInput.back
        for _ in 0..<length { _ = generator.unit() }
        let input = NetworkInput([piece], .inOrder, withholding: .nothing, given: { _ in false }, &generator)
        var nats = 0.0
        for tick in 0..<5 {
            let row = NetworkInput.front + tick
            // The future is hidden from everybody here, the own tick too where it is not visible.
            var forward = input.forward
            for cell in (4 * row)..<(4 * (row + 1 + 4 - tick)) where cell < forward.count && forward[cell] != .outside {
                forward[cell] = .hidden
            }
            let asked = NetworkInput(
                ticks: input.ticks, batch: 1, forward: forward, backward: input.backward, present: input.present,
                visible: input.visible, contexts: input.contexts)
            let answers = network.logProbabilities(asked, parameters: parameters)
            for voice in 0..<4 {
                nats -= Double(answers[(4 * row + voice) * 60 + Int(piece.tokens[4 * tick + voice].rawValue)])
            }
        }
        #expect(abs(metrics.natsInOrder - nats) < 1e-3)
    }

    @Test func `given the top voice, it costs nothing`() {
        let pieces = SmallPieces.pieces(2, ticks: 10)
        let metrics = network.metrics(of: pieces, parameters: parameters)
        #expect(metrics.ticks == 20)
        #expect(metrics.natsGivenTop > 0 && metrics.natsGivenTop != metrics.natsInOrder)
        #expect(metrics.framesAtRandom > 0 && metrics.natsPerTickAtRandom > 0)
    }

    @Test func `what is withheld changes the answer`() {
        let pieces = SmallPieces.pieces(2, ticks: 10)
        let costs = Withholding.allCases.map {
            network.metrics(of: pieces, parameters: parameters, questions: [.eachCell], withholding: $0).all.nats
        }
        #expect(Set(costs).count == 4)
    }
}
