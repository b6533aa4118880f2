import Counterpoint
import Harmonizer
import ScoreModel
import Testing

@Suite struct GridReadingTests {
    @Test func `A tick is a sixteenth: a note begins, is held, and rests`() throws {
        let reading = try Grid.Reading(
            choir("S C5/2 D5/4 r/4 E5~ | E5 F5\nA C4*2 | C4*2\nT C4*2 | C4*2\nB C3*2 | C3*2", meter: Meter(2, 4)))
        #expect(reading.grid.line(0) == "72 - 74 . 76 - - - - - - - 77 - - -")
        #expect(reading.grid.line(3) == "48 - - - - - - - 48 - - - - - - -")
        #expect(reading.places.map(\.label) == ["Soprano", "Alto", "Tenor", "Bass"])
        #expect(reading.losses.isEmpty)
    }

    @Test func `What the grid does not hold is counted`() throws {
        var score = try choir(
            """
            S C5*2/3 D5*2/3 E5*2/3 F5/16 G5*15/16 A5
            A C7 C4*3
            T C4*4
            B C3*4
            """)
        score.parts[2].notes[0].traits.insert(.cue)
        var other = score.parts[2].notes[0]
        other.traits = []
        score.parts[2].notes.append(other)
        other.content = .pitched(Pitch(.a, octave: 3))
        other.traits = .chordMember
        score.parts[2].notes.append(other)
        score.parts[2].notes.append(score.parts[2].notes[1])
        score.parts[2].notes[3].traits.insert(.grace)
        let reading = try Grid.Reading(score)
        let losses = Dictionary(uniqueKeysWithValues: reading.losses.map { ($0.kind, $0.count) })
        #expect(
            losses == [
                "note-off-grid": 4, "note-too-short": 1, "pitch-range": 1, "cue": 1, "chord-note": 1, "grace-note": 1,
            ])
        #expect(reading.losses.first?.first.measure == "1")
        #expect(reading.losses.first?.first.part == "P1")
        #expect(reading.grid.line(0) == "72 - - 74 - 76 - - 79 - - - 81 - - -")
        #expect(reading.grid.line(1) == "? ? ? ? 60 - - - - - - - - - - -")
        #expect(reading.grid.line(2) == "60 - - - - - - - - - - - - - - -")
    }

    @Test func `Microtones are rounded and overlaps cut`() throws {
        var score = try choir("S C5*2 D5*2\nA C4*4\nT C4*4\nB C3*4")
        score.parts[0].notes[0].content = .pitched(Pitch(.c, alter: Semitones(thousandths: 500), octave: 5))
        score.parts[0].notes[0].duration = 3
        let reading = try Grid.Reading(score)
        #expect(reading.losses.map(\.kind) == ["microtone", "overlap"])
        #expect(reading.grid.line(0).hasPrefix("73 - - - - - - - 74"))
    }

    @Test(arguments: [
        ("S C5\nB C3", GridError.Code.voicesMissing, "the score has 2 voices (Soprano, Bass) where 4 are needed"),
        ("", .voicesMissing, "the score has no voices where 4 are needed"),
        (
            "V1 C5\nV2 C5\nV3 C5\nV4 C5\nV5 C4", .voicesUnclear,
            "the score has 5 voices (V1, V2, V3, V4, V5), and it is not clear which 4 are meant"
        ),
    ]) func `Without just four voices there is no grid`(_ text: String, _ code: GridError.Code, _ message: String) {
        do throws(GridError) {
            _ = try Grid.Reading((try? Shorthand(text).score) ?? Score())
            Issue.record("it was read")
        } catch {
            #expect(error.code == code)
            #expect(error.message == message)
        }
    }

    @Test(arguments: [
        ("Vl1 C5\nS C5\nA C4\nT C4\nB C3\nX C3", [1, 2, 3, 4], 2), ("B C3\nT C4\nA C4\nS C5", [3, 2, 1, 0], 0),
        ("Vl1 C5\nVl2 C5\nVa C4\nVc C3", [0, 1, 2, 3], 0), ("V1 C5\nV2 C5\nV3 C4\nV4 C3", [0, 1, 2, 3], 0),
    ]) func `Four voices are known by their names, or by being four`(
        _ text: String, _ parts: [Int], _ omitted: Int
    ) throws {
        let reading = try Grid.Reading(Shorthand(text).score)
        #expect(reading.places.map(\.part) == parts)
        #expect(reading.losses.filter { $0.kind == "voice" }.map(\.count) == (omitted > 0 ? [omitted] : []))
    }

    @Test func `Voices can be chosen`() throws {
        let score = try Shorthand("V1 C5\nV2 C5\nV3 C5\nV4 D4\nV5 C4").score
        let reading = try Grid.Reading(score, voices: [0, 2, 3, 4])
        #expect(reading.places.map(\.part) == [0, 2, 3, 4])
        #expect(reading.losses.map(\.kind) == ["voice", "note-of-another-voice"])
    }

    @Test func `A score longer than music is refused`() throws {
        var score = try choir("S C5\nA C4\nT C4\nB C3")
        score.measures[0].length = 100_000_000
        #expect(throws: GridError.self) { try Grid.Reading(score) }
    }
}
