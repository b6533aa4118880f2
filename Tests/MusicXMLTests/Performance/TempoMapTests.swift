import ScoreModel
import Testing

@Suite struct TempoMapTests {
    private func performance(_ measures: String) throws -> Performance { try Performance(sketch: measures) }

    /// The onset and quarter notes a minute of each stretch.
    private func tempos(_ measures: String) throws -> [String] {
        try performance(measures).tempos.segments.map { "\($0.onset) \($0.tempo.quartersPerMinute)" }
    }

    private func metronome(_ content: String, sound: String = "") -> String {
        direction("<metronome>\(content)</metronome>", sound: sound)
    }

    private func perMinute(_ unit: String, _ number: String, sound: String = "") -> String {
        metronome("<beat-unit>\(unit)</beat-unit><per-minute>\(number)</per-minute>", sound: sound)
    }

    @Test func `120 where nothing is said`() throws {
        let performance = try performance(note("C4", 4))
        #expect(try tempos(note("C4", 4)) == ["0 120"])
        #expect(performance.seconds == 2)
        #expect(performance.tempos.seconds(at: 1 / 3) == Fraction(1) / 6)
    }

    @Test func `seconds are exact`() throws {
        let performance = try performance(
            perMinute("quarter", "90") + note("C4", 1) + perMinute("half", "70") + note("D4", 3))
        #expect(performance.tempos.seconds(at: 1) == Fraction(2) / 3)
        #expect(performance.seconds == Fraction(41) / 21)
    }

    @Test func `what is said for playback wins`() throws {
        #expect(try tempos(perMinute("quarter", "90", sound: "<sound tempo=\"100\"/>") + note("C4", 4)) == ["0 100"])
    }

    @Test func `metric modulation`() throws {
        let equal = metronome(
            "<beat-unit>quarter</beat-unit><beat-unit>quarter</beat-unit><beat-unit-dot/>")
        #expect(try tempos(perMinute("quarter", "80") + note("C4", 2) + equal + note("D4", 2)) == ["0 80", "2 120"])
        let swing = metronome(
            """
            <metronome-note><metronome-type>eighth</metronome-type></metronome-note>\
            <metronome-note><metronome-type>eighth</metronome-type></metronome-note>\
            <metronome-relation>equals</metronome-relation>\
            <metronome-note><metronome-type>quarter</metronome-type></metronome-note>
            """)
        #expect(try tempos(note("C4", 2) + swing + note("D4", 2)) == ["0 120"])
    }

    @Test func `parts that repeat a relation do not apply it twice`() throws {
        let equal = metronome("<beat-unit>quarter</beat-unit><beat-unit>half</beat-unit>")
        let measure = note("C4", 2) + equal + note("D4", 2)
        let map = Performance(try Score(sketch: measure, measure)).tempos
        #expect(map.tempo(at: 3).quartersPerMinute == 240)
    }

    @Test func `after a jump the tempo is that of the place`() throws {
        #expect(
            try tempos(
                perMinute("quarter", "60") + note("C4", 4) + "|" + perMinute("quarter", "90") + note("D4", 4)
                    + "<barline location=\"right\"><repeat direction=\"backward\"/></barline>|" + note("C4", 4))
                == ["0 60", "4 90", "8 60", "12 90"])
    }

    @Test func `a tempo can hold for one pass`() throws {
        #expect(
            try tempos(
                direction("", sound: "<sound tempo=\"60\" time-only=\"2\"/>") + note("C4", 4)
                    + "<barline location=\"right\"><repeat direction=\"backward\"/></barline>") == ["0 120", "4 60"])
    }

    @Test func `an offset moves a tempo`() throws {
        #expect(
            try tempos("<sound tempo=\"60\"><offset>480</offset></sound>" + note("C4", 4)) == ["0 120", "1 60"])
    }

    @Test func `a ritardando leads to the next tempo`() throws {
        #expect(
            try tempos(
                note("C4", 2) + direction("<words>rit.</words>") + note("D4", 2) + "|" + perMinute("quarter", "80")
                    + note("C4", 4)) == ["0 120", "2 115", "5/2 105", "3 95", "7/2 85", "4 80"])
    }

    @Test func `a ritardando that leads nowhere slows by a quarter, and a tempo ends it`() throws {
        #expect(
            try tempos(
                note("C4", 2) + direction("<words>poco rall.</words>") + note("D4", 1)
                    + direction("<words>a tempo</words>") + note("E4", 1)) == [
                    "0 120", "2 225/2", "5/2 195/2", "3 120",
                ])
    }

    @Test func `dashes end it`() throws {
        #expect(
            try tempos(
                direction("<words>accel.</words>") + direction("<dashes type=\"start\"/>") + note("C4", 1 / 2)
                    + direction("<dashes type=\"stop\"/>") + note("D4", 7 / 2)) == ["0 140", "1/2 120"])
    }

    @Test func `words are not followed when that is not asked for`() throws {
        var style = Performance.Style()
        style.followsWords = false
        let score = try Score(sketch: direction("<words>rit.</words>") + note("C4", 4))
        #expect(Performance(score, style: style).tempos.segments.count == 1)
    }

    @Test func `a fermata holds its note twice as long, all parts together`() throws {
        let score = try Score(
            sketch: note("C4", 2) + note("D4", 2, "<fermata/>"),
            note("C3", 2) + note("D3", 1) + note("E3", 1, "<fermata/>"))
        let performance = Performance(score)
        #expect(performance.tempos.segments.map { "\($0.onset) \($0.tempo.quartersPerMinute)" } == ["0 120", "3 60"])
        #expect(performance.seconds == Fraction(5) / 2)
        #expect(performance.onsets == [0, 0, 2, 2, 3])
    }

    @Test(arguments: [("angled", 80), ("square", 40), ("double-square", 30), ("double-angled", 96)])
    func `other shapes hold otherwise`(shape: String, tempo: Int) throws {
        #expect(try tempos(note("C4", 4, "<fermata>\(shape)</fermata>")) == ["0 \(tempo)"])
    }

    @Test func `fermatas hold each time`() throws {
        #expect(
            try tempos(
                note("C4", 3) + note("D4", 1, "<fermata/>")
                    + "<barline location=\"right\"><repeat direction=\"backward\"/></barline>")
                == ["0 120", "3 60", "4 120", "7 60"])
    }

    @Test func `a tempo under a fermata is slowed too`() throws {
        #expect(
            try tempos(
                note("C4", 4, "<fermata/>") + backup(2) + perMinute("quarter", "60") + note("D4", 2, voice: 2)
                    + "|" + note("C4", 4)) == ["0 60", "2 30", "4 60"])
    }
}
