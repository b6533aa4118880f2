import ScoreModel
import StandardMIDI
import Testing

/// What a MIDI file does not hold is told.
@Suite struct LossKindsTests {
    /// A measure with a short note and a long one, changed.
    static func score(_ change: (inout Part) -> Void) -> Score { Score(Part([("C4", 0), ("D4", 4)]).with(change)) }

    @Test func `nothing is lost of plain notes`() {
        #expect(Score(PartTrackTests.quarters).losses.isEmpty)
    }

    @Test func `grace notes are silent and told`() throws {
        let score = LossKindsTests.score { $0.notes[0].traits = [.grace] }
        #expect(score.losses == ["grace: 1"])
        #expect(try score.midi().tracks[1] == ["0 on 0 62 90", "1920 off 0 62", "1920 end"])
    }

    @Test func `cue notes are silent and told`() throws {
        var score = Score(PartTrackTests.quarters)
        for index in 1...3 { score.parts[0].notes[index].traits = [.cue] }
        #expect(score.losses == ["cue: 3"])
        #expect(try score.midi().tracks[1] == ["0 on 0 60 90", "480 off 0 60", "1920 end"])
    }

    @Test func `notes of no length are silent and told`() throws {
        let score = LossKindsTests.score { _ in }
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
        let score = LossKindsTests.score { part in
            part.notes[0].traits = [.grace]
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
            Set(score.losses) == ["grace: 1", "fermata: 1", "slur: 1", "dynamics: 2", "clef: 1"])
        #expect(score.lossPlaces.allSatisfy { $0.hasSuffix(", part P1, measure 1") })
    }

    static let marks: [(Mark.Kind, String)] = [
        (.articulation(Articulation(.accent)), "articulation: 1"), (.ornament(Ornament(.turn)), "ornament: 1"),
        (.technical(Technical(.upBow)), "technical: 1"), (.arpeggio(Arpeggio()), "arpeggio: 1"),
        (.glissando(Edge(.start), Slide()), "glissando: 1"), (.slide(Edge(.start), Slide()), "slide: 1"),
        (.other(Edge(.single), OtherNotation()), "other-notation: 1"),
    ]

    @Test(arguments: marks) func `every mark at a note is told`(_ mark: Mark.Kind, _ loss: String) {
        let score = Score(Part([("C4", 4)]).with { $0.marks = [Mark(note: 0, mark)] })
        #expect(score.losses == [loss])
    }

    static let signs: [(Direction.Sign, [String])] = [
        (.words("dolce"), ["words: 1"]), (.rehearsal("A"), []),
        (.wedge(Edge(.start), Direction.Wedge(.crescendo)), ["wedge: 1"]),
        (.wedge(Edge(.stop, partner: 0), Direction.Wedge()), []),
        (.pedal(Direction.Pedal(.start)), []), (.pedal(Direction.Pedal(.stop)), []),
        (.octaveShift(Edge(.start), Direction.OctaveShift()), ["octave-shift: 1"]),
        (.other(OtherNotation()), ["other-direction: 1"]),
    ]

    @Test(arguments: signs) func `every sign of a direction is told`(_ sign: Direction.Sign, _ losses: [String]) {
        let score = Score(
            Part([("C4", 4)]).with { $0.directions = [Timed(onset: 0, measure: 0, value: Direction([[sign]]))] })
        #expect(score.losses == losses)
    }

    static let lists: [(@Sendable (inout Part) -> Void, String)] = [
        ({ $0.figuredBasses = [Timed(onset: 0, measure: 0, value: FiguredBass())] }, "figured-bass: 1"),
        ({ $0.staffDetails = [Timed(onset: 0, measure: 0, value: StaffDetails())] }, "staff-details: 1"),
        (
            {
                $0.measureStyles = [
                    Timed(onset: 0, measure: 0, value: .multipleRest(measures: 4, usesSymbols: nil))
                ]
            }, "measure-style: 1"
        ),
        ({ $0.notes[0].accidental = Accidental(.sharp) }, "accidental: 1"),
        ({ $0.notes[0].beams[1] = .begin }, "beam: 1"),
        ({ $0.sounds = [Timed(onset: 0, measure: 0, value: Sound().with { $0.elevation = 10 })] }, "elevation: 1"),
    ]

    @Test(arguments: lists.indices) func `everything else that is only seen is told`(_ index: Int) {
        let (change, loss) = LossKindsTests.lists[index]
        #expect(Score(Part([("C4", 4)]).with(change)).losses == [loss])
    }
}

extension Sound {
    /// The same with a change.
    fileprivate func with(_ change: (inout Sound) -> Void) -> Sound {
        var sound = self
        change(&sound)
        return sound
    }
}
