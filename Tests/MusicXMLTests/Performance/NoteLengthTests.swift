import ScoreModel
import Testing

@Suite struct NoteLengthTests {
    /// With the usual silence behind ordinary notes.
    private func durations(_ measures: String) throws -> [Fraction] {
        Performance(try Score(sketch: measures)).durations
    }

    @Test func `an ordinary note is a little detached`() throws {
        #expect(try durations(note("C4", 1) + note("D4", 1 / 2) + note("E4", 5 / 2)) == [19 / 20, 19 / 40, 39 / 16])
    }

    @Test(
        arguments: [
            ("staccato", 1 / 2), ("spiccato", 1 / 2), ("staccatissimo", 1 / 4), ("tenuto", 1),
            ("detached-legato", 3 / 4),
            ("breath-mark", 3 / 4), ("caesura", 1 / 2),
        ] as [(String, Fraction)])
    func `an articulation has its share`(name: String, share: Fraction) throws {
        #expect(try durations(note("C4", 1, articulation(name)) + note("D4", 3, articulation("tenuto"))) == [share, 3])
    }

    @Test func `a breath takes at most half of its note`() throws {
        #expect(
            try durations(note("C4", 1 / 4, articulation("breath-mark")) + note("D4", 15 / 4, articulation("tenuto")))[
                0]
                == 1 / 8)
    }

    @Test func `chords share their signs`() throws {
        #expect(
            try durations(note("C4", 4, articulation("staccato")) + note("E4", 4, chord: true)) == [2, 2])
    }

    @Test func `slurred notes are full but for the last`() throws {
        #expect(
            try durations(
                note("C4", 1, "<slur type=\"start\"/>") + note("D4", 1) + note("E4", 1, "<slur type=\"stop\"/>")
                    + note("F4", 1)) == [1, 1, 19 / 20, 19 / 20])
    }

    @Test func `dots under a slur are portato`() throws {
        #expect(
            try durations(
                note("C4", 1, "<slur type=\"start\"/>" + articulation("staccato"))
                    + note("D4", 3, "<slur type=\"stop\"/>" + articulation("staccato"))) == [3 / 4, 3 / 2])
    }

    @Test func `of tied notes the last is shaped`() throws {
        #expect(
            try durations(
                note("C4", 2, ties: ["start"]) + note("C4", 1, articulation("staccato"), ties: ["stop"]) + note("D4", 1)
            )
                == [5 / 2, 19 / 20])
    }

    @Test func `ties go across voices and staves`() throws {
        let score = try Score(
            sketch: note("C4", 2, ties: ["start"]) + note("-", 2) + backup(2)
                + note("C4", 2, voice: 5, staff: 2, ties: ["stop"]), attributes: "<staves>2</staves>")
        #expect(Performance(score, style: .plain).lines == ["0 4 60"])
    }

    @Test func `hanging ties and ties over a jump are held to their end`() throws {
        #expect(try durations(note("C4", 2, ties: ["start"]) + note("D4", 2)) == [2, 31 / 16])
        let performance = Performance(
            try Score(
                sketch: note("C4", 4, ties: ["start"])
                    + "<barline location=\"right\"><repeat direction=\"backward\"/></barline>|"
                    + note("C4", 4, ties: ["stop"])))
        #expect(performance.lines == ["0 4 60", "4 127/16 60"])
    }

    /// A fine behind the second of two measures, of two parts whose last notes begin at different times, and a da capo.
    @Test(
        arguments: [
            ("1920", ["18 79/16", "19 79/20"], 23), ("480", ["18 31/16", "19 19/20"], 20),
            ("240", ["18 23/16", "19 19/40"], 20), ("yes", ["18 31/16", "19 19/20"], 20),
        ] as [(String, [String], Fraction)])
    func `a fine says how long the last note is`(fine: String, notes: [String], length: Fraction) throws {
        let upper = note("C4", 4) + "|" + note("D4", 2) + note("E4", 1) + note("F4", 1)
        let lower = note("C3", 4) + "|" + note("D3", 2) + note("E3", 2)
        let end = direction("<words>Fine</words>", sound: "<sound fine=\"\(fine)\"/>")
        let back = "|" + note("G4", 4) + direction("<words>D.C.</words>", sound: "<sound dacapo=\"yes\"/>")
        let score = try Score(sketch: upper + end + back, lower + back)
        let performance = Performance(score)
        #expect(performance.notes.suffix(2).map { "\($0.onset) \($0.duration)" } == notes)
        #expect(performance.length == length)
    }

    @Test func `let ring sounds twice as long`() throws {
        #expect(try durations(note("C4", 1, "<tied type=\"let-ring\"/>", ties: ["let-ring"]) + note("D4", 3))[0] == 2)
    }

    @Test func `attack and release move the edges of a note alone`() throws {
        let performance = try Performance(
            sketch: note("C4", 1) + note("D4", 1, attributes: "attack=\"48\" release=\"-96\"") + note("E4", 2))
        #expect(performance.lines == ["0 1 60", "11/10 7/10 62", "2 2 64"])
    }

    @Test func `a note that would have no time left keeps its own`() throws {
        #expect(try Performance(sketch: note("C4", 4, attributes: "release=\"-4800\"")).lines == ["0 4 60"])
    }

    @Test func `plucked notes are told`() throws {
        let performance = try Performance(
            sketch: note("C4", 1) + direction("<words>pizz.</words>") + note("D4", 1)
                + direction("<words>arco</words>") + note("E4", 1) + note("F4", 1, attributes: "pizzicato=\"yes\""))
        #expect(performance.notes.map(\.isPizzicato) == [false, true, false, true])
    }

    @Test func `cue notes are silent`() throws {
        #expect(try Performance(sketch: note("C4", 2) + note("D4", 2, chord: false)).notes.count == 2)
        let cue = note("D4", 2).replacing("<note >", with: "<note ><cue/>")
        #expect(try Performance(sketch: note("C4", 2) + cue).keys == [60])
    }

    @Test func `octave lines do not move what sounds`() throws {
        let line = direction("<octave-shift type=\"down\" size=\"8\"/>")
        let stop = direction("<octave-shift type=\"stop\" size=\"8\"/>")
        #expect(try Performance(sketch: line + note("C6", 2) + stop + note("C5", 2)).keys == [84, 72])
    }

    @Test func `a doubled part sounds at the octave too`() throws {
        let performance = try Performance(
            sketch: note("C3", 4),
            attributes: "<transpose><chromatic>0</chromatic><double/></transpose>")
        #expect(performance.keys == [36, 48])
        #expect(performance.roles == [.doubling, .struck])
    }

    @Test func `a note plays on the passes that it names`() throws {
        let performance = try Performance(
            sketch: note("C4", 2, attributes: "time-only=\"1\"") + note("D4", 2, attributes: "time-only=\"2, 3\"")
                + "<barline location=\"right\"><repeat direction=\"backward\"/></barline>")
        #expect(performance.lines == ["0 2 60", "6 2 62"])
        #expect(performance.notes.map(\.pass) == [1, 2])
        #expect(performance.notes.map(\.writtenOnset) == [0, 2])
    }

    @Test(arguments: 35...81) func `every drum of General MIDI has its key`(key: Int) throws {
        let instrument = """
            <score-instrument id="I1"><instrument-name>Drum</instrument-name></score-instrument>\
            <midi-instrument id="I1"><midi-channel>10</midi-channel><midi-unpitched>\(key + 1)</midi-unpitched></midi-instrument>
            """
        let performance = try Performance(
            sketch: note("x", 4, inside: "<instrument id=\"I1\"/>"), instruments: instrument)
        #expect(performance.keys == [key])
    }

    @Test func `notes without a key are reported`() throws {
        let performance = try Performance(sketch: note("x", 4))
        #expect(performance.notes == [])
        #expect(
            performance.losses.map { "\($0.kind): \($0.count), \($0.first)" } == [
                "note-without-key: 1, part P1, measure 1"
            ])
    }
}
