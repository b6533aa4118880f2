import Foundation
import Harmonizer
import ScoreModel
import Testing

/// Every eighth of the string quartets into a grid and back; `quartet train --ensemble strings --export` counts what grids hold of all.
@Suite(.enabled(if: Quartets.folder != nil, "QUARTET_DATA names no folder with quartets and their split.csv"))
struct QuartetRoundTripTests {
    private static let step = Int(ProcessInfo.processInfo.environment["QUARTET_STEP"] ?? "") ?? 8

    @Test(.timeLimit(.minutes(10))) func `nearly all notes are held, what is not is counted, and grids come back`()
        throws
    {
        var (all, held) = (0, 0)
        var losses: [String: Int] = [:]
        for index in stride(from: 0, to: Quartets.paths.count, by: Self.step) {
            let path = Quartets.paths[index]
            let reading = try Grid.Reading(Chorales.score(path), vocabulary: .strings)
            (all, held) = (all + reading.notes.all, held + reading.notes.held)
            let counts = reading.counts
            losses.merge(counts, uniquingKeysWith: +)
            let lost = counts.reduce(0) { Self.areNoNotes.contains($1.key) ? $0 : $0 + $1.value }
            #expect(reading.notes.all - reading.notes.held == lost, "\(path)")
            let again = try Grid.Reading(reading.grid.score(), vocabulary: .strings).grid
            let difference = again.difference(from: reading.grid)
            #expect(difference == nil, "\(path)")
        }
        print("\(held) of \(all) notes held; not held:", losses.sorted { $0.value > $1.value })
        #expect(held * 100 >= all * 97)
    }

    /// What grids do not hold beside notes that begin to sound.
    private static let areNoNotes: Set = ["voice", "cue", "unpitched-note"]
}

extension Grid {
    /// Where a grid that should be the same is not.
    fileprivate func difference(from other: Grid) -> String? {
        if times != other.times {
            let tick = (0...min(times.count, other.times.count)).first { times[$0] != other.times[$0] }
            return "times at \(tick.map { "\(times[$0]) \(other.times[$0])" } ?? "the end")"
        }
        if let cell = tokens.indices.first(where: { tokens[$0] != other.tokens[$0] }) {
            return "token \(cell): \(tokens[cell]) \(other.tokens[cell]) at \(times[cell / 4])"
        }
        if let tick = ticks.indices.first(where: { ticks[$0] != other.ticks[$0] }) {
            return "context at \(times[tick]): \(ticks[tick]) \(other.ticks[tick])"
        }
        return stops == other.stops ? nil : "stops"
    }
}
