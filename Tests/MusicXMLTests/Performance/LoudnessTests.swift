import ScoreModel
import Testing

@Suite struct LoudnessTests {
    private static let four = note("C4", 1) + note("D4", 1) + note("E4", 1) + note("F4", 1)

    private func velocities(_ measures: String, attributes: String = "") throws -> [Int] {
        try Performance(sketch: measures, attributes: attributes).velocities
    }

    @Test(arguments: [
        ("n", 1), ("pppppp", 2), ("ppppp", 4), ("pppp", 6), ("ppp", 20), ("pp", 34), ("p", 48), ("mp", 62), ("mf", 76),
        ("f", 90), ("ff", 104), ("fff", 118), ("ffff", 122), ("fffff", 125), ("ffffff", 127),
    ])
    func `a mark sets a level`(mark: String, velocity: Int) throws {
        #expect(try velocities(dynamics(mark) + note("C4", 2) + note("D4", 2)) == [velocity, velocity])
    }

    @Test func `before any mark it is MusicXML's forte`() throws {
        #expect(try velocities(note("C4", 2) + dynamics("p") + note("D4", 2)) == [90, 48])
    }

    @Test func `what is said for playback wins over marks, a note's own loudness over both`() throws {
        let mark = dynamics("p", sound: "<sound dynamics=\"50\"/>")
        #expect(
            try velocities(mark + note("C4", 2) + note("D4", 2, attributes: "dynamics=\"120\"")) == [45, 108])
        #expect(try velocities(note("C4", 4, attributes: "dynamics=\"-1.11\"")) == [1])
        #expect(try velocities(note("C4", 4, attributes: "dynamics=\"1000\"")) == [127])
    }

    @Test func `the velocity of a note's end is told`() throws {
        let performance = try Performance(sketch: note("C4", 2, attributes: "end-dynamics=\"50\"") + note("D4", 2))
        #expect(performance.notes.map(\.releaseVelocity) == [45, 64])
    }

    @Test(arguments: [
        ("sfz", [76, 104, 76]), ("sf", [76, 104, 76]), ("fz", [76, 104, 76]), ("sffz", [76, 118, 76]),
        ("fp", [76, 90, 48]), ("sfp", [76, 104, 48]), ("sfpp", [76, 104, 34]), ("pf", [76, 48, 90]),
    ])
    func `marks of one moment`(mark: String, expected: [Int]) throws {
        #expect(
            try velocities(dynamics("mf") + note("C4", 1) + dynamics(mark) + note("D4", 1) + note("E4", 2)) == expected)
    }

    @Test func `percent beside a mark of one moment is for that moment`() throws {
        let mark = dynamics("sfz", sound: "<sound dynamics=\"130\"/>")
        #expect(try velocities(dynamics("p") + note("C4", 1) + mark + note("D4", 1) + note("E4", 2)) == [48, 117, 48])
    }

    @Test(arguments: [
        ("accent", 104), ("strong-accent", 118), ("soft-accent", 97), ("stress", 97), ("unstress", 83),
        ("staccato", 90),
    ])
    func `accents`(name: String, velocity: Int) throws {
        #expect(
            try velocities(note("C4", 2, articulation(name)) + note("E4", 2, chord: true) + note("D4", 2))
                == [velocity, velocity, 90])
    }

    private func wedge(_ type: String, _ more: String = "") -> String { direction("<wedge type=\"\(type)\" \(more)/>") }

    @Test func `a wedge goes evenly to the next mark`() throws {
        // From 48 to 104 in four quarter notes.
        #expect(
            try velocities(
                dynamics("p") + wedge("crescendo") + LoudnessTests.four + wedge("stop") + "|" + dynamics("ff")
                    + note("C4", 4)) == [48, 62, 76, 90, 104])
    }

    @Test func `a wedge without a mark changes by one step`() throws {
        #expect(
            try velocities(
                wedge("diminuendo") + note("C4", 1) + note("D4", 1) + wedge("stop") + note("E4", 2)) == [90, 83, 76])
    }

    @Test func `a mark in the wrong direction is no goal`() throws {
        #expect(
            try velocities(
                dynamics("mf") + wedge("crescendo") + note("C4", 1) + note("D4", 1) + wedge("stop") + dynamics("p")
                    + note("E4", 2)) == [76, 83, 48])
    }

    @Test func `wedges from and to nothing`() throws {
        #expect(
            try velocities(
                wedge("diminuendo") + note("C4", 1) + note("D4", 1) + wedge("stop", "niente=\"yes\"") + note("E4", 2))
                == [90, 45, 1])
        #expect(
            try velocities(
                wedge("crescendo", "niente=\"yes\"") + note("C4", 1) + note("D4", 1) + wedge("stop") + dynamics("f")
                    + note("E4", 2)) == [1, 46, 90])
    }

    @Test func `words go up to the next mark`() throws {
        #expect(
            try velocities(
                dynamics("p") + direction("<words>poco cresc.</words>") + LoudnessTests.four + "|" + dynamics("f")
                    + note("C4", 4)) == [48, 59, 69, 80, 90])
    }

    @Test func `a staff that is named keeps its marks to itself`() throws {
        let two = note("C5", 4) + backup(4) + note("C3", 4, voice: 5, staff: 2)
        let both = dynamics("p", staff: 1) + dynamics("ff", staff: 2) + two
        #expect(try velocities(both, attributes: "<staves>2</staves>") == [48, 104])
        // A staff without marks hears its neighbour's.
        #expect(try velocities(dynamics("p", staff: 1) + two, attributes: "<staves>2</staves>") == [48, 48])
        #expect(try velocities(dynamics("p", staff: 2) + two, attributes: "<staves>2</staves>") == [48, 48])
    }

    @Test func `parts do not hear each other's marks`() throws {
        let score = try Score(sketch: dynamics("p") + note("C4", 4), note("C3", 4))
        #expect(Performance(score).velocities == [48, 90])
    }

    @Test func `loudness can differ from pass to pass`() throws {
        let measure =
            direction("", sound: "<sound dynamics=\"100\"/>")
            + direction("", sound: "<sound dynamics=\"50\" time-only=\"2\"/>") + note("C4", 4)
            + "<barline location=\"right\"><repeat direction=\"backward\"/></barline>"
        #expect(try velocities(measure) == [90, 45])
    }

    @Test func `the plain style has one velocity`() throws {
        let score = try Score(
            sketch: dynamics("p") + note("C4", 2, articulation("accent"))
                + note("D4", 2, attributes: "dynamics=\"120\""))
        #expect(Performance(score, style: .plain).velocities == [90, 90])
    }
}
