import Counterpoint
import ScoreModel
import Testing

@Suite struct GivenAnalysisTests {
    private func spans(_ score: Score) -> [String] {
        HarmonicAnalysis(Passage(score), of: score).chords.map { span in
            "\(span.onset)-\(span.end) \(span.key.symbol): \(span.numeral) \(span.source.rawValue)"
        }
    }

    @Test func `Numerals that are given are the analysis`() throws {
        let text = """
            S C5 B4 C5 A4 G#4 A4
            A G4 G4 G4 E4 E4 E4
            T E4 D4 E4 C4 B3 C4
            B C3 G3 C3 A2 E3 A2
            H C: I V I a: i V i
            """
        #expect(
            spans(try Shorthand(text).score) == [
                "0-1 C: I given", "1-2 C: V given", "2-3 C: I given", "3-4 a: i given", "4-5 a: V given",
                "5-6 a: i given",
            ])
    }

    @Test func `Figures are the analysis where a bass stands alone`() throws {
        let score = try Score("B C3 B2 C3 F3 G3 C3", figures: "5 6 5 6.5 7 5")
        #expect(
            spans(score) == [
                "0-1 C: I given", "1-2 C: V6 given", "2-3 C: I given", "3-4 C: ii65 given", "4-5 C: V7 given",
                "5-6 C: I given",
            ])
    }
}
