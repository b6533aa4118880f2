import ScoreModel
import Testing

@Suite struct ToneChordsTests {
    private func lengths(_ tones: [(onset: Fraction, duration: Fraction)], voices: [Int]) -> [Fraction] {
        tones.map { Tone(onset: $0.onset, duration: $0.duration, key: 60) }.lastingUntilNext(voices: voices).map(
            \.duration)
    }

    @Test func `a tone lasts until the next of its voice`() {
        #expect(lengths([(0, 3), (1, 1), (2, 2)], voices: [0, 0, 0]) == [1, 1, 2])
        #expect(lengths([(0, 3), (1, 1), (2, 2)], voices: [1, 0, 0]) == [3, 1, 2])
    }

    @Test func `a chord is as long as its longest tone`() {
        #expect(lengths([(0, 1), (0, 2), (3, 1)], voices: [0, 0, 0]) == [2, 2, 1])
    }

    @Test func `rests stay`() { #expect(lengths([(0, 1), (2, 1)], voices: [0, 0]) == [1, 1]) }
}
