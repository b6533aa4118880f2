import Counterpoint
import ScoreModel
import Testing

@Suite struct HomeKeyTests {
    private func home(_ text: String) throws -> String {
        let score = try Shorthand(text).score
        return "\(HarmonicAnalysis(Passage(score), of: score).home.key)"
    }

    @Test(arguments: [
        ("C major", "S C5 B4 C5*2\nA G4 G4 G4*2\nT E4 D4 E4*2\nB C3 G3 C3*2"),
        ("A minor", "S A4 G#4 A4*2\nA E4 E4 E4*2\nT C4 B3 C4*2\nB A3 E3 A2*2"),
        ("A minor", "S A4 G#4 A4*2\nA E4 E4 E4*2\nT C4 B3 C#4*2\nB A3 E3 A2*2"),
        ("A minor", "S A4 A4 G#4*2\nA E4 D4 E4*2\nT C4 A3 B3*2\nB A3 F3 E3*2"),
        ("D minor", "S A4 A4 A4*2\nA D4 E4 F4*2\nT F3 C#4 D4*2\nB D3 A2 D3*2"),
    ])
    func `The key of a piece is that of its signature and last chord`(key: String, text: String) throws {
        #expect(try home(text) == key)
    }

    @Test func `Keys that are given tell more than the signature`() throws {
        #expect(try home("S B4 C5*2\nA G4 E4*2\nT D4 C4*2\nB G3 A3*2\nH C: V vi*2") == "C major")
    }

    @Test func `The signature of a transposing part is taken as it sounds`() throws {
        var score = try Shorthand("S A4 A4*2\nA D4 F4*2\nT F4 D4*2\nB A3 D3*2").score
        for part in score.parts.indices {
            score.parts[part].keys = [Timed(onset: .zero, measure: 0, value: .traditional(fifths: 2))]
            score.parts[part].transpositions = [
                Timed(onset: .zero, measure: 0, value: Transposition(diatonic: -1, chromatic: Semitones(-2)))
            ]
            for note in score.parts[part].notes.indices {
                guard let pitch = score.parts[part].notes[note].pitch else { continue }
                let written = pitch.transposed(by: Transposition(diatonic: 1, chromatic: Semitones(2)))
                score.parts[part].notes[note].content = .pitched(written)
            }
        }
        let analysis = HarmonicAnalysis(Passage(score), of: score)
        #expect("\(analysis.home.key) \(analysis.chords.last?.chord.description ?? "")" == "D minor D minor")
    }
}
