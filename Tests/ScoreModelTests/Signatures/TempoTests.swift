import ScoreModel
import Testing

@Suite struct TempoTests {
    @Test(arguments: [0, -1, -1 / 1000] as [Fraction]) func `goes forward`(quartersPerMinute: Fraction) {
        #expect(Tempo(quartersPerMinute: quartersPerMinute) == nil)
    }

    @Test func `is 120 where nothing is said`() {
        #expect(Tempo.standard == Tempo(quartersPerMinute: 120))
    }
}
