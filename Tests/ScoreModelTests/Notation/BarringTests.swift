import ScoreModel
import Testing

@Suite struct BarringTests {
    private func lengths(
        _ changes: [(onset: Fraction, meter: Meter)], pickup: Fraction = .zero, end: Fraction
    ) -> [String]? {
        Barring(changes, pickup: pickup, end: end)?.bars.map { "\($0.measure.number): \($0.measure.length)" }
    }

    @Test func `measures are full, and the last too`() {
        #expect(lengths([(0, meter(4))], end: 9) == ["1: 4", "2: 4", "3: 4"])
    }

    @Test func `a piece without notes has a measure`() { #expect(lengths([(0, meter(3))], end: 0) == ["1: 3"]) }

    @Test func `what a pickup lacks may be the last measure`() {
        #expect(lengths([(0, meter(4))], pickup: 1, end: 8) == ["0: 1", "1: 4", "2: 3"])
        #expect(lengths([(0, meter(4))], pickup: 1, end: 7) == ["0: 1", "1: 4", "2: 4"])
    }

    @Test func `a short meter before another is its pickup`() throws {
        let changes: [(onset: Fraction, meter: Meter)] = [(0, meter(1)), (1, meter(4)), (9, meter(3))]
        let barring = try #require(Barring(changes, end: 12))
        #expect(barring.bars.map { "\($0.measure.number): \($0.measure.length)" } == ["0: 1", "1: 4", "2: 4", "3: 3"])
        #expect(barring.meters.map(\.value) == [meter(4)])
        #expect(barring.bars.map(\.offset) == [3, 0, 0, 0])
    }

    @Test func `an interrupted measure has its rest in the next`() throws {
        let changes: [(onset: Fraction, meter: Meter)] = [
            (0, meter(4)), (8, meter(3)), (11, meter(1)), (12, meter(4)),
        ]
        let barring = try #require(Barring(changes, end: 16))
        #expect(
            barring.bars.map { "\($0.measure.number): \($0.measure.length)" }
                == ["1: 4", "2: 4", "3: 3", "X3: 1", "4: 4"])
        #expect(barring.meters.count == 1)
        #expect(barring.bars[3].offset == 3)
    }

    @Test func `a meter that comes within a measure ends it`() {
        #expect(
            lengths([(0, meter(4)), (6, meter(3)), (12, meter(4))], end: 16) == [
                "1: 4", "2: 2", "3: 3", "4: 3", "5: 4",
            ])
    }

    @Test func `more measures than any music has are refused`() {
        #expect(lengths([(0, meter(4))], end: 4_000_000) == nil)
    }
}
