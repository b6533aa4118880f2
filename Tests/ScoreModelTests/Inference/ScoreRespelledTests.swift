import ScoreModel
import Testing

@Suite struct ScoreRespelledTests {
    /// One part with notes of a quarter each, in one measure.
    static func score(_ pitches: [Pitch], fifths: Int, transposition: Transposition? = nil) -> Score {
        var part = Part(id: "P1")
        part.voices = ["1"]
        part.keys = [Timed(onset: 0, measure: 0, value: .traditional(fifths: fifths))]
        part.transpositions = transposition.map { [Timed(onset: 0, measure: 0, value: $0)] } ?? []
        part.notes = pitches.enumerated().map { Note(onset: Fraction($0), duration: 1, content: .pitched($1)) }
        var score = Score()
        score.measures = [Measure(number: "1", onset: 0, length: Fraction(pitches.count))]
        score.parts = [part]
        return score
    }

    static func names(_ score: Score) -> [String] { score.parts[0].notes.compactMap(\.pitch?.description) }

    static let sharp = Semitones(1)
    static let flat = Semitones(-1)

    @Test func `a note that is misnamed gets its name and loses its accidental`() {
        // G, A, A, C flat, G in C major.
        let pitches = [
            Pitch(.g, octave: 4), Pitch(.a, octave: 4), Pitch(.b, alter: Semitones(-2), octave: 4),
            Pitch(.c, alter: Self.flat, octave: 5), Pitch(.c, octave: 5),
        ]
        var score = Self.score(pitches, fifths: 0)
        score.parts[0].notes[3].accidental = Accidental(.flat)
        let respelled = score.respelled()
        #expect(Self.names(respelled) == ["G4", "A4", "A4", "B4", "C5"])
        #expect(respelled.parts[0].notes.allSatisfy { $0.accidental == nil })
    }

    @Test func `accidentals are printed once in a measure, and taken back`() {
        let pitches = [
            Pitch(.c, octave: 5), Pitch(.c, alter: Self.sharp, octave: 5), Pitch(.d, octave: 5),
            Pitch(.d, alter: Self.flat, octave: 5), Pitch(.d, octave: 5), Pitch(.c, octave: 5),
        ]
        let respelled = Self.score(pitches, fifths: 0).respelled()
        #expect(Self.names(respelled) == ["C5", "C#5", "D5", "C#5", "D5", "C5"])
        #expect(respelled.parts[0].notes.map(\.accidental?.sign) == [nil, .sharp, nil, nil, nil, .natural])
    }

    @Test func `a clarinet in B flat is named under its own signature`() {
        // Sounds B flat, A, B flat in B flat major; written in C major.
        let pitches = [Pitch(.c, octave: 5), Pitch(.c, alter: Self.flat, octave: 5), Pitch(.c, octave: 5)]
        let clarinet = Transposition(diatonic: -1, chromatic: Semitones(-2))
        let score = Self.score(pitches, fifths: 0, transposition: clarinet)
        #expect(Self.names(score.respelled()) == ["C5", "B4", "C5"])
    }

    @Test func `quarter tones and drums are left alone`() {
        var score = Self.score([Pitch(.e, alter: Semitones(thousandths: -500), octave: 4)], fifths: 0)
        score.parts[0].notes.append(Note(onset: 1, duration: 1, content: .unpitched(staffPosition: nil)))
        #expect(score.respelled() == score)
    }

    @Test func `tied notes have one name`() {
        var score = Self.score(
            [
                Pitch(.g, octave: 4), Pitch(.g, alter: Self.flat, octave: 4), Pitch(.g, alter: Self.flat, octave: 4),
                Pitch(.g, octave: 4),
            ],
            fifths: 1)
        score.parts[0].notes[1].tiedTo = 2
        score.parts[0].notes[2].tiedFrom = 1
        #expect(Self.names(score.respelled()) == ["G4", "F#4", "F#4", "G4"])
    }
}
