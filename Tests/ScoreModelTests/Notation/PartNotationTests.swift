import ScoreModel
import Testing

@testable import ScoreModel

@Suite struct PartNotationTests {
    private typealias Sketch = (onset: Fraction, duration: Fraction, pitch: String)

    private func write(
        _ tones: [(onset: Fraction, duration: Fraction, pitch: String)], _ meter: Meter, pickup: Fraction = .zero,
        fifths: Int = 0, voice: (Int) -> Int = { _ in 0 }, voices: Int = 1
    ) throws -> PartNotation {
        let end = tones.map { $0.onset + $0.duration }.max() ?? .zero
        let barring = try #require(Barring([(.zero, meter)], pickup: pickup, end: end))
        let spelled = try tones.enumerated().map { index, tone in
            SpelledTone(
                onset: tone.onset, duration: tone.duration, content: .pitched(try #require(Pitch(tone.pitch))),
                voice: voice(index))
        }
        return PartNotation(
            Part(id: "P1"), spelled, voices: (0..<voices).map { .init(name: "\($0 + 1)") }, barring: barring,
            keys: [Timed(onset: .zero, measure: 0, value: .traditional(fifths: fifths))])
    }

    @Test func `what goes over a bar line is tied, and the last measure is filled with rests`() throws {
        let part = try write([(0, 1, "C4"), (1, 4, "D4"), (5, 1, "E4")], meter(4)).part
        #expect(part.text() == "q C4, q D4~, h D4~ | q D4, q E4, h r")
        #expect(part.notes.filter { $0.tiedTo != nil }.map(\.onset) == [1, 2])
        #expect(part.notes.filter { $0.tiedFrom != nil }.map(\.onset) == [2, 4])
    }

    @Test func `a measure in which nothing sounds is one rest`() throws {
        #expect(try write([(8, 4, "C4")], meter(4)).part.text() == "R r | R r | w C4")
    }

    @Test func `triplets fill their beat`() throws {
        let tones = (0..<3).map { (onset: Fraction($0) / 3, duration: 1 / 3 as Fraction, pitch: "C4") } + [(1, 3, "D4")]
        let part = try write(tones, meter(4)).part
        #expect(part.text() == "e3:2 C4, e3:2 C4, e3:2 C4, q D4~, h D4")
        #expect(part.marks.map(\.note) == [0, 2])
        #expect(part.marks.map { $0.edge?.role } == [.start, .stop])
        #expect(part.marks.map { $0.edge?.partner } == [1, 0])
    }

    @Test(
        arguments: [
            ([0, 2 / 3, 1], "q3:2 C4, e3:2 C4, q C4"), ([0, 1 / 3, 1], "e3:2 C4, q3:2 C4, q C4"),
            ([0, 2 / 3, 4 / 3], "q3:2 C4, q3:2 C4, q3:2 C4"),
            ([0, 1 / 5, 2 / 5, 3 / 5, 4 / 5, 1], "s5:4 C4, s5:4 C4, s5:4 C4, s5:4 C4, s5:4 C4, q C4"),
            ([0, 1 / 6, 1 / 3, 1 / 2, 1], "s3:2 C4, s3:2 C4, s3:2 C4, e C4, q C4"),
            ([0, 1 / 3, 1 / 2, 2 / 3, 1], "e3:2 C4, s3:2 C4, s3:2 C4, e3:2 C4, q C4"),
            ([0, 1 / 12, 1 / 6, 1 / 3, 2 / 3, 1], "t3:2 C4, t3:2 C4, s3:2 C4, e3:2 C4, e3:2 C4, q C4"),
            ([0, 4 / 3, 5 / 3, 2], "q C4~, e3:2 C4, e3:2 C4, e3:2 C4"),
            ([0, 1 / 2, 5 / 6, 7 / 6, 3 / 2], "e C4, e3:2 C4, e3:2 C4, e3:2 C4, e C4"),
        ] as [([Fraction], String)])
    func `tuplets are the smallest that hold their notes`(onsets: [Fraction], text: String) throws {
        let tones = zip(onsets, onsets.dropFirst() + [2]).map { (onset: $0, duration: $1 - $0, pitch: "C4") }
        #expect(try write(tones, meter(2)).part.text() == text)
    }

    @Test func `every tone has its first note`() throws {
        let notation = try write([(0, 3, "C4"), (3, 3, "E4"), (0, 3, "E4")], meter(4))
        #expect(notation.part.text() == "h. C4, +h. E4, q E4~ | h E4, h r")
        #expect(notation.notes == [0, 2, 1])
    }

    @Test func `a pickup begins on its beat`() throws {
        let notation = try write([(0, 1 / 2, "G4"), (1 / 2, 1, "C5"), (3 / 2, 2, "C5")], meter(3), pickup: 1 / 2)
        #expect(notation.part.text() == "e G4 | q C5, h C5")
    }

    @Test func `two voices have stems in two directions, and the second rests only where it takes part`() throws {
        let tones: [(onset: Fraction, duration: Fraction, pitch: String)] = [
            (0, 4, "E5"), (4, 4, "E5"), (1, 1, "C4"),
        ]
        let part = try write(tones, meter(4), voice: { $0 == 2 ? 1 : 0 }, voices: 2).part
        #expect(part.text(voice: 1) == "q r, q C4, h r | ")
        #expect(part.notes.first { $0.pitch == Pitch("C4") }?.stem == .down)
    }

    @Test func `accidentals hold to the bar line`() throws {
        let tones: [(onset: Fraction, duration: Fraction, pitch: String)] = [
            (0, 1, "F#4"), (1, 1, "F4"), (2, 1, "F4"), (3, 2, "F#4"), (5, 1, "F#4"), (6, 1, "G#4"), (7, 1, "G#5"),
        ]
        let part = try write(tones, meter(4), fifths: 1).part
        #expect(part.notes.map { $0.accidental?.sign } == [nil, .natural, nil, .sharp, nil, nil, .sharp, .sharp])
    }

    @Test func `eighths share beams within their beat`() throws {
        let tones = (0..<4).map { (onset: Fraction($0) / 2, duration: 1 / 2 as Fraction, pitch: "C4") }
        let part = try write(tones, meter(2)).part
        #expect(part.notes.map { $0.beams[1] } == [.begin, .end, .begin, .end])
    }

    @Test func `a dotted rhythm has a hook`() throws {
        let part = try write([(0, 3 / 4, "C4"), (3 / 4, 1 / 4, "C4"), (1, 1, "C4")], meter(2)).part
        #expect(part.notes.map { $0.beams[1] } == [.begin, .end, nil])
        #expect(part.notes.map { $0.beams[2] } == [nil, .backwardHook, nil])
    }
}
