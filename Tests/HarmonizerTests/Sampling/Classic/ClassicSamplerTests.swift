import ScoreModel
import Testing

@testable import Harmonizer

/// What both samplers for comparison have to keep to.
@Suite struct ClassicSamplerTests {
    /// A way to compose, with its name.
    struct Way: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let compose: @Sendable (CompositionTask, UInt64) -> Grid
    }

    private static let model = Model(SmallNetwork.network, parameters: SmallNetwork.parameters(seed: 4))
    private static let ways = [
        Way(testDescription: "pseudo-Gibbs") { task, seed in
            var sampler = PseudoGibbs()
            sampler.iterations = 30
            return sampler.compose(task, with: model, seed: seed)
        },
        Way(testDescription: "pseudo-Gibbs from what is there") { task, seed in
            var sampler = PseudoGibbs()
            sampler.iterations = 3
            sampler.beginsWithPresent = true
            return sampler.compose(task, with: model, seed: seed)
        },
        Way(testDescription: "blocked Gibbs") { task, seed in
            var sampler = BlockedGibbs()
            sampler.steps = 10
            return sampler.compose(task, with: model, seed: seed)
        },
    ]

    /// Two bars of which beats are known, in four voices that move by step.
    private static func grid(seed: UInt64) -> Grid {
        Grid(
            voiceCount: 4, tokens: SmallPieces.pieces(1, ticks: 32, seed: seed)[0].tokens,
            ticks: (0..<32).map {
                TickContext(placeInBeat: Fraction($0 % 4) / 4, beatInMeasure: $0 / 4 % 4, beatsPerMeasure: 4)
            })
    }

    @Test(arguments: ways, [UInt64(1), 2, 3])
    func `Given cells stay, free ones are all known, in range and of the pitch classes that they may begin`(
        _ way: Way, _ seed: UInt64
    ) {
        var generator = SplitMix64(seed: seed)
        let grid = Self.grid(seed: seed)
        // Whole voices, and notes of another one.
        let isFree = grid.tokens.indices.map { $0 % 4 == 1 || $0 % 4 == 3 || $0 % 4 == 2 && $0 / 16 % 2 == 1 }
        let classes = grid.tokens.indices.map { _ in UInt16(generator.next() & 0xFFF) }
        let ranges = [60...62, 58...63, 50...55, 40...47]
        let task = CompositionTask(grid, isFree: isFree, ranges: ranges, pitchClasses: classes)
        let result = way.compose(task, seed)
        #expect(result == result.canonical)
        #expect(result.ticks == grid.ticks)
        var changed = 0
        for cell in result.tokens.indices {
            guard isFree[cell] else {
                #expect(result.tokens[cell] == grid.tokens[cell])
                continue
            }
            if result.tokens[cell] != grid.tokens[cell] { changed += 1 }
            #expect(result.tokens[cell] != .hidden && result.tokens[cell] != .outside)
            guard let pitch = Vocabulary.voices.pitch(result.tokens[cell]) else { continue }
            #expect(ranges[cell % 4].contains(pitch))
            #expect(classes[cell] & 1 << UInt16(pitch % 12) != 0)
        }
        #expect(changed > 0)
    }

    @Test(arguments: ways) func `The same seed gives the same grid, another one another`(_ way: Way) {
        let task = CompositionTask(Self.grid(seed: 1), keeping: [0])
        let results = [UInt64(1), 1, 2].map { way.compose(task, $0) }
        #expect(results[0] == results[1])
        #expect(results[0] != results[2])
    }

    @Test(arguments: ways) func `With nothing free nothing changes`(_ way: Way) {
        let grid = Self.grid(seed: 1)
        #expect(way.compose(CompositionTask(grid, keeping: [0, 1, 2, 3]), 1) == grid)
    }

    @Test func `As faithful as can be, cells keep what they have`() {
        let grid = Self.grid(seed: 1)
        let task = CompositionTask(grid, isFree: grid.tokens.indices.map { $0 % 4 > 0 }, faithfulness: 1000)
        var sampler = BlockedGibbs()
        sampler.steps = 0
        #expect(sampler.compose(task, with: Self.model, seed: 1) == grid)
    }

    @Test func `Without iterations what is there stays, where it is allowed`() {
        let grid = Self.grid(seed: 1)
        var task = CompositionTask(grid, keeping: [0])
        var sampler = PseudoGibbs()
        (sampler.iterations, sampler.beginsWithPresent) = (0, true)
        #expect(sampler.compose(task, with: Self.model, seed: 1) == grid)
        task = CompositionTask(grid, keeping: [0], ranges: [60...81, 60...60, 60...60, 60...60])
        let moved = sampler.compose(task, with: Self.model, seed: 1)
        let beginnings = moved.tokens.enumerated().filter { $0.offset % 4 > 0 }
            .compactMap { Vocabulary.voices.pitch($0.element) }
        #expect(!beginnings.isEmpty)
        #expect(beginnings.allSatisfy { $0 == 60 })
    }

    @Test func `Temperature falls from 1.1 to 1 in 137 iterations`() {
        let sampler = PseudoGibbs()
        #expect(abs(sampler.temperature(in: 0) - 1.1 * 0.9993) < 1e-6)
        #expect(abs(sampler.temperature(in: 9) - 1.1 * 0.99302) < 1e-4)
        #expect(sampler.temperature(in: 135) > 1 && sampler.temperature(in: 136) == 1)
        #expect(sampler.temperature(in: 1000) == 1)
    }

    @Test func `As many iterations as a cell needs to be drawn as often as by 500 for 64 ticks`() {
        let sampler = PseudoGibbs()
        #expect(sampler.iterations(for: [Array(0..<64)]) == 500)
        #expect(sampler.iterations(for: [Array(0..<256), [0]]) == 2000)
    }

    @Test func `Ever fewer cells are hidden`() {
        let sampler = BlockedGibbs()
        #expect(sampler.hiding(in: 0) == 0.9)
        #expect(abs(sampler.hiding(in: 21) - 0.5) < 1e-12)
        #expect((42..<60).allSatisfy { abs(sampler.hiding(in: $0) - 0.1) < 1e-12 })
    }
}
