import Testing

@testable import Harmonizer

/// The whole network against finite differences, in double precision.
struct NetworkGradientTests {
    let network = SmallNetwork.network

    private func loss(
        _ parameters: [Double], _ batch: (input: NetworkInput, truth: [Token]), dropout: Dropout?
    ) -> (loss: Double, gradient: [Double]) {
        var gradient = [Double](repeating: 0, count: parameters.count)
        var workspace = Workspace<Double>()
        let cells = Double(batch.truth.count { $0 != .outside })
        let sum = network.differentiate(
            batch.input, truth: batch.truth, weight: 1 / cells, parameters: parameters, to: &gradient,
            workspace: &workspace, dropout: dropout)
        return (sum / cells, gradient)
    }

    @Test("Each parameter's gradient is the slope of the loss", arguments: [0.0, 0.3])
    func finiteDifferences(dropout rate: Double) {
        let batch = SmallNetwork.batch(ticks: 6, sequences: 3, seed: 1)
        let parameters: [Double] = SmallNetwork.parameters(seed: 2)
        let dropout = rate > 0 ? Dropout(rate: rate, key: 7) : nil
        let gradient = loss(parameters, batch, dropout: dropout).gradient
        var generator = SplitMix64(seed: 3)
        for view in network.layout.views {
            let range = view.place.range
            let scale = gradient[range].map(abs).max() ?? 0
            #expect(scale > 0, "\(view.name) learns nothing")
            // The greatest one, and some by chance.
            let greatest = range.max { abs(gradient[$0]) < abs(gradient[$1]) } ?? range.lowerBound
            for index in [greatest] + (0..<5).map({ _ in range.randomElement(using: &generator) ?? greatest }) {
                let step = 1e-5
                var (up, down) = (parameters, parameters)
                up[index] += step
                down[index] -= step
                let slope =
                    (loss(up, batch, dropout: dropout).loss - loss(down, batch, dropout: dropout).loss) / (2 * step)
                #expect(abs(slope - gradient[index]) < 1e-4 * max(scale, 1e-3), "\(view.name) \(index)")
            }
        }
    }

    @Test("Single precision agrees with double")
    func precision() {
        let batch = SmallNetwork.batch(ticks: 12, sequences: 4, seed: 5)
        let parameters: [Double] = SmallNetwork.parameters(seed: 6)
        let exact = loss(parameters, batch, dropout: nil)
        var gradient = [Float](repeating: 0, count: parameters.count)
        var workspace = Workspace<Float>()
        let cells = Float(batch.truth.count { $0 != .outside })
        let sum = network.differentiate(
            batch.input, truth: batch.truth, weight: 1 / cells, parameters: parameters.map(Float.init),
            to: &gradient, workspace: &workspace, dropout: nil)
        #expect(abs(sum / Double(cells) - exact.loss) < 1e-5 * exact.loss)
        for view in network.layout.views {
            let range = view.place.range
            let scale = exact.gradient[range].map(abs).max() ?? 0
            let error = range.map { abs(Double(gradient[$0]) - exact.gradient[$0]) }.max() ?? 0
            #expect(error < 1e-4 * scale, "\(view.name)")
        }
    }
}
