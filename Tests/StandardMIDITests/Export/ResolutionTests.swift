import ScoreModel
import Testing

@testable import StandardMIDI

@Suite struct ResolutionTests {
    @Test(
        arguments: [
            ([1, 1, 2], 480), ([1 / 2, 1 / 4, 1 / 8, 3 / 8], 480), ([1 / 32], 480), ([1 / 64], 512), ([1 / 256], 512),
            ([1 / 3, 1 / 3, 1 / 3], 480), ([1 / 48], 480), ([1 / 5], 480), ([1 / 7], 483), ([1 / 3, 1 / 7], 483),
            ([1 / 7, 1 / 5], 490), ([1 / 7, 1 / 5, 1 / 3, 1 / 4], 840), ([1 / 9], 486), ([1 / 11, 1 / 13], 572),
            ([1 / 30_240], 30_240), ([1 / 32_749], 32_749), ([1 / 181, 1 / 179], 32_399),
        ] as [([Fraction], Int)])
    func `is the least multiple from 480 up in which all times are whole`(durations: [Fraction], ticks: Int) {
        let resolution = Resolution(Score(Part(durations.map { ("C4", $0) })))
        #expect(resolution.ticksPerQuarter == ticks && resolution.isExact)
    }

    @Test(arguments: [[1 / 191, 1 / 181], [1 / 32_771], [1 / 1_000_003, 1 / 2]] as [[Fraction]])
    func `is fine where no whole number of ticks will do`(durations: [Fraction]) {
        let resolution = Resolution(Score(Part(durations.map { ("C4", $0) })))
        #expect(resolution.ticksPerQuarter == 30_240 && !resolution.isExact)
    }

    @Test func `heeds measures, tempos, keys and meters too`() {
        var score = Score(measures: [8 / 7], Part([]))
        #expect(Resolution(score).ticksPerQuarter == 483)
        score.parts[0].sounds = [Timed(onset: 1 / 11, measure: 0, value: Sound(.standard))]
        #expect(Resolution(score).ticksPerQuarter == 539)
        score.parts[0].meters = [Timed(onset: 1 / 13, measure: 0, value: .senzaMisura)]
        #expect(Resolution(score).ticksPerQuarter == 1001)
        score.parts[0].keys = [Timed(onset: 1 / 5, measure: 0, value: .traditional(fifths: 0, mode: nil))]
        #expect(Resolution(score).ticksPerQuarter == 5005)
    }

    @Test(
        arguments: [(1, 480), (1 / 3, 160), (7 / 2, 1680), (1 / 960, 1), (1 / 961, 0), (0, 0)] as [(Fraction, Int)])
    func `rounds a time to the nearest tick`(time: Fraction, ticks: Int) {
        #expect(Resolution(Score()).ticks(time) == ticks)
    }
}
