import Counterpoint
import Harmonizer
import ScoreModel
import Testing

/// Double, triple and quadruple stops on the page.
struct StopWritingTests {
    private static let held = "Vl1 G5*4 | G5*4\nVl2 D5*4 | D5*4\nVa B4*4 | B4*4\nVc G2*4 | D3*4"

    /// A quartet in shorthand with stops at cells, written and read again.
    private func written(
        _ text: String, fifths: Int = 0, _ stops: [Int: [Int]], keeping kept: Set<Int> = [],
        measures: Range<Int>? = nil, _ change: (inout Grid) -> Void = { _ in }
    ) throws -> Score {
        let score = try choir(text, fifths: fifths)
        let reading = try Grid.Reading(score, vocabulary: .strings)
        var grid = reading.grid
        grid.stops = try stops.mapValues { try #require(Stop(intervals: $0)) }
        change(&grid)
        let rewritten = Rewriting(score, reading, as: grid, keeping: kept, measures: measures).score
        #expect(rewritten.inconsistencies.isEmpty)
        #expect(try rewritten.violations().isEmpty)
        if measures == nil {
            for score in [rewritten, try rewritten.reread(), try grid.score().reread()] {
                let again = try Grid.Reading(score, vocabulary: .strings).grid
                #expect(again.stops == grid.stops && again.tokens == grid.tokens)
            }
        }
        return rewritten
    }

    @Test func `A chord is tied note by note`() throws {
        let score = try written(Self.held, [0: [-24, -17, -8], 3: [7], 16 * 4 + 3: [12]]) { $0[16, 0] = .hold }
        #expect(
            score.notation(of: 0) == [
                "0 4 G3~", "0 4 D4~", "0 4 B4~", "0 4 G5~", "4 4 G3", "4 4 D4", "4 4 B4", "4 4 G5",
            ])
        let members = score.parts[0].notes.map { $0.traits.contains(.chordMember) }
        #expect(members == [false, true, true, true, false, true, true, true])
        // The note that stands for the lowest voice is the lowest.
        #expect(score.notation(of: 3) == ["0 4 G2", "0 4 D3", "4 4 D3", "4 4 D4"])
    }

    @Test func `Only a stem has beams`() throws {
        let eighths = Self.held.replacing("G5*4 |", with: "G5/2 A5/2 B5/2 G5/2 G5*2 |")
        let score = try written(eighths, [0: [-8], 8: [-3], 16: [-4]])
        let notes = score.parts[0].notes
        #expect(notes.prefix(7).map { $0.beams[1] } == [.begin, nil, .end, nil, .begin, nil, .end])
        #expect(Set(notes.prefix(2).map(\.value)).count == 1)
    }

    private static let names: [(Int, String, Accidental.Sign?)] = [
        (4, "G#4", nil), (0, "G#4", .sharp), (-4, "Ab4", nil),
    ]

    @Test(arguments: names) func `Names follow the key and the chords`(
        _ fifths: Int, _ name: String, _ sign: Accidental.Sign?
    ) throws {
        let text =
            fifths < 0
            ? "Vl1 C5*2 C5*2\nVl2 Eb4*4\nVa C4*4\nVc Ab2*4" : "Vl1 E5*2 E5*2\nVl2 B4*4\nVa E4*4\nVc E3*4"
        let score = try written(text, fifths: fifths, [0: [fifths < 0 ? -4 : -8]])
        let note = score.parts[0].notes[0]
        #expect(note.pitch?.description == name)
        #expect(note.accidental?.sign == sign)
    }

    @Test func `A stop is tied to measures that stay`() throws {
        let score = try written(Self.held, [0: [-8]], measures: 0..<1) { $0[16, 0] = .hold }
        // The second measure has no B.
        #expect(score.notation(of: 0) == ["0 4 B4", "0 4 G5~", "4 4 G5"])
        let chords = try written(Self.held, [0: [-8]]) { $0[16, 0] = .hold }
        let reading = try Grid.Reading(chords, vocabulary: .strings)
        let again = Rewriting(chords, reading, as: reading.grid, measures: 1..<2).score
        #expect(again.notation(of: 0) == ["0 4 B4~", "0 4 G5~", "4 4 B4", "4 4 G5"])
    }
}
