import ScoreModel
import Testing

@Suite struct HandSeparationTests {
    /// A right hand and a left hand.
    @Test(arguments: [
        ("72 1, 74 1, 76 1, 77 1", "48 1/2, 52 1/2, 55 1/2, 52 1/2, 48 1/2, 53 1/2, 57 1/2, 53 1/2"),
        // Both hands above middle C.
        ("84 1, 83 1, 84 1, 86 1", "67 1/2, 72 1/2, 67 1/2, 71 1/2, 67 1/2, 72 1/2, 67 1/2, 71 1/2"),
        // Both below.
        ("55 1, 57 1, 59 1, 57 1", "36 2, 40 2"),
        // The left hand alone first.
        ("- 4, 67 1, 69 1", "43 1, 45 1, 47 1, 48 1, 50 2"),
    ]) func `each hand keeps its tones`(right: String, left: String) {
        let (upper, lower) = ([Tone](right), [Tone](left))
        let found = HandSeparation(upper + lower)
        #expect(found.isLower == upper.map { _ in false } + lower.map { _ in true })
    }

    @Test func `a chord that no hand reaches is divided`() {
        let tones = [36, 43, 48, 67, 72, 76].map { Tone(onset: 0, duration: 4, key: $0) }
        #expect(HandSeparation(tones).isLower == [true, true, true, false, false, false])
    }

    @Test func `no tones need no hands`() { #expect(HandSeparation([]).isLower.isEmpty) }

    @Test func `chords of hundreds of tones are divided`() {
        let tones = (0..<600).map { Tone(onset: Fraction($0 / 300), duration: 1, key: $0 % 300) }
        #expect(Set(HandSeparation(tones).isLower) == [true, false])
    }
}
