import ScoreModel
import Testing

@testable import ScoreModel

/// Note values as text: `q` a quarter, `h.` a dotted half.
extension NoteValue {
    var letter: String {
        let names = ["m", "l", "b", "w", "h", "q", "e", "s", "t", "x"]
        let name = names.indices.contains(Int(base.rawValue)) ? names[Int(base.rawValue)] : "?"
        return name + String(repeating: ".", count: Int(dots))
    }
}

func meter(_ beats: Int..., type: Int = 4) -> Meter {
    Meter(Meter.Component(beats: beats, beatType: type).map { [$0] } ?? [])
}

@Suite struct NoteSplittingTests {
    private func values(_ start: Fraction, _ end: Fraction, _ meter: Meter, isRest: Bool = false) -> String {
        NoteSplitting(grid: MetricGrid(meter), isRest: isRest).pieces(from: start, to: end)?.map(\.value.letter)
            .joined(separator: " ") ?? "-"
    }

    @Test(
        arguments: [
            (0, 4, "w"), (0, 3, "h."), (0, 2, "h"), (0, 1, "q"), (0, 3 / 2, "q."), (2, 7 / 2, "q."),
            (1, 3, "h"), (1, 4, "q h"), (1, 5 / 2, "q e"), (1 / 2, 3 / 2, "q"), (1 / 2, 2, "e q"), (1 / 2, 4, "e q h"),
            (0, 5 / 2, "h e"), (3 / 2, 5 / 2, "e e"), (1 / 4, 3 / 4, "e"), (3 / 4, 5 / 4, "s s"), (0, 7 / 2, "h q."),
        ] as [(Fraction, Fraction, String)])
    func `in 4/4 the middle and the beats are shown`(start: Fraction, end: Fraction, values: String) {
        #expect(self.values(start, end, meter(4)) == values)
    }

    @Test(
        arguments: [
            (0, 3, "h."), (0, 2, "h"), (1, 3, "h"), (1 / 2, 3 / 2, "q"), (1 / 2, 3, "e h"), (0, 5 / 2, "h e"),
        ] as [(Fraction, Fraction, String)])
    func `in 3/4 the beats are shown`(start: Fraction, end: Fraction, values: String) {
        #expect(self.values(start, end, meter(3)) == values)
    }

    @Test(
        arguments: [
            (0, 3, "h."), (0, 3 / 2, "q."), (0, 2, "q. e"), (1, 2, "e e"), (1 / 2, 3 / 2, "q"), (1, 3, "e q."),
        ] as [(Fraction, Fraction, String)])
    func `in 6/8 the dotted beats are shown`(start: Fraction, end: Fraction, values: String) {
        #expect(self.values(start, end, meter(6, type: 8)) == values)
    }

    @Test(
        arguments: [
            (0, 4, "w", 4), (0, 3, "h q", 4), (1, 3, "q q", 4), (1 / 2, 4, "e q h", 4), (0, 2, "q q", 3),
            (1, 3, "q q", 3),
        ] as [(Fraction, Fraction, String, Int)])
    func `a rest fills a unit of the meter`(start: Fraction, end: Fraction, values: String, beats: Int) {
        #expect(self.values(start, end, meter(beats), isRest: true) == values)
    }

    @Test func `a length that no value has is none`() { #expect(values(0, 1 / 3, meter(4)) == "-") }

    @Test func `pieces fill what they are made from, wherever it lies`() {
        for meter in [
            meter(4), meter(3), meter(5), meter(6, type: 8), meter(9, type: 8), meter(3, 2, type: 8), meter(7, type: 8),
        ] {
            let length = meter.length.map { ($0 * 8).rounded } ?? 0
            for start in 0..<length {
                for end in start + 1...length {
                    let (from, to) = (Fraction(start) / 8, Fraction(end) / 8)
                    for isRest in [true, false] {
                        let pieces = NoteSplitting(grid: MetricGrid(meter), isRest: isRest).pieces(from: from, to: to)
                        let sum = pieces?.reduce(Fraction.zero) { $0 + $1.value.quarters }
                        #expect(sum == to - from, "\(from) to \(to) in \(meter)")
                    }
                }
            }
        }
    }
}
