import Counterpoint
import ScoreModel
import Testing

@Suite struct HarmonySearchTests {
    private func chords(_ text: String, key: Tonality? = nil) throws -> [String] {
        let score = try Shorthand(text).score
        return HarmonicAnalysis(Passage(score), of: score, key: key).chords.map { "\($0.key.symbol): \($0.numeral)" }
    }

    @Test(arguments: [
        (
            "S C5 B4 C5 C5\nA G4 G4 G4 A4\nT E4 D4 E4 F4\nB C3 G3 C3 F3",
            ["C: I", "C: V", "C: I", "C: IV"]
        ),
        ("S C5 C5 B4 C5*2\nA E4 D4 D4 E4*2\nT G3 A3 G3 G3*2\nB C3 F3 G3 C3*2", ["C: I", "C: ii65", "C: V", "C: I"]),
        ("S C5 B4 C5*2\nA E4 F4 E4*2\nT G3 D4 C4*2\nB C3 G3 C3*2", ["C: I", "C: V7", "C: I"]),
        (
            "S C5 C5 B4 B4/2 A4/2 G4*2\nA E4 F#4 G4 F4 E4*2\nT G3 A3 D4 D4 C4*2\nB C3 D3 G2 G2 C3*2",
            ["C: I", "C: V7/V", "C: V", "C: V7", "C: I"]
        ),
    ])
    func `Plain progressions are read as one would`(text: String, expected: [String]) throws {
        #expect(try chords(text) == expected)
    }

    @Test func `Passing notes do not change the chord`() throws {
        #expect(
            try chords("S C5/2 D5/2 E5 D5 C5*2\nA G4*2 G4 G4*2\nT E4*2 B3 E4*2\nB C3*2 G3 C3*2") == [
                "C: I", "C: V", "C: I",
            ])
    }

    @Test func `What is given is not guessed`() throws {
        let text = "S C5 C5\nA G4 A4\nT E4 E4\nB C3 A2"
        #expect(try chords(text + "\nH C: I vi") == ["C: I", "C: vi"])
        #expect(try chords(text + "\nH C: I IV6") == ["C: I", "C: IV6"])
        #expect(try chords(text + "\nH G: IV ii") == ["G: IV", "G: ii"])
    }

    @Test func `A key alone that is given makes no chord certain`() throws {
        var score = try Shorthand("S C5 B4 C5\nA G4 G4 G4\nT E4 D4 E4\nB C3 G3 C3").score
        let key = Harmony([Harmony.Chord(base: .function("G:"), kind: "none")])
        score.parts[0].harmonies = [Timed(onset: .zero, measure: 0, value: key)]
        #expect(GivenHarmony.given(in: score).map(\.content) == [.key])
        let analysis = HarmonicAnalysis(Passage(score), of: score)
        #expect(analysis.chords.allSatisfy { $0.source == .inferred && $0.confidence < 1 && $0.key == Tonality("G") })
    }

    @Test func `A key that is said is begun with`() throws {
        let text = "S C5 B4 C5\nA G4 G4 G4\nT E4 D4 E4\nB C3 G3 C3"
        #expect(try chords(text, key: Tonality("G")).first == "G: IV")
    }

    @Test(arguments: ["S r*4", "S r*4\nB r*4", "S C5"]) func `Little or nothing is no trouble`(text: String) throws {
        #expect(try chords(text).count <= 1)
    }

    @Test func `A rest parts chords`() throws {
        let score = try Shorthand("S C5 r C5\nA G4 r G4\nT E4 r E4\nB C3 r C3").score
        let chords = HarmonicAnalysis(Passage(score), of: score).chords
        #expect(chords.map { "\($0.onset) \($0.end)" } == ["0 1", "2 3"])
    }
}
