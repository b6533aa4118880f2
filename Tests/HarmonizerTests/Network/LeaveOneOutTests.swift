import Testing

@testable import Harmonizer

struct LeaveOneOutTests {
    @Test("A cell never changes its own prediction, and others do", arguments: [UInt64(1), 2, 3])
    func perturbation(seed: UInt64) {
        let network = SmallNetwork.network
        let parameters: [Double] = SmallNetwork.parameters(seed: seed)
        let (ticks, tokens) = (9, network.vocabulary.count)
        var generator = SplitMix64(seed: seed)
        var batch = SmallNetwork.batch(ticks: ticks, sequences: 1, seed: seed).input
        batch = NetworkInput(
            ticks: ticks, batch: 1, forward: batch.forward, backward: batch.forward,
            visible: [UInt16](repeating: NetworkInput.allVisible, count: ticks), contexts: batch.contexts)
        var workspace = Workspace<Double>()
        let before = network.answers(batch, parameters: parameters, workspace: &workspace)
        for cell in 0..<(4 * ticks) {
            var cells = batch.forward
            cells[cell] = Token(rawValue: (cells[cell].rawValue + 1 + UInt8(generator.next() % 50)) % 60)
            let changed = NetworkInput(
                ticks: ticks, batch: 1, forward: cells, backward: cells, visible: batch.visible,
                contexts: batch.contexts)
            let after = network.answers(changed, parameters: parameters, workspace: &workspace)
            let own = (cell * tokens)..<((cell + 1) * tokens)
            #expect(before[own] == after[own], "cell \(cell)")
            #expect(before != after)
        }
    }
}
