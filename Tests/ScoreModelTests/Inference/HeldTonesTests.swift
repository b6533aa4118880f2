import ScoreModel
import Testing

@Suite struct HeldTonesTests {
    private func voices(_ tones: [(onset: Fraction, duration: Fraction)]) -> [Int] {
        tones.map { Tone(onset: $0.onset, duration: $0.duration, key: 60) }.voicesOfHeldTones()
    }

    @Test func `a melody with double stops is one voice`() {
        #expect(voices([(0, 1), (1, 1), (1, 1), (2, 2), (2, 2)]) == [0, 0, 0, 0, 0])
    }

    @Test func `what is held while others begin is another voice`() {
        #expect(voices([(0, 4), (0, 1), (1, 1), (2, 2)]) == [1, 0, 0, 0])
    }

    @Test func `a little overlap is legato`() { #expect(voices([(0, 5 / 4), (1, 1)]) == [0, 0]) }

    @Test func `nothing has no voices`() { #expect(voices([]).isEmpty) }
}
