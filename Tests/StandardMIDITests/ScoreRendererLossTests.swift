import ScoreModel
import StandardMIDI
import Testing

/// What a MIDI file does not hold is told.
@Suite struct ScoreRendererLossTests {
    /// A measure with a short note and a long one, changed.
    static func score(_ change: (inout Part) -> Void) -> Score { Score(Part([("C4", 0), ("D4", 4)]).with(change)) }

    @Test func `nothing is lost of plain notes`() {
        #expect(Score(ScoreRendererTests.quarters).losses.isEmpty)
    }

    @Test func `grace notes are silent and told`() throws {
        let score = ScoreRendererLossTests.score { $0.notes[0].traits = [.grace] }
        #expect(score.losses == ["grace: 1"])
        #expect(try score.midi().tracks[1] == ["0 on 0 62 90", "1920 off 0 62", "1920 end"])
    }

    @Test func `cue notes are silent and told`() throws {
        var score = Score(ScoreRendererTests.quarters)
        for index in 1...3 { score.parts[0].notes[index].traits = [.cue] }
        #expect(score.losses == ["cue: 3"])
        #expect(try score.midi().tracks[1] == ["0 on 0 60 90", "480 off 0 60", "1920 end"])
    }

    @Test func `notes of no length are silent and told`() throws {
        let score = ScoreRendererLossTests.score { _ in }
        #expect(try score.midi().tracks[1] == ["0 on 0 62 90", "1920 off 0 62", "1920 end"])
        #expect(score.losses == ["note-without-length: 1"])
    }

    @Test(arguments: ["x", "C-2", "A9"]) func `notes without a key are silent and told`(name: String) throws {
        let score = Score(Part([(name, 4)]))
        #expect(try score.midi().tracks[1] == ["1920 end"])
        #expect(score.lossPlaces == ["note-without-key, part P1, measure 1"])
    }

    @Test func `a note that is played twice is lost once`() {
        #expect(Score(Part([("x", 4)])).repeating(1, 1).losses == ["note-without-key: 1"])
    }

    @Test func `a meter that comes back is lost once`() {
        let part = Part([("C4", 4)]).with { part in
            part.meters = [
                Timed(onset: 0, measure: 0, value: Meter([])),
                Timed(onset: 2, measure: 0, value: Meter(Meter.Component(beats: [4], beatType: 4).map { [$0] } ?? [])),
            ]
        }
        #expect(Score(part).repeating(1, 1).losses == ["time: 1"])
    }

    @Test func `marks are told by kind, with the first place`() {
        let score = ScoreRendererLossTests.score { part in
            part.notes[0].traits = [.grace]
            part.lyrics = [Attached(note: 1, value: Lyric(text: "la"))]
            part.marks = [
                Mark(note: 0, .slur(Edge(.start, partner: 2), Curve())), Mark(note: 1, .fermata(Fermata())),
                Mark(note: 1, .slur(Edge(.stop, partner: 0), Curve())),
            ]
            part.directions = [DynamicMark.Name.p, .f].map { name in
                Timed(onset: 0, measure: 0, value: Direction([[.dynamics([.named(name)], placement: nil)]]))
            }
            part.clefs = [Timed(onset: 0, measure: 0, value: Clef(.g))]
        }
        #expect(
            Set(score.losses) == ["grace: 1", "lyric: 1", "fermata: 1", "slur: 1", "dynamics: 2", "clef: 1"])
        #expect(score.lossPlaces.allSatisfy { $0.hasSuffix(", part P1, measure 1") })
    }
}
