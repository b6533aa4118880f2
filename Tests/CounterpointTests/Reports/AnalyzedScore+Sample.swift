import ScoreModel

@testable import Counterpoint

extension AnalyzedScore {
    /// Four measures that go from C major to G major, with a suspension, a passing note and two cadences. Their analysis is written by
    /// hand, so that it does not depend on how keys and chords are found.
    static let sample: AnalyzedScore = {
        let text = """
            S C5 D5 E5 D5 | D5*2 C5*2^ | C5 C5 B4 B4 | A4*2 G4*2^
            A G4 G4 G4 A4 | G4*2 G4*2 | A4 A4 G4 G4 | F#4*2 D4*2
            T E4 D4 C4 C4~ | C4 B3 C4*2 | E4 D4 D4 E4 | D4*2 B3*2
            B C3 B2 C3 F3 | G3*2 C3*2 | A3 F#3 G3/2 F#3/2 E3 | D3*2 G2*2
            """
        var score = (try? Shorthand(text).score) ?? Score()
        score.credits.workTitle = "Four measures"
        let passage = Passage(score)
        var analysis = HarmonicAnalysis(
            home: KeyRegion(key: Tonality(TonalPitchClass(.c), .major), onset: .zero, end: 16, confidence: 0.81))
        let (c, g) = (Tonality(TonalPitchClass(.c), .major), Tonality(TonalPitchClass(.g), .major))
        analysis.keys = [
            KeyRegion(key: c, onset: .zero, end: 8, confidence: 0.93),
            KeyRegion(key: g, onset: 8, end: 16, confidence: 0.66),
        ]
        let chords: [(Fraction, Tonality, Chord, Double)] = [
            (0, c, Chord(c.tonic, .major), 0.98), (1, c, Chord(g.tonic, .major, bass: .third), 0.95),
            (2, c, Chord(c.tonic, .major), 0.97),
            (3, c, Chord(TonalPitchClass(.d), .minorSeventh, bass: .third), 0.6),
            (4, c, Chord(g.tonic, .major), 0.9), (6, c, Chord(c.tonic, .major), 0.99),
            (8, g, Chord(TonalPitchClass(.a), .minor), 0.8),
            (9, g, Chord(TonalPitchClass(.d), .dominantSeventh, bass: .third), 0.99),
            (10, g, Chord(g.tonic, .major), 0.99), (11, g, Chord(TonalPitchClass(.e), .minor), 0.9),
            (12, g, Chord(TonalPitchClass(.d), .major), 0.99), (14, g, Chord(g.tonic, .major), 0.99),
        ]
        let ends = chords.map(\.0).dropFirst() + [16]
        func moment(_ time: Fraction) -> Int { passage.moments.firstIndex { $0.time == time } ?? 0 }
        analysis.chords = zip(chords, ends).map { chord, end in
            ChordSpan(
                moments: moment(chord.0)..<moment(end), onset: chord.0, end: end, key: chord.1, chord: chord.2,
                numeral: Numeral(chord.2, in: chord.1), confidence: chord.3,
                source: chord.0 == .zero ? .given : .inferred)
        }
        analysis.ornaments = [
            Ornament(
                voice: 2, event: 3, moment: moment(4), chord: 4, kind: .suspension, figure: "4-3", confidence: 0.97),
            Ornament(
                voice: 3, event: 9, moment: moment(21 / 2), chord: 8, kind: .passing, figure: nil, confidence: 0.6),
            Ornament(voice: 0, event: 8, moment: moment(12), chord: 10, kind: nil, figure: nil, confidence: 0.5),
        ]
        analysis.cadences = [
            Cadence(kind: .perfectAuthentic, chord: 5, end: 8, boundary: .fermata, confidence: 0.95),
            Cadence(kind: nil, chord: 9, end: 12, boundary: nil, confidence: 0.4),
            Cadence(kind: .imperfectAuthentic, chord: 11, end: 16, boundary: nil, confidence: 0.69),
        ]
        analysis.disagreements = [
            Disagreement(time: 9, message: "the figures say 6 and the notes 65", origin: nil)
        ]
        return AnalyzedScore(file: "choir/a, b.musicxml", score: score, passage: passage, analysis: analysis)
    }()

    /// A score without a note.
    static let empty: AnalyzedScore = {
        let passage = Passage(Score())
        let home = KeyRegion(key: Tonality(TonalPitchClass(.c), .major), onset: .zero, end: .zero, confidence: .nan)
        return AnalyzedScore(
            file: "empty.mxl", score: Score(), passage: passage, analysis: HarmonicAnalysis(home: home))
    }()
}
