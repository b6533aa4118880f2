import Testing

@testable import Harmonizer

/// Compares what comes out of many runs with the exact probabilities, and with those of samplers that are a little wrong.
@Suite struct ExactLawTests {
    private static let model = Model(SmallNetwork.network, parameters: SmallNetwork.parameters(seed: 8))
    private static let runs = 4000
    /// Pearson's sum is hardly ever four standard deviations too large by chance; seeds are fixed, so these tests don't depend on that.
    private static let chance = 4.0

    /// A few ticks of which only some cells of the inner voices are free.
    private static func task(free cells: [Int]) throws -> CompositionTask {
        var grid = Grid(
            voiceCount: 4, tokens: [Token](repeating: .hold, count: 16),
            ticks: (0..<4).map { TickContext(tickInBeat: $0, fifths: 0) })
        try grid.sing(0, "72 - 74 -")
        try grid.sing(1, "65 - 67 -")
        try grid.sing(2, "60 59 - 57")
        try grid.sing(3, "48 - 50 -")
        return CompositionTask(
            grid, isFree: (0..<16).map(cells.contains), ranges: [60...81, 64...67, 57...60, 40...50])
    }

    private static func counts(_ compose: (UInt64) -> Grid) -> [[Token]: Int] {
        (0..<runs).reduce(into: [:]) { $0[compose(UInt64($1)).tokens, default: 0] += 1 }
    }

    // Two voices in one tick, one voice in two ticks, and a single cell.
    @Test(arguments: [[5, 6], [5, 9], [10]]) func `Pseudo-Gibbs draws from the conditional distributions`(
        _ cells: [Int]
    ) throws {
        let task = try Self.task(free: cells)
        var sampler = PseudoGibbs()
        (sampler.iterations, sampler.batch) = (2, 1)
        let counts = Self.counts { sampler.compose(task, with: Self.model, seed: $0) }
        /// In one voice one cell is drawn at a time, in two voices both at once.
        func law(temperature: Double, isHidden: Bool = false) -> ExactLaw {
            var law = ExactLaw(task, Self.model)
            let moves =
                Set(cells.map { $0 % 4 }).count == cells.count
                ? [ExactLaw.Move(cells: cells, probability: 1, isHidden: isHidden)]
                : cells.map {
                    ExactLaw.Move(cells: [$0], probability: 1 / Double(cells.count), isHidden: isHidden)
                }
            law.step(moves, temperature: temperature * 0.9993)
            law.step(moves, temperature: temperature * 0.9993 * 0.9993)
            return law
        }
        #expect(law(temperature: 1.1).excess(of: counts) < Self.chance)
        #expect(law(temperature: 1).excess(of: counts) > 2 * Self.chance)
        // A cell that only its own head is asked for is never seen by it; two are seen by each other.
        if cells.count > 1 {
            #expect(law(temperature: 1.1, isHidden: true).excess(of: counts) > 2 * Self.chance)
        }
    }

    @Test func `Temperature falls to 1 and no further`() throws {
        let task = try Self.task(free: [10])
        var sampler = PseudoGibbs()
        (sampler.iterations, sampler.batch) = (138, 1)
        // A single cell has forgotten all but the last iteration.
        let counts = (0..<1000).reduce(into: [[Token]: Int]()) {
            $0[sampler.compose(task, with: Self.model, seed: UInt64($1)).tokens, default: 0] += 1
        }
        var law = ExactLaw(task, Self.model)
        law.step([ExactLaw.Move(cells: [10], probability: 1, isHidden: false)], temperature: 1)
        #expect(law.excess(of: counts) < Self.chance)
    }

    @Test(arguments: [[5, 6], [5, 9]]) func `Blocked Gibbs hides what it draws, each cell by chance`(
        _ cells: [Int]
    ) throws {
        let task = try Self.task(free: cells)
        var sampler = BlockedGibbs()
        sampler.steps = 2
        let counts = Self.counts { sampler.compose(task, with: Self.model, seed: $0) }
        func law(temperature: Double = 0.99, isHidden: Bool = true, shares: [Double]) -> ExactLaw {
            var law = ExactLaw(task, Self.model)
            law.step([ExactLaw.Move(cells: cells, probability: 1, isHidden: true)], temperature: temperature)
            for share in shares {
                let moves = [cells, [cells[0]], [cells[1]], []].map { chosen in
                    ExactLaw.Move(
                        cells: chosen,
                        probability: cells.reduce(1) { $0 * (chosen.contains($1) ? share : 1 - share) },
                        isHidden: isHidden)
                }
                law.step(moves, temperature: temperature)
            }
            return law
        }
        // After half of the steps 0.9 has become 0.9 - 0.8 * 0.5 / 0.7.
        let shares = [0.9, 0.9 - 0.4 / 0.7]
        #expect(law(shares: shares).excess(of: counts) < Self.chance)
        #expect(law(temperature: 1.1, shares: shares).excess(of: counts) > 2 * Self.chance)
        #expect(law(isHidden: false, shares: shares).excess(of: counts) > 2 * Self.chance)
        #expect(law(shares: [0.1, 0.1]).excess(of: counts) > 2 * Self.chance)
    }
}
