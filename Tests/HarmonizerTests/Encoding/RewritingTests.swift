import Counterpoint
import Harmonizer
import ScoreModel
import Testing

@Suite struct RewritingTests {
    private let plain = "S C5*4 | C5*4\nA E4*4 | E4*4\nT G3*4 | G3*4\nB C3*4 | C3*4"

    private func rewritten(
        _ score: Score, keeping kept: Set<Int> = [], measures: Range<Int>? = nil,
        _ change: (inout Grid) throws -> Void
    ) throws -> Rewriting {
        let reading = try Grid.Reading(score)
        var grid = reading.grid
        try change(&grid)
        let rewriting = Rewriting(score, reading, as: grid, keeping: kept, measures: measures)
        #expect(rewriting.score.inconsistencies.isEmpty)
        #expect(try rewriting.score.violations().isEmpty)
        if kept.isEmpty, measures == nil {
            #expect(try Grid.Reading(rewriting.score).grid.tokens == grid.canonical.tokens)
        }
        return rewriting
    }

    @Test(arguments: [
        (
            "64 - 65 - 67 - - - - - 65 - 64 - - -",
            ["0 1/2 E4", "1/2 1/2 F4", "1 1 G4~", "2 1/2 G4", "5/2 1/2 F4", "3 1 E4"]
        ),
        (
            "64 - 65 - - - 67 - 64 - - . . . . .",
            ["0 1/2 E4", "1/2 1 F4", "3/2 1/2 G4", "2 3/4 E4", "11/4 1/4 r", "3 1 r"]
        ),
        (". . . . . . . . . . . . . . . .", ["0 4 r"]),
        ("64 - - - - - - - - - - - - - - -", ["0 4 E4"]),
    ]) func `Voices get values, ties and rests as the meter wants them`(_ line: String, _ expected: [String]) throws {
        let rewriting = try rewritten(choir(plain)) { try $0.sing(1, line) }
        let first = rewriting.score.parts[1].notes.filter { $0.measure == 0 }.count
        #expect(Array(rewriting.score.notation(of: 1).prefix(first)) == expected)
        #expect(rewriting.losses.isEmpty)
    }

    @Test func `Notes are tied over bar lines, eighths share beams`() throws {
        let rewriting = try rewritten(choir(plain)) { grid in
            try grid.sing(3, "48 - 50 - 52 - 53 - 55 - - - 57 - - - - - 55 - 53 - 52 - 50 - - - 48 - - -")
        }
        let notes = rewriting.score.parts[3].notes
        #expect(rewriting.score.notation(of: 3)[5...6] == ["3 1 A3~", "4 1/2 A3"])
        #expect(notes.prefix(4).map { $0.beams[1] } == [.begin, .end, .begin, .end])
        #expect(notes[5].traits.contains(.tieStart) && notes[6].traits.contains(.tieStop))
    }

    @Test(arguments: [
        (4, "73 - - - 75 - - - 76 - - - 68 - - -", ["C#5", "D#5", "E5", "G#4"]),
        (-3, "67 - - - 65 - - - 63 - - - 68 - - -", ["G4", "F4", "Eb4", "Ab4"]),
        (-7, "71 - - - 70 - - - 64 - - - 66 - - -", ["Cb5", "Bb4", "Fb4", "Gb4"]),
    ]) func `Names follow the key`(_ fifths: Int, _ line: String, _ names: [String]) throws {
        let score = try choir(plain, fifths: fifths)
        let rewriting = try rewritten(score) { grid in
            for voice in 0...3 { try grid.sing(voice, line + " " + line) }
        }
        #expect(rewriting.score.parts[0].notes.prefix(4).map { $0.pitch?.description } == names)
    }

    @Test func `Voices that are kept stay as they are, and the parts of others keep what hangs on no note`() throws {
        var score = try choir(plain)
        for part in score.parts.indices {
            score.parts[part].lyrics = [Attached(note: 0, value: Lyric(text: "Wach"))]
            score.parts[part].directions = [Timed(onset: 2, measure: 0, value: Direction([[.words("dolce")]]))]
            score.parts[part].marks = [
                Mark(note: 0, .slur(Edge(.start, number: 1, partner: 1), Curve())),
                Mark(note: 1, .slur(Edge(.stop, number: 1, partner: 0), Curve())),
                Mark(note: 1, .articulation(Articulation(.staccato))),
            ]
        }
        let rewriting = try rewritten(score, keeping: [0, 3]) { try $0.sing(1, "67 - - - 65 - - -") }
        #expect(rewriting.score.parts[0] == score.parts[0])
        #expect(rewriting.score.parts[3] == score.parts[3])
        #expect(rewriting.score.parts[1].directions == score.parts[1].directions)
        #expect(rewriting.score.parts[1].lyrics.isEmpty && rewriting.score.parts[1].marks.isEmpty)
        #expect(rewriting.losses.map { "\($0.kind) \($0.count)" } == ["lyric 2", "slur 2", "articulation 2"])
        #expect(rewriting.losses[0].first.part == "P2")
    }

    @Test func `On a shared staff the kept voice keeps its notation, and stems part`() throws {
        var grid = try Grid.Reading(choir(plain)).grid
        try grid.sing(0, "78 - - - 78 - - - 76 - - - 76 - - -")
        try grid.sing(1, "66 - - - 66 - - - 67 - - - 67 - - -")
        var score = grid.score(layout: .closeScore)
        score.parts[0].lyrics = [Attached(note: 0, value: Lyric(text: "Wach"))]
        let before = score.parts[0].notes.filter { $0.voice == 0 }
        let rewriting = try rewritten(score, keeping: [0]) { grid in
            try grid.sing(1, "78 - - - 77 - - - 67 - - - 67 - - -")
        }
        let part = rewriting.score.parts[0]
        #expect(part.lyrics.map { part.notes[$0.note].voice } == [0])
        let after = part.notes.filter { $0.voice == 0 }
        #expect(after.map(\.content) == before.map(\.content) && after.map(\.beams) == before.map(\.beams))
        #expect(after.prefix(4).map(\.stem) == [.up, .up, .up, .up])
        #expect(part.notes.filter { $0.voice == 1 }.prefix(4).map(\.stem) == [.down, .down, .down, .down])
        // The alto's F natural stands on the line of the soprano's second F sharp: it has its sign, and so has the F sharp now.
        #expect(part.notes.filter { $0.voice == 1 }.prefix(2).map { $0.pitch?.description } == ["F#5", "F5"])
        #expect(part.notes.filter { $0.voice == 1 }.prefix(2).map { $0.accidental?.sign } == [nil, .natural])
        #expect(after.prefix(2).map { $0.accidental?.sign } == [.sharp, nil])
    }

    @Test func `Fermatas stand in all voices where the top voice has one`() throws {
        let score = try choir("S C5*2 D5*2^ | C5*4^\nA E4*4 | E4*4\nT G3*4 | G3*4\nB C3*4 | C3*4")
        let rewriting = try rewritten(score, keeping: [0]) { grid in
            try grid.sing(1, "64 - - - - - - - 65 - - - 67 - - - 64")
            try grid.sing(2, "55 - - - - - - - 55 - - - . . . . 55")
        }
        #expect(rewriting.score.parts.map { $0.fermatas.map(\.note) } == [[1, 2], [2, 3], [3], [0, 1]])
    }

    @Test func `What a transposing part plays is written for it`() throws {
        var score = try choir(plain)
        score.parts[1].transpositions = [
            Timed(onset: .zero, measure: 0, value: Transposition(diatonic: -1, chromatic: Semitones(-2)))
        ]
        score.parts[1].keys = [Timed(onset: .zero, measure: 0, value: .traditional(fifths: 2))]
        let rewriting = try rewritten(score) { try $0.sing(1, "64 - - - 65 - - - 58 - - - 60 - - -") }
        #expect(rewriting.score.parts[1].notes.prefix(4).map { $0.pitch?.description } == ["F#4", "G4", "C4", "D4"])
    }

    @Test func `Measures that are not written anew stay, and notes are tied into them`() throws {
        let score = try choir(
            "S C5*4 | C5*4 | C5*4\nA E4~*4 | E4~*4 | E4*4\nT G3*4 | G3*4 | G3*4\nB C3*4 | C3*4 | C3*4")
        let held = try rewritten(score, keeping: [0, 2, 3], measures: 1..<2) { grid in
            try grid.sing(1, from: 16, "- - - - 65 - - - 65 - - - 64 - - -")
        }
        #expect(held.score.notation(of: 1) == ["0 4 E4~", "4 1 E4", "5 1 F4", "6 1 F4", "7 1 E4~", "8 4 E4"])
        let cut = try rewritten(score, keeping: [0, 2, 3], measures: 1..<2) { grid in
            try grid.sing(1, from: 16, "65 - - - - - - - - - - - - - - - 64")
        }
        #expect(cut.score.notation(of: 1) == ["0 4 E4", "4 4 F4", "8 4 E4"])
        #expect(cut.score.parts[1].notes.allSatisfy { !$0.traits.contains(.tieStart) && !$0.traits.contains(.tieStop) })
    }

    @Test func `Where a voice was silent without a sign it has none`() throws {
        var score = try choir("S C5*4 | C5*2 r*2\nA E4*4 | E4*2 r*2\nT G3*4 | G3*2 r*2\nB C3*4 | C3*2 r*2")
        score.parts[1].voices = ["1"]
        score.parts[1].notes.removeLast()
        score.parts[1].spaces = [Space(measure: 1, onset: 6, duration: 2, voice: "1")]
        score.parts[2].notes[2].traits.insert(.hidden)
        let rewriting = try rewritten(score) { _ in }
        #expect(rewriting.score.parts.map { $0.notes.last?.traits.contains(.hidden) } == [false, true, true, false])
        #expect(rewriting.score.parts[1].spaces.isEmpty)
    }

    @Test func `Measures that end between ticks are written to their ends`() throws {
        let score = try choir("S C5*2/3 | C5\nA E4*2/3 | E4\nT G3*2/3 | G3\nB C3*2/3 | C3", meter: nil)
        let rewriting = try rewritten(score) { _ in }
        #expect(rewriting.score.notation(of: 0) == ["0 2/3 C5", "2/3 1 C5"])
    }
}
