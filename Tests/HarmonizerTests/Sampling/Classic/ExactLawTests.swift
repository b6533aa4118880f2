import Counterpoint
import Foundation
import ScoreModel
import Testing

@testable import Harmonizer

/// Compares what comes out of many runs with the exact probabilities, and with those of samplers that are a little wrong.
@Suite struct ExactLawTests {
    /// A network with few tokens, whose probabilities are far from even.
    private static let model: Model = {
        var shape = SmallNetwork.shape
        shape.layers = 1
        let network = Network(shape, vocabulary: vocabulary)
        let parameters: [Float] = SmallNetwork.parameters(seed: 8, of: network)
        return Model(network, parameters: parameters)
    }()
    private static let vocabulary = Vocabulary(pitches: 48...75) ?? .voices
    private static let runs = 500
    /// Pearson's sum is hardly ever four standard deviations too large by chance; seeds are fixed, so these tests don't depend on that.
    private static let chance = 4.0

    /// A few ticks of which only some cells of the inner voices are free.
    private static func task(free cells: [Int]) throws -> CompositionTask {
        // From tick to tick; 0 is a hold.
        let pitches = [72, 65, 60, 48, 0, 0, 59, 0, 74, 67, 0, 50, 0, 0, 57, 0]
        let tokens = try pitches.map { $0 == 0 ? .hold : try #require(vocabulary.token(pitch: $0)) }
        let grid = Grid(
            vocabulary, voiceCount: 4, tokens: tokens,
            ticks: (0..<4).map { TickContext(placeInBeat: Fraction($0) / 4, fifths: 0) })
        return CompositionTask(
            grid, isFree: (0..<16).map(cells.contains), key: Tonality(signature: 0, .major),
            ranges: [60...75, 64...67, 57...60, 48...52])
    }

    private static func counts(_ compose: (UInt64) -> Grid) -> [[Token]: Int] {
        (0..<runs).reduce(into: [:]) { $0[compose(UInt64($1)).tokens, default: 0] += 1 }
    }

    @Test func `Pseudo-Gibbs draws cells of several voices at once, not knowing of each other`() throws {
        let cells = [5, 6]
        let task = try Self.task(free: cells)
        var sampler = PseudoGibbs()
        (sampler.iterations, sampler.batch) = (2, 1)
        let counts = Self.counts { sampler.compose(task, with: Self.model, seed: $0) }
        func excess(_ moves: [[Int]], isHidden: Bool = false, temperature: Double = 1.1) -> Double {
            var law = ExactLaw(task, Self.model)
            for iteration in 1...2 {
                for cells in moves {
                    law.step(
                        [ExactLaw.Move(cells: cells, probability: 1, isHidden: isHidden)],
                        temperature: temperature * pow(0.9993, Double(iteration)))
                }
            }
            return law.excess(of: counts)
        }
        #expect(excess([cells]) < Self.chance)
        #expect(excess([cells], isHidden: true) > 2 * Self.chance)
        #expect(excess([cells], temperature: 2.5) > 2 * Self.chance)
        #expect(excess([[5], [6]]) > 2 * Self.chance)
    }

    @Test func `Pseudo-Gibbs chooses cells of a voice by chance`() throws {
        let cells = [5, 9]
        let task = try Self.task(free: cells)
        var sampler = PseudoGibbs()
        (sampler.iterations, sampler.batch) = (1, 2)
        let counts = Self.counts { sampler.compose(task, with: Self.model, seed: $0) }
        func excess(both: Double) -> Double {
            var law = ExactLaw(task, Self.model)
            law.step(
                [(cells, both), ([5], (1 - both) / 2), ([9], (1 - both) / 2)].map {
                    ExactLaw.Move(cells: $0.0, probability: $0.1, isHidden: false)
                }, temperature: 1.1 * 0.9993)
            return law.excess(of: counts)
        }
        // The same one is chosen twice half of the time.
        #expect(excess(both: 0.5) < Self.chance)
        #expect(excess(both: 1) > 2 * Self.chance)
        #expect(excess(both: 0) > 2 * Self.chance)
    }

    @Test func `Blocked Gibbs hides what it draws, each cell by chance`() throws {
        let cells = [5, 6]
        let task = try Self.task(free: cells)
        var sampler = BlockedGibbs()
        sampler.steps = 2
        let counts = Self.counts { sampler.compose(task, with: Self.model, seed: $0) }
        func excess(_ shares: [Double], isHidden: Bool = true, temperature: Double = 0.99) -> Double {
            var law = ExactLaw(task, Self.model)
            law.step([ExactLaw.Move(cells: cells, probability: 1, isHidden: true)], temperature: temperature)
            for share in shares {
                let moves = [cells, [5], [6], []].map { chosen in
                    ExactLaw.Move(
                        cells: chosen,
                        probability: cells.reduce(1) { $0 * (chosen.contains($1) ? share : 1 - share) },
                        isHidden: isHidden)
                }
                law.step(moves, temperature: temperature)
            }
            return law.excess(of: counts)
        }
        // After half of the steps 0.9 has become 0.9 - 0.8 * 0.5 / 0.7.
        let shares = [0.9, 0.9 - 0.4 / 0.7]
        #expect(excess(shares) < Self.chance)
        #expect(excess(shares, isHidden: false) > 2 * Self.chance)
        #expect(excess(shares, temperature: 2.5) > 2 * Self.chance)
        #expect(excess([0.1, 0.1]) > 2 * Self.chance)
    }

    @Test(arguments: [Float(0.7), 1, 1.1]) func `A cell is drawn at the temperature that is asked for`(
        _ temperature: Float
    ) throws {
        let task = try Self.task(free: [10])
        var generator = SplitMix64(seed: 1)
        var sketch = Sketch(task, Self.model)
        sketch.ask(hiding: [10])
        var counts: [[Token]: Int] = [:]
        for _ in 0..<20_000 {
            sketch.draw(10, temperature: temperature, &generator)
            counts[sketch.grid.tokens, default: 0] += 1
        }
        func excess(_ temperature: Double) -> Double {
            var law = ExactLaw(task, Self.model)
            law.step([ExactLaw.Move(cells: [10], probability: 1, isHidden: true)], temperature: temperature)
            return law.excess(of: counts)
        }
        #expect(excess(Double(temperature)) < Self.chance)
        for wrong in [0.9, 1.1] { #expect(excess(wrong * Double(temperature)) > 2 * Self.chance) }
    }
}
