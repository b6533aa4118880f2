import Counterpoint
import ScoreModel
import Testing

@Suite struct OrnamentReadingTests {
    private func analysis(_ text: String) throws -> HarmonicAnalysis {
        let score = try Shorthand(text).score
        return HarmonicAnalysis(Passage(score), of: score)
    }

    @Test(arguments: [
        ("passing", nil, "S E5/2 D5/2 C5\nA G4*2\nT C4*2\nB C3*2\nH C: I*2"),
        ("passing", nil, "S C5 C5\nA G4*2\nT E4/2 F4/2 G4\nB C3*2\nH C: I*2"),
        ("neighbour", nil, "S E5/2 F5/2 E5\nA G4*2\nT C4*2\nB C3*2\nH C: I*2"),
        ("suspension", "4-3", "S C5 C5/2 B4/2 C5\nA E4 D4 E4\nT G3 G3 G3\nB C3 G2 C3\nH C: I V I"),
        ("suspension", "7-6", "S A4 A4/2 G4/2 E4\nA F4 E4 C4\nT D4 E4 G3\nB D3 B2 C3\nH C: ii iii64 I"),
        ("suspension", "9-8", "S D5 D5/2 C5/2\nA F4 E4\nT B3 G3\nB G3 C3\nH C: V7 I"),
        ("suspension", "2-3", "S D5 D5\nA A4 G4\nT D4 D4\nB C4 C4/2 B3/2\nH C: V42/V V6"),
        ("suspension", "4-5", "S B4 A4\nA D4 D4\nT G3 A3\nB E3 E3/2 D3/2\nH C: iii7 ii"),
        ("suspension", "4-3", "S C5 C5/4 G4/4 B4/2 C5\nA E4 D4 E4\nT G3 G3 G3\nB C3 G2 C3\nH C: I V I"),
        ("retardation", "7-8", "S B4 B4/2 C5/2\nA F4 E4\nT D4 C4\nB G3 C3\nH C: V7 I"),
        ("anticipation", nil, "S D5/2 C5/2 C5\nA G4 G4\nT B3 E4\nB G3 C3\nH C: V I"),
        ("appoggiatura", nil, "S G4 F5/2 E5/2\nA E4 G4\nT C4 C4\nB C3 C3\nH C: I*2"),
        ("escape", nil, "S E5/2 F5/2 C5\nA G4*2\nT C4*2\nB C3*2\nH C: I*2"),
        ("cambiata", nil, "S C5/2 B4/2 G4/2 A4/2 C5\nA E4*3\nT C4*3\nB C3*3\nH C: I*3"),
        ("pedal", nil, "S C5 B4 C5\nA E4 D4 E4\nT G3 F3 G3\nB C3*3\nH C: I viio I"),
    ])
    func `A foreign tone is known by how it is reached and left`(kind: String, figure: String?, text: String) throws {
        let ornaments = try analysis(text).ornaments
        #expect(ornaments.first?.kind?.rawValue == kind, "\(ornaments)")
        #expect(ornaments.first?.figure == figure)
    }

    @Test(arguments: [
        "S E5/2 D5/2 G4\nA G4*2\nT C4*2\nB C3*2\nH C: I*2".replacing("D5/2 G4", with: "r/2 A4"),
        "S C5/2 F5/2 C5\nA G4*2\nT E4*2\nB C3*2\nH C: I*2",
    ])
    func `A tone that is neither reached nor left by step has no name`(text: String) throws {
        let ornaments = try analysis(text).ornaments
        #expect(ornaments.count == 1 && ornaments[0].kind == nil)
    }

    @Test func `Passing notes that are struck twice pass still`() throws {
        let ornaments = try analysis("S E5/2 D5/4 D5/4 C5\nA G4*2\nT C4*2\nB C3*2\nH C: I*2").ornaments
        #expect(ornaments.map(\.kind) == [.passing, .passing])
    }

    @Test func `Tones of the chord are no ornaments`() throws {
        #expect(try analysis("S E5/2 C5/2 G4\nA G4*2\nT C4*2\nB C3*2\nH C: I*2").ornaments.isEmpty)
    }
}
