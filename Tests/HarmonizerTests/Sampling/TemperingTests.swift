import Foundation
import Testing

@testable import Harmonizer

struct TemperingTests {
    private static let numbers: [Float] = [-5, log(0.6), -.infinity, -7, log(0.1), log(0.2), log(0.1)]

    private static func tempered(_ change: (inout Tempering) -> Void) -> [Float] {
        var tempering = Tempering()
        (tempering.pitch, tempering.rhythm, tempering.busyness) = (1, 1, 0)
        change(&tempering)
        var row = numbers
        row[0] = -.infinity
        row[3] = -.infinity
        row.withUnsafeMutableBufferPointer {
            if let start = $0.baseAddress { _ = tempering.apply(to: start, count: 7) }
        }
        return row.map { exp($0) }
    }

    private static func isNear(_ first: [Float], _ second: [Float]) -> Bool {
        zip(first, second).allSatisfy { abs($0 - $1) < 1e-5 }
    }

    @Test("At temperature 1 nothing changes")
    func one() {
        #expect(Self.isNear(Self.tempered { _ in }, [0, 0.6, 0, 0, 0.1, 0.2, 0.1]))
    }

    @Test("The temperature of pitches leaves rhythm alone")
    func pitch() {
        let row = Self.tempered { $0.pitch = 0.5 }
        // Squares in proportion, holds as probable as they were.
        let least: Float = 0.4 / 6
        #expect(Self.isNear(row, [0, 0.6, 0, 0, least, 4 * least, least]))
    }

    @Test("The temperature of rhythm leaves pitches alone")
    func rhythm() {
        let row = Self.tempered { $0.rhythm = 0.5 }
        let holds: Float = 0.36 / (0.36 + 0.16)
        let quarter = (1 - holds) / 4
        #expect(Self.isNear(row, [0, holds, 0, 0, quarter, 2 * quarter, quarter]))
    }

    @Test("Busyness is added to the log-odds of a note")
    func busyness() {
        let row = Self.tempered { $0.busyness = log(3) }
        let begins: Float = 1.2 / 1.8
        let quarter = begins / 4
        #expect(Self.isNear(row, [0, 1 - begins, 0, 0, quarter, 2 * quarter, quarter]))
    }

    @Test("Where nothing can begin, a voice holds")
    func onlyHold() {
        var row: [Float] = [-.infinity, -3, -.infinity, -.infinity]
        row.withUnsafeMutableBufferPointer {
            if let start = $0.baseAddress { _ = Tempering().apply(to: start, count: 4) }
        }
        let impossible = -Float.infinity
        #expect(row == [impossible, 0, impossible, impossible])
    }
}
