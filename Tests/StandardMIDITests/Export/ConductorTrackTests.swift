import ScoreModel
import StandardMIDI
import Testing

/// Tempo, meter and key.
@Suite struct ConductorTrackTests {
    /// Two measures with tempos by onset.
    static func score(tempos: [(Fraction, Fraction)]) throws -> Score {
        var score = Score(measures: [4, 4], Part([("C4", 4), ("D4", 4)]))
        score.parts[0].sounds = try tempos.map { onset, quarters in
            Timed(onset: onset, measure: 0, value: Sound(try #require(Tempo(quartersPerMinute: quarters))))
        }
        return score
    }

    /// A measure with a meter.
    static func score(meter components: [([Int], Int)]) throws -> Score {
        let meter = Meter(try components.map { try #require(Meter.Component(beats: $0.0, beatType: $0.1)) })
        return Score(Part([("C4", 4)]).with { $0.meters = [Timed(onset: 0, measure: 0, value: meter)] })
    }

    /// A measure with a key.
    static func score(key: Key) -> Score {
        Score(Part([("C4", 4)]).with { $0.keys = [Timed(onset: 0, measure: 0, value: key)] })
    }

    // MARK: Tempo

    @Test(
        arguments: [
            (120, "07A120"), (60, "0F4240"), (90, "0A2C2B"), (133, "06E238"), (1, "FFFFFF"), (60_000_000, "000001"),
            (1_000_000_000, "000001"), (200 / 3, "0DBBA0"),
        ] as [(Fraction, String)])
    func `a tempo is microseconds a quarter note, in 24 bits`(quarters: Fraction, bytes: String) throws {
        let score = try ConductorTrackTests.score(tempos: [(0, quarters)])
        #expect(try score.midi().tracks[0] == ["0 meta 51 \(bytes)", "3840 end"])
    }

    @Test func `tempos come back after a repeat`() throws {
        let score = try ConductorTrackTests.score(tempos: [(0, 120), (2, 60)]).repeating(1, 1)
        #expect(
            try score.midi().tracks[0] == [
                "0 meta 51 07A120", "960 meta 51 0F4240", "1920 meta 51 07A120", "2880 meta 51 0F4240", "5760 end",
            ])
    }

    @Test func `what is in force where a jump leads is in force again`() throws {
        let score = try ConductorTrackTests.score(tempos: [(0, 60), (2, 120), (6, 60)]).repeating(2, 2)
        #expect(
            try score.midi().tracks[0] == [
                "0 meta 51 0F4240", "960 meta 51 07A120", "2880 meta 51 0F4240", "3840 meta 51 07A120",
                "4800 meta 51 0F4240", "5760 end",
            ])
    }

    @Test func `a jump to before the first tempo leads back to 120`() throws {
        let score = try ConductorTrackTests.score(tempos: [(4, 60)]).jumping(.daCapo, after: 2)
        let track = try score.midi().tracks[0]
        #expect(track.suffix(4) == ["1920 meta 51 0F4240", "3840 meta 51 07A120", "5760 meta 51 0F4240", "7680 end"])
    }

    @Test func `a tempo that is said again is not written again`() throws {
        let score = try ConductorTrackTests.score(tempos: [(0, 60), (4, 60)]).repeating(1, 2)
        #expect(try score.midi().tracks[0] == ["0 meta 51 0F4240", "7680 end"])
    }

    // MARK: Meter

    @Test(
        arguments: [
            ([([4], 4)], "04021808"), ([([3], 4)], "03021808"), ([([6], 8)], "06032408"), ([([2], 2)], "02013008"),
            ([([3], 1)], "03006008"), ([([5], 16)], "05040608"), ([([1], 64)], "01060108"),
            ([([3, 2], 8)], "05030C08"),
            ([([3], 8), ([2], 4)], "07030C08"), ([([255], 4)], "FF021808"),
        ] as [([([Int], Int)], String)])
    func `a meter is beats, a power of two, clocks and 32nds`(components: [([Int], Int)], bytes: String) throws {
        #expect(
            try ConductorTrackTests.score(meter: components).midi().tracks[0] == [
                "0 meta 58 \(bytes)", "1920 end",
            ])
    }

    @Test(arguments: [[], [([4], 3)], [([256], 4)], [([1], 128)]] as [[([Int], Int)]])
    func `a meter that MIDI cannot say is reported`(components: [([Int], Int)]) throws {
        let score = try ConductorTrackTests.score(meter: components)
        #expect(score.losses == ["time: 1"])
        #expect(try score.midi().tracks[0] == ["1920 end"])
    }

    // MARK: Key

    @Test(
        arguments: [
            (0, "major", "0000"), (0, nil, "0000"), (2, "major", "0200"), (-3, "minor", "FD01"), (7, "minor", "0701"),
            (-7, "major", "F900"), (1, "dorian", "0100"),
        ] as [(Int, String?, String)])
    func `a key is its fifths and whether it is minor`(fifths: Int, mode: String?, bytes: String) throws {
        let score = ConductorTrackTests.score(key: .traditional(fifths: fifths, mode: mode))
        #expect(try score.midi().tracks[0] == ["0 meta 59 \(bytes)", "1920 end"])
    }

    @Test(
        arguments: [
            .traditional(fifths: 8, mode: nil), .traditional(fifths: -200, mode: nil),
            .alterations([.init(step: .f, alter: Semitones(1))]),
        ] as [Key])
    func `a key that MIDI cannot say is reported`(key: Key) throws {
        let score = ConductorTrackTests.score(key: key)
        #expect(score.losses == ["key: 1"])
        #expect(try score.midi().tracks[0] == ["1920 end"])
    }

    @Test func `the key is that of a part that sounds as written`() throws {
        var score = ConductorTrackTests.score(key: .traditional(fifths: 2, mode: "major"))
        score.parts[0].transpositions = [
            Timed(onset: 0, measure: 0, value: Transposition(diatonic: -1, chromatic: Semitones(-2)))
        ]
        score.parts += ConductorTrackTests.score(key: .traditional(fifths: 0, mode: "major")).parts
        #expect(try score.midi().tracks[0] == ["0 meta 59 0000", "1920 end"])
    }

    @Test func `a key that cannot be told for transposing parts alone is not lost silently`() throws {
        var score = ConductorTrackTests.score(key: .traditional(fifths: 2, mode: "major"))
        score.parts[0].transpositions = [
            Timed(onset: 0, measure: 0, value: Transposition(diatonic: -1, chromatic: Semitones(-2)))
        ]
        #expect(try score.midi().tracks[0].count > 1 || score.losses == ["key: 1"])
    }
}
