import Counterpoint
import ScoreModel
import Testing

@Suite struct CadenceReadingTests {
    private func cadences(_ text: String) throws -> [String] {
        let score = try Shorthand(text).score
        return HarmonicAnalysis(Passage(score), of: score).cadences.map { $0.kind?.rawValue ?? "none" }
    }

    @Test(arguments: [
        ("perfect-authentic", "S D5 C5*2\nA G4 G4*2\nT B3 E4*2\nB G3 C3*2\nH C: V I*2"),
        ("imperfect-authentic", "S B4 G4*2\nA G4 E4*2\nT D4 C4*2\nB G3 C3*2\nH C: V I*2"),
        ("imperfect-authentic", "S D5 C5*2\nA G4 G4*2\nT G4 E4*2\nB B2 C3*2\nH C: V6 I*2"),
        ("imperfect-authentic", "S B4 C5*2\nA F4 E4*2\nT D4 G3*2\nB D3 C3*2\nH C: viio6 I*2"),
        ("half", "S E5 D5*2\nA G4 G4*2\nT C4 B3*2\nB C3 G3*2\nH C: I V*2"),
        ("phrygian-half", "S D5 E5*2\nA A4 G#4*2\nT A3 B3*2\nB F3 E3*2\nH a: iv6 V*2"),
        ("plagal", "S C5 C5*2\nA A4 G4*2\nT F4 E4*2\nB F3 C3*2\nH C: IV I*2"),
        ("deceptive", "S B4 C5*2\nA G4 E4*2\nT D4 C4*2\nB G3 A3*2\nH C: V vi*2"),
        ("none", "S C5 C5*2\nA G4 A4*2\nT E4 F4*2\nB C3 A2*2\nH C: I IV6*2"),
    ])
    func `A phrase ends as its last two chords say`(kind: String, text: String) throws {
        #expect(try cadences(text) == [kind])
    }

    @Test func `Each fermata ends a phrase`() throws {
        let text = """
            S C5 B4*2^ | D5 C5*2
            A G4 G4*2 | G4 G4*2
            T E4 D4*2 | B3 E4*2
            B C3 G3*2 | G3 C3*2
            H C: I V*2 | V I*2
            """
        #expect(try cadences(text) == ["half", "perfect-authentic"])
    }
}
