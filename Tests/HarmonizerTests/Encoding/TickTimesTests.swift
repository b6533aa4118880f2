import ScoreModel
import Testing

@testable import Harmonizer

@Suite struct TickTimesTests {
    private let sixteenths = TickTimes.sixteenths(8)
    /// A quarter note, two triplet eighths, and what is left of a half note.
    private let fine = TickTimes([0, 1, 4 / 3, 5 / 3, 2])

    @Test func `Ticks begin and end`() {
        #expect((0...8).map { sixteenths[$0] } == (0...8).map { Fraction($0) / 4 })
        #expect(fine.count == 4)
        #expect((0...4).map { fine[$0] } == [0, 1, 4 / 3, 5 / 3, 2])
    }

    @Test(
        arguments: [
            (Fraction(-1), 0, 0), (0, 0, 0), (1 / 8, 0, 1), (1 / 9, 0, 0), (3 / 4, 3, 3), (2, 8, 8), (5, 8, 8),
        ] as [(Fraction, Int, Int)]) func `A time lies in a sixteenth and near the beginning of one`(
            _ time: Fraction, _ floor: Int, _ nearest: Int
        )
    {
        #expect(sixteenths.floor(time) == floor)
        #expect(sixteenths.nearest(time) == nearest)
    }

    @Test(
        arguments: [
            (Fraction(-1), 0, 0), (0, 0, 0), (2 / 5, 0, 0), (1 / 2, 0, 1), (3 / 5, 0, 1), (1, 1, 1), (7 / 6, 1, 2),
            (5 / 3, 3, 3), (11 / 6, 3, 4), (2, 4, 4), (5, 4, 4),
        ] as [(Fraction, Int, Int)]) func `A time lies in a tick and near the beginning of one`(
            _ time: Fraction, _ floor: Int, _ nearest: Int
        )
    {
        #expect(fine.floor(time) == floor)
        #expect(fine.nearest(time) == nearest)
    }

    @Test func `Ticks given as moments are found as sixteenths are`() {
        let moments = TickTimes((0...8).map { Fraction($0) / 4 })
        for step in -3...50 {
            let time = Fraction(step) / 24
            #expect(moments.floor(time) == sixteenths.floor(time))
            #expect(moments.nearest(time) == sixteenths.nearest(time))
        }
    }

    @Test func `A stretch of time has the ticks that begin near it`() {
        #expect(sixteenths.ticks(from: 1 / 4, to: 1) == 1..<4)
        #expect(sixteenths.ticks(from: 1 / 9, to: 1 / 10).isEmpty)
        #expect(sixteenths.ticks(from: 1, to: 0).isEmpty)
        #expect(fine.ticks(from: 1, to: 5 / 3) == 1..<3)
        #expect(fine.ticks(from: -1, to: 9) == 0..<4)
    }
}
