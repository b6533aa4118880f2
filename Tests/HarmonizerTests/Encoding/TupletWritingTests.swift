import Harmonizer
import ScoreModel
import Testing

/// What no plain values add up to is written in tuplets.
@Suite struct TupletWritingTests {
    private struct Example: CustomTestStringConvertible {
        let meter: (Int, Int)
        let line: String
        let text: String
        var testDescription: String { line }
    }

    private static let simple = [
        ("C5/3 D5/3 E5/3 F5*3", "[e3:2 C5, e3:2 D5, e3:2 E5], q F5~, h F5"),
        ("C5*2/3 D5/3 E5/3 F5*2/3 G5*2", "[q3:2 C5, e3:2 D5], [e3:2 E5, q3:2 F5], h G5"),
        ("C5*2/3 D5*2/3 E5*2/3 F5*2", "[q3:2 C5, q3:2 D5, q3:2 E5], h F5"),
        ("C5 D5*2/3 E5*2/3 F5*2/3 G5", "q C5, [q3:2 D5, q3:2 E5, q3:2 F5], q G5"),
        (
            "C5/6 D5/6 E5/6 F5/6 G5/6 A5/6 B5*3",
            "[s3:2 C5, s3:2 D5, s3:2 E5], [s3:2 F5, s3:2 G5, s3:2 A5], q B5~, h B5"
        ),
        ("C5/5 D5/5 E5/5 F5/5 G5/5 A5*3", "[s5:4 C5, s5:4 D5, s5:4 E5, s5:4 F5, s5:4 G5], q A5~, h A5"),
        ("C5*2/5 D5*3/5 E5*3", "[e5:4 C5, s5:4 D5~, e5:4 D5], q E5~, h E5"),
        ("C5/12 D5/12 E5/6 F5/3 G5/3 A5*3", "[t3:2 C5, t3:2 D5, s3:2 E5, e3:2 F5, e3:2 G5], q A5~, h A5"),
        ("r/3 C5/3 r/3 D5*3", "[e3:2 r, e3:2 C5, e3:2 r], q D5~, h D5"),
        ("C5*5/3 D5/3 E5*2", "q C5~, [q3:2 C5, e3:2 D5], h E5"),
        ("C5*2/3 D5*4/3 E5*2", "[q3:2 C5, e3:2 D5~], q D5, h E5"),
        ("C5/8 D5/8 E5/4 F5/2 G5*3", "t C5, t D5, s E5, e F5, q G5~, h G5"),
    ].map { Example(meter: (4, 4), line: $0, text: $1) }
    private static let compound = [
        (
            "C5/6 D5/6 E5/6 F5/2 G5/2 A5*3/2",
            "[s3:2 C5, s3:2 D5, s3:2 E5], e F5, e G5, q. A5"
        ),
        ("C5*3/2 D5/6 E5/6 F5/6 G5", "q. C5, [s3:2 D5, s3:2 E5, s3:2 F5], q G5"),
        ("C5*3/10 D5*3/10 E5*3/10 F5*3/10 G5*3/10 A5*3/2", "[e5:3 C5, e5:3 D5, e5:3 E5, e5:3 F5, e5:3 G5], q. A5"),
        ("C5*3/4 D5*3/4 G5*3/2", "e. C5, s D5~, e D5, q. G5"),
    ].map { Example(meter: (6, 8), line: $0, text: $1) }

    @Test(arguments: simple + compound) private func `Every note has a value`(_ example: Example) throws {
        let meter = Meter(example.meter.0, example.meter.1)
        let score = try quartet(example.line, measures: [meter.length ?? 4], meter: meter)
        let grid = try Grid.Reading(score, vocabulary: .strings).grid
        for layout in Grid.Layout.allCases {
            let written = grid.score(layout: layout)
            #expect(written.parts[0].values(voice: 0) == example.text)
            #expect(written.inconsistencies.isEmpty)
            #expect(try written.violations().isEmpty)
            let reread = try written.reread()
            #expect(reread.parts[0].values(voice: 0) == example.text)
            #expect(try Grid.Reading(reread, vocabulary: .strings).grid == grid)
        }
    }

    @Test func `Beams join the notes of a triplet`() throws {
        let grid = try Grid.Reading(quartet("C5/3 D5/6 E5/6 F5/3 r/3 G5/3 A5/3 B5*2"), vocabulary: .strings).grid
        let notes = grid.score().parts[0].notes.prefix(7)
        #expect(notes.map { $0.beams[1] } == [.begin, .continue, .continue, .end, nil, .begin, .end])
        #expect(notes.map { $0.beams[2] } == [nil, .begin, .end, nil, nil, nil, nil])
    }

    @Test func `A bracket goes from chord to chord`() throws {
        let score = try quartet("C5/3 D5/3 E5/3 F5*3")
        let reading = try Grid.Reading(score, vocabulary: .strings)
        var grid = reading.grid
        for tick in grid.ticks.indices where [0, 2 / 3].contains(grid.times[tick]) {
            grid.stops[tick * grid.voiceCount] = Stop(intervals: [-7])
        }
        let written = grid.score()
        let text = "[e3:2 F4, +e3:2 C5, e3:2 D5, e3:2 A4], +e3:2 E5, q F5~, h F5"
        #expect(written.parts[0].values(voice: 0) == text)
        #expect(try written.violations().isEmpty)
        #expect(try Grid.Reading(written.reread(), vocabulary: .strings).grid == grid)
    }

    @Test func `Tuplets of measures that stay are left alone`() throws {
        let score = try quartet("C5/3 D5/3 E5/3 F5*3 | C5/3 D5/3 E5/3 F5*3", measures: [4, 4])
        let grid = try Grid.Reading(score, vocabulary: .strings).grid
        let written = grid.score()
        let reading = try Grid.Reading(written, vocabulary: .strings)
        let rewritten = Rewriting(written, reading, as: grid, measures: 1..<2)
        #expect(rewritten.losses.isEmpty && rewritten.score.inconsistencies.isEmpty)
        #expect(rewritten.score.parts[0].marks.map(\.note) == [0, 2, 5, 7])
        #expect(rewritten.score.parts[0].marks.map { $0.edge?.partner } == [1, 0, 3, 2])
    }

    @Test func `What is no tuplet has its length, but no value`() throws {
        let grid = try Grid.Reading(quartet("C5/37 D5*36/37 E5*3"), vocabulary: .strings).grid
        let written = grid.score()
        #expect(written.parts[0].values(voice: 0) == "? C5, ? D5, q E5~, h E5")
        #expect(try Grid.Reading(written.reread(), vocabulary: .strings).grid == grid)
    }
}

extension Part {
    /// The notes of a voice: values with pitches, `r` for rests, `?` for no value, `3:2` behind what stands in a tuplet, `[` and `]` for its
    /// bracket, `~` behind what is tied on, `+` before further notes of a chord.
    fileprivate func values(voice: Int) -> String {
        let letters = ["m", "l", "b", "w", "h", "q", "e", "s", "t", "x"]
        var edges: [Int: [Edge.Role]] = [:]
        for mark in marks {
            if case .tuplet(let edge, _) = mark.kind { edges[mark.note, default: []].append(edge.role) }
        }
        return notes.indices.filter { Int(notes[$0].voice) == voice }.map { index in
            let note = notes[index]
            let value = note.value.map {
                letters[Int($0.base.rawValue)] + String(repeating: ".", count: Int($0.dots))
            }
            let ratio = note.ratio == .none ? "" : "\(note.ratio.actual):\(note.ratio.normal)"
            let roles = edges[index] ?? []
            return (roles.contains(.start) ? "[" : "") + (note.traits.contains(.chordMember) ? "+" : "")
                + (value ?? "?") + ratio + " " + (note.pitch?.description ?? "r")
                + (note.traits.contains(.tieStart) ? "~" : "") + (roles.contains(.stop) ? "]" : "")
        }.joined(separator: ", ")
    }
}
