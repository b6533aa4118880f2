import ScoreModel
import Testing

/// What follows from the lists of a part and is not stored.
@Suite struct PartReadingsTests {
    /// A part with as many quarter notes as asked for.
    private func part(notes count: Int, marks: [Mark] = []) -> Part {
        var part = Part(id: "P1")
        part.notes = (0..<count).map { Note(onset: Fraction($0), duration: 1, content: PartTests.middleC) }
        part.marks = marks
        return part
    }

    // MARK: Slurs and tuplets

    @Test func `slurs run from mark to mark`() {
        let part = part(
            notes: 3,
            marks: [
                Mark(note: 0, .slur(Edge(.start, partner: 1), Curve())),
                Mark(note: 2, .slur(Edge(.stop, partner: 0), Curve())),
            ])
        #expect(part.slurs.map { [$0.first, $0.last] } == [[0, 2]])
    }

    @Test(arguments: [nil, 5, -1] as [Int32?]) func `a slur without a partner is no slur`(partner: Int32?) {
        #expect(part(notes: 1, marks: [Mark(note: 0, .slur(Edge(.start, partner: partner), Curve()))]).slurs.isEmpty)
    }

    @Test func `outer tuplets come first`() throws {
        let (triplet, quintuplet) = (
            try #require(TupletRatio(actual: 3, normal: 2)), try #require(TupletRatio(actual: 5, normal: 4))
        )
        let part = part(
            notes: 4,
            marks: [
                Mark(note: 0, .tuplet(Edge(.start, number: 2, partner: 2), Tuplet(ratio: quintuplet))),
                Mark(note: 0, .tuplet(Edge(.start, number: 1, partner: 3), Tuplet(ratio: triplet))),
                Mark(note: 1, .tuplet(Edge(.stop, number: 2, partner: 0), Tuplet())),
                Mark(note: 3, .tuplet(Edge(.stop, number: 1, partner: 1), Tuplet())),
            ])
        #expect(part.tuplets.map(\.value.ratio) == [triplet, quintuplet])
        #expect(part.tuplets.map { [$0.first, $0.last] } == [[0, 3], [0, 1]])
    }

    @Test func `fermatas hang on their notes`() {
        let part = part(notes: 2, marks: [Mark(note: 1, .fermata(Fermata(shape: "square", isInverted: true)))])
        #expect(part.fermatas == [Attached(note: 1, value: Fermata(shape: "square", isInverted: true))])
    }

    // MARK: Dynamics

    @Test func `dynamics come from marks and from sound`() {
        var part = part(notes: 1)
        var direction = Direction([[.dynamics([.named(.sf), .other("x", glyph: nil)], placement: nil)]])
        direction.sound = Sound()
        direction.sound?.dynamics = 80
        direction.offset = Direction.Offset(1, movesSound: true)
        var sound = Sound()
        sound.dynamics = 50
        part.directions = [Timed(onset: 2, measure: 0, staff: 2, value: direction)]
        part.sounds = [Timed(onset: 1, measure: 0, value: sound)]
        let dynamics = part.dynamics
        #expect(
            dynamics.map(\.value) == [
                .percent(50), .mark(.named(.sf)), .mark(.other("x", glyph: nil)), .percent(80),
            ])
        #expect(dynamics.map(\.onset) == [1, 2, 2, 3])
        #expect(dynamics.map(\.staff) == [nil, 2, 2, nil])
    }

    // MARK: Tempos

    private func tempos(_ changes: (inout Direction) -> Void) throws -> [String] {
        var direction = Direction([[.metronome(Metronome(.perMinute(MetronomeTests.quarter, "60")))]])
        changes(&direction)
        var score = Score()
        score.parts = [Part(id: "P1")]
        score.parts[0].directions = [Timed(onset: 4, measure: 1, staff: 1, value: direction)]
        #expect(score.tempos.allSatisfy { $0.staff == nil })
        return score.tempos.map { "\($0.value.quartersPerMinute) at \($0.onset)" }
    }

    @Test func `a printed tempo counts where nothing is said for playback`() throws {
        #expect(try tempos { _ in } == ["60 at 4"])
        #expect(try tempos { $0.sound = Sound() } == ["60 at 4"])
    }

    @Test func `what is said for playback wins`() throws {
        let fast = try #require(Tempo(quartersPerMinute: 144))
        #expect(try tempos { $0.sound = Sound(fast) } == ["144 at 4"])
        #expect(
            try tempos {
                $0.sound = Sound(fast)
                $0.sound?.tempo = 0
            } == [])
    }

    @Test(
        arguments: [
            (2, true, nil, "144 at 6"), (2, nil, nil, "144 at 4"), (2, false, 1, "144 at 5"),
            (-9, true, nil, "144 at 0"),
            (0, nil, -1, "144 at 3"),
        ] as [(Fraction, Bool?, Fraction?, String)])
    func `offsets move what sounds`(offset: Fraction, moves: Bool?, own: Fraction?, expected: String) throws {
        let fast = try #require(Tempo(quartersPerMinute: 144))
        let tempos = try tempos {
            $0.sound = Sound(fast)
            $0.offset = Direction.Offset(offset, movesSound: moves)
            $0.sound?.offset = own.map { Direction.Offset($0) }
        }
        #expect(tempos == [expected])
    }

    @Test func `tempos of all parts are in order`() throws {
        var score = Score()
        score.parts = [Part(id: "P1"), Part(id: "P2")]
        let (slow, fast) = (try #require(Tempo(quartersPerMinute: 40)), try #require(Tempo(quartersPerMinute: 160)))
        score.parts[0].sounds = [Timed(onset: 8, measure: 2, value: Sound(slow))]
        score.parts[1].sounds = [Timed(onset: 4, measure: 1, value: Sound(fast))]
        #expect(score.tempos.map(\.value) == [fast, slow])
    }

    // MARK: Jumps

    @Test func `jumps come from directions, sounds and bar lines, in order`() {
        var score = Score()
        score.parts = [Part(id: "P1"), Part(id: "P2")]
        var barline = Barline(location: .left)
        (barline.segnoName, barline.codaName) = ("s", "c")
        score.parts[0].barlines = [Timed(onset: 4, measure: 1, value: barline)]
        score.parts[0].sounds = [Timed(onset: 8, measure: 1, value: Sound(Jump(.toCoda("c"))))]
        let direction = Direction([[.words("D.S.")]], sound: Sound(Jump(.dalSegno("s"))))
        score.parts[1].directions = [Timed(onset: 6, measure: 1, staff: 1, value: direction)]
        #expect(score.jumps.map(\.value.kind) == [.segno("s"), .coda("c"), .dalSegno("s"), .toCoda("c")])
        #expect(score.jumps.allSatisfy { $0.staff == nil })
    }
}
