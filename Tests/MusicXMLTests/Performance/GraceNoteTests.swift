import ScoreModel
import Testing

@Suite struct GraceNoteTests {
    /// The note after the grace notes fills the measure with the one before.
    private func played(_ graces: String, _ before: String = note("C4", 2)) throws -> [String] {
        try Performance(sketch: before + graces + note("E4", 2)).lines
    }

    @Test func `a grace note with a slash comes before the beat`() throws {
        #expect(try played(grace("D4", "eighth", "slash=\"yes\"")) == ["0 15/8 60", "15/8 1/8 62", "2 2 64"])
    }

    @Test func `a grace note without a slash takes its value from the note it leads to`() throws {
        #expect(try played(grace("D4", "eighth")) == ["0 2 60", "2 1/2 62", "5/2 3/2 64"])
    }

    @Test func `it takes at most half of that note`() throws {
        #expect(try played(grace("D4", "whole")) == ["0 2 60", "2 1 62", "3 1 64"])
    }

    @Test func `several in a row are short`() throws {
        #expect(
            try played(grace("D4", "16th") + grace("F4", "16th")) == [
                "0 2 60", "2 1/8 62", "17/8 1/8 65", "9/4 7/4 64",
            ])
    }

    @Test func `chords of grace notes are struck together`() throws {
        #expect(
            try played(grace("D4", "eighth", "slash=\"yes\"") + grace("F4", "eighth", "slash=\"yes\"", chord: true))
                == ["0 15/8 60", "15/8 1/8 62", "15/8 1/8 65", "2 2 64"])
    }

    @Test func `many before the beat leave half of the note before them`() throws {
        let performance = try Performance(
            sketch: note("C4", 1 / 2) + String(repeating: grace("D4", "16th", "slash=\"yes\""), count: 8)
                + note("E4", 7 / 2))
        #expect(performance.durations[0] == Fraction(1) / 4)
        #expect(performance.durations[1...8].allSatisfy { $0 == 1 / 32 })
        #expect(performance.onsets.last == Fraction(1) / 2)
    }

    @Test func `all notes of the chord before and after give time`() throws {
        let performance = try Performance(
            sketch: note("C4", 2) + note("E4", 2, chord: true) + grace("D4", "eighth", "slash=\"yes\"")
                + note("F4", 2) + note("A4", 2, chord: true))
        #expect(performance.lines == ["0 15/8 60", "0 15/8 64", "15/8 1/8 62", "2 2 65", "2 2 69"])
    }

    @Test func `percentages hold`() throws {
        #expect(
            try played(grace("D4", "eighth", "steal-time-previous=\"25\"")) == ["0 3/2 60", "3/2 1/2 62", "2 2 64"])
        #expect(
            try played(grace("D4", "eighth", "slash=\"yes\" steal-time-following=\"75\""))
                == ["0 2 60", "2 3/2 62", "7/2 1/2 64"])
        #expect(
            try played(grace("D4", "eighth", "steal-time-following=\"100\"")) == [
                "0 2 60", "2 9/5 62", "19/5 1/5 64",
            ])
    }

    @Test func `time is made by slowing down`() throws {
        let performance = try Performance(
            sketch: note("C4", 2) + grace("D4", "eighth", "make-time=\"240\"") + note("E4", 2))
        #expect(performance.onsets == [0, 7 / 4, 2])
        let seconds = performance.notes.map { performance.tempos.seconds(at: $0.onset) }
        // At 120 the first note has its whole second, the grace note a quarter of one, and the second note begins later.
        #expect(seconds == [0, 1, 5 / 4])
        #expect(performance.seconds == Fraction(9) / 4)
    }

    @Test func `time is made before the first note too`() throws {
        let performance = try Performance(sketch: grace("D4", "eighth", "make-time=\"240\"") + note("E4", 4))
        #expect(performance.notes.map { performance.tempos.seconds(at: $0.onset) } == [0, 1 / 4])
        #expect(performance.seconds == Fraction(9) / 4)
    }

    @Test func `at the end of a measure they end the note before`() throws {
        let performance = try Performance(
            sketch: note("C4", 4) + grace("B3", "16th") + grace("C4", "16th") + "|" + note("D4", 4))
        #expect(performance.lines == ["0 15/4 60", "15/4 1/8 59", "31/8 1/8 60", "4 4 62"])
    }

    @Test func `behind a trill they end it`() throws {
        let performance = try Performance(
            sketch: note("C4", 1, ornament("<trill-mark/>")) + grace("B3", "16th") + grace("C4", "16th")
                + note("D4", 3))
        #expect(performance.lines.suffix(3) == ["3/4 1/8 59", "7/8 1/8 60", "1 3 62"])
        #expect(performance.keys.prefix(2) == [62, 60])
    }

    @Test func `before a rest they end the note before`() throws {
        let performance = try Performance(sketch: note("C4", 2) + grace("D4") + note("-", 2))
        #expect(performance.lines == ["0 15/8 60", "15/8 1/8 62"])
    }

    @Test func `after a rest they sound in its time`() throws {
        let performance = try Performance(sketch: note("-", 2) + grace("D4", "16th", "slash=\"yes\"") + note("E4", 2))
        #expect(performance.lines == ["15/8 1/8 62", "2 2 64"])
    }

    @Test func `before the very first note they come on the beat`() throws {
        let performance = try Performance(sketch: grace("D4", "16th", "slash=\"yes\"") + note("E4", 4))
        #expect(performance.lines == ["0 1/8 62", "1/8 31/8 64"])
    }

    @Test func `within a tie they sound while the note is held`() throws {
        let performance = try Performance(
            sketch: note("C4", 4, ties: ["start"]) + "|" + grace("D4", "eighth") + note("C4", 4, ties: ["stop"]))
        #expect(performance.lines == ["0 8 60", "31/8 1/8 62"])
    }

    @Test func `a long appoggiatura is louder than its note, a short one softer`() throws {
        let performance = try Performance(
            sketch: grace("D4") + note("C4", 2) + grace("D4", "eighth", "slash=\"yes\"") + note("C4", 2))
        #expect(performance.velocities == [97, 90, 83, 90])
        #expect(performance.roles == [.grace, .struck, .grace, .struck])
    }

    @Test func `the plain style leaves them out and says so`() throws {
        let score = try Score(sketch: note("C4", 2) + grace("D4") + note("E4", 2))
        let performance = Performance(score, style: .plain)
        #expect(performance.lines == ["0 2 60", "2 2 64"])
        #expect(performance.losses.map { "\($0.kind): \($0.count)" } == ["grace: 1"])
    }
}
