import Harmonizer
import ScoreModel
import Testing

/// Every eighth of the string quartets into a grid and back; `quartet train --ensemble strings --export` counts what grids hold of all.
@Suite(.enabled(if: Quartets.folder != nil, "QUARTET_DATA names no folder with quartets and their split.csv"))
struct QuartetRoundTripTests {
    @Test(.timeLimit(.minutes(10))) func `nearly all notes are held, what is not is counted, and grids come back`()
        throws
    {
        var (all, held, ticks, known) = (0, 0, 0, 0)
        var (notes, valued) = (0, 0)
        var losses: [String: Int] = [:]
        for index in stride(from: 0, to: Quartets.paths.count, by: 8) {
            let path = Quartets.paths[index]
            let reading = try Grid.Reading(Chorales.score(path), vocabulary: .strings)
            (all, held) = (all + reading.notes.all, held + reading.notes.held)
            losses.merge(reading.counts, uniquingKeysWith: +)
            let lost = reading.counts.reduce(0) { Self.areNoNotes.contains($1.key) ? $0 : $0 + $1.value }
            #expect(reading.notes.all - reading.notes.held == lost, "\(path)")
            let written = reading.grid.score()
            for note in written.parts.flatMap(\.notes) where !note.traits.contains(.wholeMeasure) {
                (notes, valued) = (notes + 1, valued + (note.value == nil ? 0 : 1))
            }
            let again = try Grid.Reading(written, vocabulary: .strings).grid
            let isSame = again.tokens == reading.grid.tokens.map { $0 == .hidden ? .rest : $0 }
            #expect(isSame && again.times == reading.grid.times && again.stops == reading.grid.stops, "\(path)")
            // Without a meter measures are written in 4/4.
            let pairs = zip(again.ticks, reading.grid.ticks).filter { $0.1.placeInBeat != nil }
            (ticks, known) = (ticks + pairs.count, known + pairs.count { $0 == $1 })
        }
        print("\(held) of \(all) notes held; not held:", losses.sorted { $0.value > $1.value })
        print("\(valued) of \(notes) notes and rests as they are written have a value")
        print("\(known) of \(ticks) ticks with a meter have the same context again")
        #expect(held * 100 >= all * 97)
        #expect(valued * 1000 >= notes * 999)
        #expect(known * 1000 >= ticks * 999)
    }

    /// What grids do not hold beside notes that begin to sound.
    private static let areNoNotes: Set = ["voice", "cue", "unpitched-note"]
}
