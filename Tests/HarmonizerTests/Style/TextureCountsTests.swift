import Harmonizer
import ScoreModel
import Testing

struct TextureCountsTests {
    /// Two voices, as ``Grid/sing(_:from:_:)`` takes them.
    private static func grid(_ upper: String, _ lower: String, times: TickTimes? = nil) throws -> Grid {
        let count = upper.split(separator: " ").count
        var grid = Grid(
            voiceCount: 2, tokens: Array(repeating: .rest, count: 2 * count),
            ticks: Array(repeating: TickContext(), count: count), times: times)
        try grid.sing(0, upper)
        try grid.sing(1, lower)
        return grid
    }

    private static let octaves: [(TextureFeature, [Int: Int])] = [
        (.intervals, [128: 1, 130: 1, 384: 1, 386: 1]), (.repetitions, [1: 2, 2: 2]), (.lengths, [12: 5, 24: 1]),
        (.rests, [12: 1]), (.soundingVoices, [2: 36, 1: 12]), (.attacks, [1: 2, 2: 2]),
        (.placesInBeat, [0: 4, 12: 2]), (.doublings, [3: 1]), (.crossings, [0: 36]), (.stops, [0: 6]),
        (.pitches, [72: 2, 74: 1, 188: 1, 190: 2]),
    ]

    @Test(arguments: octaves) func `Two voices in octaves`(
        _ feature: TextureFeature, _ expected: [Int: Int]
    ) throws {
        let counts = TextureCounts(try Self.grid("72 - 72 - 74 - . .", "60 - - - 62 - 62 -"))
        #expect(counts[feature].counts == expected)
    }

    private static let crossed: [(TextureFeature, [Int: Int])] = [
        (.intervals, [130: 2, 383: 2]), (.repetitions, [1: 6]), (.lengths, [8: 6]), (.rests, [:]),
        (.soundingVoices, [2: 24]), (.attacks, [2: 3]), (.placesInBeat, [0: 2, 8: 2, 16: 2]), (.doublings, [2: 2]),
        (.crossings, [1: 24]), (.stops, [0: 5, 1: 1]),
    ]

    @Test(arguments: crossed) func `Crossed voices in a triplet, one with a stop`(
        _ feature: TextureFeature, _ expected: [Int: Int]
    ) throws {
        let third = Fraction(1) / 3
        var grid = try Self.grid(
            "60 62 64", "67 66 65", times: TickTimes([.zero, third, third + third, 1]))
        grid.stops[2] = Stop(intervals: [-5])
        #expect(TextureCounts(grid)[feature].counts == expected)
    }

    @Test func `A rest parts notes, and beats are those that the meter has`() throws {
        var grid = try Self.grid("72 . 72 .", ". . . .")
        for tick in 0..<4 { grid.ticks[tick].placeInBeat = Fraction(tick + 2) / 4 }
        let counts = TextureCounts(grid)
        #expect(counts[.intervals].counts.isEmpty)
        #expect(counts[.repetitions].counts == [1: 2])
        #expect(counts[.rests].counts == [6: 2, 24: 1])
        #expect(counts[.placesInBeat].counts == [12: 1, 24: 1])
    }

    @Test func `Pieces add up, and what is alike does not diverge`() throws {
        let (one, other) = (
            TextureCounts(try Self.grid("72 - 74 -", "60 - 62 -")),
            TextureCounts(try Self.grid("72 74 76 77", ". . 60 -"))
        )
        var sum = one
        sum += other
        #expect(sum[.lengths].total == 9)
        #expect(one.divergence(of: .lengths, from: one) == 0)
        let (near, far) = (sum.divergence(of: .lengths, from: one) ?? 0, other.divergence(of: .lengths, from: one) ?? 0)
        #expect(0 < near && near < far)
        #expect(TextureCounts().divergence(of: .lengths, from: one) == nil)
    }
}
