import ScoreModel
import Testing

@Suite struct ClefFittingTests {
    @Test(
        arguments: [
            (["C5", "G5", "E4"], Clef.treble), (["C3", "G2", "E3"], .bass), (["C4"], .treble),
            (["B3", "G3", "C4"], .bass),
            ([], .treble),
        ] as [([String], Clef)])
    func `the clef is the one with fewest leger lines`(pitches: [String], clef: Clef) {
        #expect(Clef.fitting(pitches.map { Pitch($0) }) == clef)
    }

    @Test func `a viola reads its own clef`() {
        #expect(Clef.fitting([Pitch("C4"), Pitch("D3"), Pitch("G4")], among: [.alto, .treble]) == .alto)
        #expect(Clef.fitting([Pitch("C6"), Pitch("G5")], among: [.alto, .treble]) == .treble)
    }
}
