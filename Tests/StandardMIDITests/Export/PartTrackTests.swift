import ScoreModel
import StandardMIDI
import Testing

@Suite struct PartTrackTests {
    static let quarters = Part([("C4", 1), ("D4", 1), ("E4", 1), ("F4", 1)])

    // MARK: The file

    @Test func `the file has a track for the conductor and one for each part`() throws {
        let midi = try Score(PartTrackTests.quarters, Part([("C3", 4)], id: "P2")).midi()
        #expect((midi.format, midi.resolution) == (1, 480))
        #expect(
            midi.tracks == [
                ["1920 end"],
                [
                    "0 on 0 60 90", "480 off 0 60", "480 on 0 62 90", "960 off 0 62", "960 on 0 64 90", "1440 off 0 64",
                    "1440 on 0 65 90", "1920 off 0 65", "1920 end",
                ],
                ["0 on 1 48 90", "1920 off 1 48", "1920 end"],
            ])
    }

    @Test func `of nothing there is still a file`() throws {
        #expect(try Score().midi().tracks == [["0 end"]])
        #expect(try Score(measures: [4, 3], Part([])).midi().tracks == [["3360 end"], ["3360 end"]])
    }

    @Test func `title and part names are UTF-8`() throws {
        var score = Score(Part([]).with { $0.name = "Flöte 笛" })
        score.credits.movementTitle = "Für Elise"
        #expect(try score.midi().tracks == [["0 name Für Elise", "1920 end"], ["0 name Flöte 笛", "1920 end"]])
    }

    @Test func `programs are set before the notes`() throws {
        let part = Part([("C4", 4)]).with { part in
            part.instruments = [Instrument(id: "I1")]
            part.instruments[0].midi = MIDIInstrument().with { ($0.program, $0.channel) = (73, 6) }
        }
        #expect(try Score(part).midi().tracks[1] == ["0 program 6 73", "0 on 6 60 90", "1920 off 6 60", "1920 end"])
    }

    @Test func `triplets and septuplets fall on whole ticks`() throws {
        let part = Part([("C4", 1 / 3), ("D4", 2 / 7), ("E4", 8 / 21)])
        let midi = try Score(measures: [1], part).midi()
        #expect(midi.resolution == 483)
        #expect(midi.tracks[1].filter { $0.contains("off") } == ["161 off 0 60", "299 off 0 62", "483 off 0 64"])
    }

    @Test func `times that are no whole ticks are rounded and reported`() throws {
        let score = Score(measures: [1], Part([("C4", 1 / 191), ("D4", 1 / 181)]))
        #expect(try score.midi().resolution == 30_240)
        #expect(try score.midi().tracks[1][...1] == ["0 on 0 60 90", "158 off 0 60"])
        #expect(score.losses == ["exact-time: 1"])
    }

    @Test func `the shortest note has a tick`() throws {
        let score = Score(measures: [1], Part([("C4", 1 / 1_000_003), ("D4", 1)]))
        #expect(try score.midi().tracks[1][...2] == ["0 on 0 60 90", "0 on 0 62 90", "1 off 0 60"])
    }

    // MARK: Notes

    @Test func `tied notes are one`() throws {
        let part = Part([("C4", 2), ("C4", 2), ("C4", 1), ("D4", 3)]).tying(0, 1)
        let track = try Score(measures: [4, 4], part).midi().tracks[1]
        #expect(track == ["0 on 0 60 90", "2400 off 0 60", "2400 on 0 62 90", "3840 off 0 62", "3840 end"])
    }

    @Test func `a tie back over a repeat sign is struck again`() throws {
        let part = Part([("C4", 4), ("C4", 4), ("D4", 4)]).tying(0)
        let track = try Score(measures: [4, 4, 4], part).repeating(2, 2).midi().tracks[1]
        #expect(
            track == [
                "0 on 0 60 90", "3840 off 0 60", "3840 on 0 60 90", "5760 off 0 60", "5760 on 0 62 90", "7680 off 0 62",
                "7680 end",
            ])
    }

    @Test func `a tie out of a repeat ends at the sign and is held the last time`() throws {
        let part = Part([("C4", 4), ("C4", 4)]).tying(0)
        let track = try Score(measures: [4, 4], part).repeating(1, 1).midi().tracks[1]
        #expect(track == ["0 on 0 60 90", "1920 off 0 60", "1920 on 0 60 90", "5760 off 0 60", "5760 end"])
    }

    @Test func `a tie is struck again where a jump leads into it`() throws {
        let part = Part([("C4", 4), ("C4", 4), ("D4", 4)]).tying(0)
        var score = Score(measures: [4, 4, 4], part).jumping(.dalSegno("s"), after: 3).jumping(.fine, after: 2)
        score.parts[0].sounds.append(Timed(onset: 4, measure: 1, value: Sound(Jump(.segno("s")))))
        #expect(try score.midi().tracks[1].suffix(3) == ["5760 on 0 60 90", "7680 off 0 60", "7680 end"])
    }

    @Test func `a note that a grace note is tied to sounds`() throws {
        var part = Part([("C4", 0), ("C4", 4)]).tying(0)
        part.notes[0].traits = [.grace]
        #expect(try Score(part).midi().tracks[1] == ["0 on 0 60 90", "1920 off 0 60", "1920 end"])
    }

    @Test func `rests are silent`() throws {
        #expect(try Score(Part([("-", 1), ("C4", 1), ("-", 2)])).midi().tracks[1][0] == "480 on 0 60 90")
    }

    @Test func `chords and voices sound together`() throws {
        var part = Part([("C4", 4), ("E4", 4)])
        part.notes[1].onset = 0
        let track = try Score(part).midi().tracks[1]
        #expect(track == ["0 on 0 60 90", "0 on 0 64 90", "1920 off 0 60", "1920 off 0 64", "1920 end"])
    }

    @Test func `pitches sound, whatever is written`() throws {
        let part = PartTrackTests.quarters.with { part in
            part.transpositions = [
                Timed(onset: 0, measure: 0, value: Transposition(diatonic: -1, chromatic: Semitones(-2))),
                Timed(onset: 2, measure: 0, value: Transposition(chromatic: .zero, octaveChange: 1)),
            ]
        }
        let keys = try Score(part).midi().tracks[1].filter { $0.contains("on") }.map { $0.split(separator: " ")[3] }
        #expect(keys == ["58", "60", "76", "77"])
    }

    @Test func `drums sound with the key of their instrument on the tenth channel`() throws {
        let part = Part([("x", 4)]).with { part in
            part.instruments = [Instrument(id: "I1")]
            part.instruments[0].midi = MIDIInstrument().with { $0.unpitchedKey = 38 }
        }
        #expect(try Score(part).midi().tracks[1] == ["0 on 9 38 90", "1920 off 9 38", "1920 end"])
    }

    // MARK: Order

    @Test func `repeats are played, or not when the written order is asked for`() throws {
        let score = Score(measures: [4, 4], Part([("C4", 4), ("D4", 4)])).repeating(1, 1)
        let unfolded = try score.midi().tracks[1].filter { $0.contains("on") }
        #expect(unfolded == ["0 on 0 60 90", "1920 on 0 60 90", "3840 on 0 62 90"])
        let written = try score.midi(order: .written(score)).tracks[1].filter { $0.contains("on") }
        #expect(written == ["0 on 0 60 90", "1920 on 0 62 90"])
    }

    @Test(.timeLimit(.minutes(5))) func `a piece without end is cut off and reported`() throws {
        var score = Score(Part([("C4", 4)]))
        score.parts[0].barlines = [
            Timed(
                onset: 4, measure: 0, value: Barline(location: .right, repeat: .backward(times: .max, afterJump: false))
            )
        ]
        #expect(score.losses == ["repeat: 1"])
        #expect(try score.midi().tracks[1].count < 20_000)
    }
}
