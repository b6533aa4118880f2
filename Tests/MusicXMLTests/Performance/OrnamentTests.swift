import ScoreModel
import Testing

@Suite struct OrnamentTests {
    /// A half note E with an ornament, in a key.
    private func played(_ sign: String, key: Int = 0, name: String = "E4", length: Fraction = 2) throws -> Performance {
        try Performance(sketch: note(name, length, ornament(sign)) + note("C4", 4 - length), key: key)
    }

    @Test func `a trill begins above and ends on its note`() throws {
        let performance = try played("<trill-mark/>", length: 1)
        #expect(performance.keys == [65, 64, 65, 64, 65, 64, 65, 64, 60])
        #expect(performance.durations.dropLast().allSatisfy { $0 == 1 / 8 })
        #expect(performance.roles.dropLast().allSatisfy { $0 == .ornament })
        #expect(performance.onsets.last == 1)
    }

    @Test(arguments: [(0, 65), (2, 66), (4, 66)]) func `the other note is in the key`(key: Int, upper: Int) throws {
        #expect(try played("<trill-mark/>", key: key).keys[0] == upper)
    }

    @Test func `accidentals and trill-step choose the other note`() throws {
        #expect(try played("<trill-mark/><accidental-mark>sharp</accidental-mark>").keys[0] == 66)
        #expect(try played("<trill-mark trill-step=\"unison\"/>").keys[0] == 64)
        #expect(try played("<trill-mark trill-step=\"whole\"/>").keys[0] == 66)
        let turn = """
            <turn/><accidental-mark placement="above">sharp</accidental-mark>\
            <accidental-mark placement="below">sharp</accidental-mark>
            """
        #expect(try played(turn).keys.prefix(4) == [66, 64, 63, 64])
    }

    @Test func `trills begin as they say`() throws {
        #expect(try played("<trill-mark start-note=\"main\"/>", length: 1).keys == [64, 65, 64, 65, 64, 65, 64, 60])
        #expect(try played("<trill-mark start-note=\"below\"/>", length: 1).keys.prefix(4) == [62, 64, 65, 64])
    }

    @Test func `trills close with a turn when they say so`() throws {
        #expect(
            try played("<trill-mark two-note-turn=\"whole\"/>", length: 1).keys == [65, 64, 65, 64, 65, 64, 62, 64, 60])
        #expect(try played("<trill-mark two-note-turn=\"half\"/>", length: 1).keys.suffix(3) == [63, 64, 60])
    }

    @Test func `beats and their places hold`() throws {
        #expect(try played("<trill-mark beats=\"4\"/>").onsets == [0, 1 / 2, 1, 3 / 2, 2])
        #expect(
            try played("<trill-mark beats=\"5\" second-beat=\"40\" last-beat=\"70\"/>").onsets == [
                0, 4 / 5, 1, 6 / 5, 7 / 5, 2,
            ])
        #expect(try played("<mordent beats=\"3\"/>").onsets == [0, 6 / 25, 12 / 25, 2])
    }

    @Test func `a trill that grows faster is twice as quick at its end`() throws {
        // Weights 4, 3 and 2 of 6, 5, 4 and 3: four notes of 18 shares.
        let onsets: [Fraction] = [0, 2 / 3, 11 / 9, 5 / 3, 2]
        #expect(try played("<trill-mark beats=\"4\" accelerate=\"yes\"/>").onsets == onsets)
    }

    @Test func `how many notes a trill has depends on the tempo`() throws {
        let slow = direction("", sound: "<sound tempo=\"40\"/>")
        #expect(try Performance(sketch: slow + note("E4", 4, ornament("<trill-mark/>"))).notes.count == 64)
        let quick = direction("", sound: "<sound tempo=\"240\"/>")
        #expect(try Performance(sketch: quick + note("E4", 4, ornament("<trill-mark/>"))).notes.count == 16)
    }

    @Test(arguments: [
        ("<mordent/>", [64, 62, 64]), ("<inverted-mordent/>", [64, 65, 64]),
        ("<mordent long=\"yes\"/>", [64, 62, 64, 62, 64]), ("<shake/>", [65, 64, 65, 64]),
        ("<turn/>", [65, 64, 62, 64]),
        ("<vertical-turn/>", [65, 64, 62, 64]), ("<inverted-turn/>", [62, 64, 65, 64]),
        ("<inverted-vertical-turn/>", [62, 64, 65, 64]), ("<turn slash=\"yes\"/>", [62, 64, 65, 64]),
        ("<haydn/>", [65, 64, 62, 64]), ("<schleifer/>", [60, 62, 64]),
    ])
    func `quick notes come on the beat and the last is held`(sign: String, keys: [Int]) throws {
        let performance = try played(sign)
        #expect(Array(performance.keys.dropLast()) == keys)
        let onsets: [Fraction] = keys.indices.map { Fraction($0) / 8 }
        #expect(Array(performance.onsets.dropLast()) == onsets)
        #expect(performance.notes[keys.count - 1].end == 2)
    }

    @Test func `quick notes take an eighth of a short note each`() throws {
        #expect(try played("<mordent/>", length: 1 / 4).onsets == [0, 1 / 32, 1 / 16, 1 / 4])
    }

    @Test(arguments: [
        ("<delayed-turn/>", [64, 65, 64, 62, 64]), ("<delayed-inverted-turn/>", [64, 62, 64, 65, 64]),
    ])
    func `a delayed turn closes its note`(sign: String, keys: [Int]) throws {
        let performance = try played(sign)
        #expect(Array(performance.keys.dropLast()) == keys)
        let onsets: [Fraction] = [0, 3 / 2, 13 / 8, 7 / 4, 15 / 8, 2]
        #expect(performance.onsets == onsets)
    }

    @Test func `a trill goes on over ties, and over all notes under its line`() throws {
        let tied = try Performance(
            sketch: note("E4", 4, ornament("<trill-mark/><wavy-line type=\"start\"/>"), ties: ["start"]) + "|"
                + note("E4", 4, ornament("<wavy-line type=\"stop\"/>"), ties: ["stop"]))
        #expect(tied.notes.count == 64)
        #expect(tied.notes.last.map { $0.end } == 8)
        let struck = try Performance(
            sketch: note("E4", 1, ornament("<wavy-line type=\"start\"/>")) + note("F4", 1)
                + note("G4", 1, ornament("<wavy-line type=\"stop\"/>")) + note("A4", 1))
        #expect(struck.notes.count == 25)
        #expect(struck.keys[8...9] == [67, 65])
    }

    @Test func `transposing instruments trill in their own key`() throws {
        let performance = try Performance(
            sketch: note("E4", 4, ornament("<trill-mark/>")), key: 2,
            attributes: "<transpose><diatonic>-1</diatonic><chromatic>-2</chromatic></transpose>")
        #expect(performance.keys.prefix(2) == [64, 62])
    }

    @Test func `a tremolo repeats its note by its strokes`() throws {
        let three = try played("<tremolo>3</tremolo>")
        let onsets: [Fraction] = (0...16).map { Fraction($0) / 8 }
        #expect(three.onsets == onsets)
        #expect(three.keys.dropLast().allSatisfy { $0 == 64 })
        #expect(try played("<tremolo>1</tremolo>", length: 1 / 2).onsets == [0, 1 / 4, 1 / 2])
        #expect(try played("<tremolo type=\"unmeasured\">0</tremolo>", length: 1).notes.count == 9)
    }

    @Test func `the tremolo of a chord strikes all of it`() throws {
        let performance = try Performance(
            sketch: note("C4", 4, ornament("<tremolo>1</tremolo>")) + note("E4", 4, chord: true))
        #expect(performance.keys == [60, 64, 60, 64, 60, 64, 60, 64, 60, 64, 60, 64, 60, 64, 60, 64])
    }

    @Test func `a tremolo between two notes strikes them in turn`() throws {
        let ratio =
            "<time-modification><actual-notes>2</actual-notes><normal-notes>1</normal-notes></time-modification>"
        let performance = try Performance(
            sketch: note("C4", 1, ornament("<tremolo type=\"start\">2</tremolo>"), type: "<type>half</type>" + ratio)
                + note("E4", 1, ornament("<tremolo type=\"stop\">2</tremolo>"), type: "<type>half</type>" + ratio)
                + note("-", 2))
        let onsets: [Fraction] = (0..<8).map { Fraction($0) / 4 }
        #expect(performance.onsets == onsets)
        #expect(performance.keys == [60, 64, 60, 64, 60, 64, 60, 64])
    }

    @Test func `arpeggios go up, or down with an arrow, and hold`() throws {
        func chord(_ sign: String) -> String {
            note("E4", 4, sign) + note("C4", 4, sign, chord: true) + note("G4", 4, sign, chord: true)
        }
        let up = try Performance(sketch: chord("<arpeggiate/>"))
        #expect(up.lines == ["0 4 60", "1/16 63/16 64", "1/8 31/8 67"])
        let down = try Performance(sketch: chord("<arpeggiate direction=\"down\"/>"))
        #expect(down.lines == ["0 4 67", "1/16 63/16 64", "1/8 31/8 60"])
    }

    @Test func `arpeggios with one number go through the staves`() throws {
        func both(_ right: String, _ left: String) throws -> [Fraction] {
            try Performance(
                sketch: note("E5", 4, "<arpeggiate \(right)/>") + note("G5", 4, "<arpeggiate \(right)/>", chord: true)
                    + backup(4) + note("C3", 4, "<arpeggiate \(left)/>", voice: 5, staff: 2)
                    + note("G3", 4, "<arpeggiate \(left)/>", voice: 5, staff: 2, chord: true),
                attributes: "<staves>2</staves>"
            ).onsets
        }
        #expect(try both("number=\"1\"", "number=\"1\"") == [0, 1 / 16, 1 / 8, 3 / 16])
        #expect(try both("number=\"1\"", "number=\"2\"") == [0, 0, 1 / 16, 1 / 16])
        #expect(try both("", "unbroken=\"yes\"") == [0, 1 / 16, 1 / 8, 3 / 16])
    }

    @Test func `glissandos and unknown ornaments are reported`() throws {
        let performance = try Performance(
            sketch: note("C4", 2, "<glissando type=\"start\"/>" + ornament("<other-ornament/>"))
                + note("G4", 2, "<glissando type=\"stop\"/>"))
        #expect(performance.losses.map { "\($0.kind): \($0.count)" }.sorted() == ["glissando: 1", "ornament: 1"])
        #expect(performance.notes.count == 2)
    }

    @Test(.timeLimit(.minutes(5))) func `the longest trill has a bound`() throws {
        let length = "<duration>480000000</duration>"
        let trill = """
            <note><pitch><step>C</step><octave>4</octave></pitch>\(length)<notations>\(ornament("<trill-mark/>"))</notations></note>
            """
        #expect(try Performance(sketch: trill).notes.count == 1024)
        #expect(
            try Performance(sketch: note("C4", 4, ornament("<trill-mark beats=\"1000000\"/>"))).notes.count == 1024)
    }
}
