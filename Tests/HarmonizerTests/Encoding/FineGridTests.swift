import Harmonizer
import ScoreModel
import Testing

/// Random quartets become grids, numbers and scores again.
@Suite struct FineGridTests {
    private static let meters = [(4, 4), (3, 4), (3, 2), (6, 8), (5, 4), (12, 8), (3, 8), (5, 8), (9, 16), (1, 4)]

    @Test(arguments: meters) func `Whatever the rhythm, the score of a grid has the same grid`(_ meter: (Int, Int))
        throws
    {
        for seed in 0..<8 {
            let pickup: Fraction = [.zero, 1 / 3, 1 / 4, 1 / 8][seed % 4]
            let score = try RandomQuartet(
                Meter(meter.0, meter.1), fifths: seed - 4, pickup: pickup, seed: UInt64(seed)
            ).score
            let reading = try Grid.Reading(score, vocabulary: .strings)
            #expect(reading.losses.isEmpty && reading.notes.held == reading.notes.all)
            let written = reading.grid.score()
            #expect(written.inconsistencies.isEmpty)
            #expect(written.measures.map(\.length) == score.measures.map(\.length), "\(meter) \(seed)")
            #expect(written.parts[0].meters.map(\.value.description) == ["\(meter.0)/\(meter.1)"])
            let again = try Grid.Reading(written, vocabulary: .strings)
            #expect(again.grid == reading.grid, "\(meter) \(seed)")
            if seed == 0 { #expect(try written.violations().isEmpty, "\(meter)") }
        }
    }

    @Test(arguments: meters) func `Numbers tell all of a grid's ticks`(_ meter: (Int, Int)) throws {
        for seed in 0..<12 {
            let pickup: Fraction = [.zero, 1 / 3, 1 / 4][seed % 3]
            let score = try RandomQuartet(
                Meter(meter.0, meter.1), fifths: seed - 5, pickup: pickup, seed: UInt64(seed)
            ).score
            let grid = try Grid.Reading(score, vocabulary: .strings).grid
            #expect(Piece(name: "", grid).grid == grid, "\(meter) \(seed)")
        }
    }
}
