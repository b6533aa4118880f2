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
        #expect(Clef.fitting(pitches.compactMap { Pitch($0) }) == clef)
    }

    @Test func `a viola reads its own clef`() {
        #expect(Clef.fitting(["C4", "D3", "G4"].compactMap { Pitch($0) }, among: [.alto, .treble]) == .alto)
        #expect(Clef.fitting(["C6", "G5"].compactMap { Pitch($0) }, among: [.alto, .treble]) == .treble)
    }
}
