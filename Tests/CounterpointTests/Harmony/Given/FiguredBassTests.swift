import Counterpoint
import ScoreModel
import Testing

@Suite struct FiguredBassTests {
    private func given(_ bass: String, _ figures: String, fifths: Int = 0) throws -> [String] {
        GivenHarmony.given(in: try Score("B \(bass)", figures: figures, fifths: fifths)).map(\.summary)
    }

    @Test(arguments: [
        ("C3", "5", 0, "C major"), ("C3", "=", 0, "C major"), ("C3", "5.3", 0, "C major"), ("C3", "8", 0, "C major"),
        ("D3", "3", 0, "D minor"), ("B2", "5", 0, "B diminished"), ("E3", "6", 0, "C major"),
        ("E3", "6.3", 0, "C major"), ("G3", "6.4", 0, "C major"), ("G3", "7", 0, "G major-minor-seventh"),
        ("D3", "7.5", 0, "D minor-seventh"), ("B2", "7", 0, "B diminished-minor-seventh"),
        ("B2", "6.5", 0, "G major-minor-seventh"), ("D3", "4.3", 0, "G major-minor-seventh"),
        ("D3", "6.4.3", 0, "G major-minor-seventh"), ("F3", "2", 0, "G major-minor-seventh"),
        ("F3", "4.2", 0, "G major-minor-seventh"), ("F3", "6.4.2", 0, "G major-minor-seventh"),
        ("C3", "10", 0, "C major"),
        // The signature counts, and so do signs.
        ("C3", "5", -3, "C minor"), ("B2", "7", -3, "B diminished-seventh"),
        ("D3", "#", 0, "D major"), ("D3", "7.#", 0, "D major-minor-seventh"), ("G3", "n", -3, "G major"),
        ("G3", "#", -3, "G major"), ("A3", "b", 3, "A minor"),
        ("G3", "6b", 0, "Eb augmented"), ("G3", "b6.b3", 0, "Eb major"), ("C3", "b5.b3", 0, "C diminished"),
        ("F#3", "7b", 0, "F# diminished-seventh"), ("F3", "4+.2", 0, "G major-minor-seventh"),
        ("C3", "4+.2", 0, "D major-minor-seventh"), ("F#3", "5/", 0, "F# diminished"),
        ("D3", "6+", -1, "B diminished"), ("Ab2", "6\\", -3, "Ab augmented-sixth-italian"),
        ("Ab2", "#6.5", -3, "Ab augmented-sixth-german"), ("Ab2", "#6.4.3", -3, "Ab augmented-sixth-french"),
        // What is suspended, with nothing that it goes to.
        ("G3", "4", 0, "G major"), ("G3", "5.4", 0, "G major"), ("G3", "7.4", 0, "G major-minor-seventh"),
        ("C3", "9", 0, "C major"), ("D3", "9.7", 0, "D minor-seventh"),
    ])
    func `Figures over a bass are a chord`(_ bass: String, _ figures: String, _ fifths: Int, _ chord: String) throws {
        #expect(try given(bass, figures, fifths: fifths) == ["0-1 " + chord])
    }

    @Test(arguments: [
        ("4,3", ["0-1/2 G major", "1/2-1 G major"]), ("4,n", ["0-1/2 G major", "1/2-1 G major"]),
        ("4,b", ["0-1/2 G minor", "1/2-1 G minor"]), ("7.4,7.b", ["0-1/2 G minor-seventh", "1/2-1 G minor-seventh"]),
        ("7,6", ["0-1/2 E minor", "1/2-1 E minor"]), ("7.5,6", ["0-1/2 G major-minor-seventh", "1/2-1 E minor"]),
        ("9,8", ["0-1/2 G major", "1/2-1 G major"]), ("9.7,8.6", ["0-1/2 E minor", "1/2-1 E minor"]),
        ("6.4,5.3", ["0-1/2 C major", "1/2-1 G major"]), ("8,7", ["0-1/2 G major", "1/2-1 G major-minor-seventh"]),
        ("6,_", ["0-1/2 E minor", "1/2-1 E minor"]), ("6,_.5", ["0-1/2 E minor", "1/2-1 E minor-seventh"]),
    ])
    func `What is suspended is the chord that it goes to`(_ figures: String, _ chords: [String]) throws {
        #expect(try given("G3", figures) == chords)
    }

    @Test(arguments: [
        ("r", "6"), ("C3", "7.6.4"), ("C3", "0"), ("C3", "99"), ("C3", "5.2"), ("C3", "_"), ("C3", "b5"),
    ])
    func `Where there is no chord nothing is said`(_ bass: String, _ figures: String) throws {
        #expect(try given(bass, figures).isEmpty)
    }

    @Test func `A line lets a chord go on over the next bass`() throws {
        #expect(try given("G3 B3 C4", "7 _ -") == ["0-1 G major-minor-seventh", "1-2 G major-minor-seventh"])
    }

    @Test func `The lowest note of the part is the bass`() throws {
        var score = try Score("B E4*2", figures: "6")
        var low = score.parts[0].notes[0]
        low.content = .pitched(Pitch(.c, octave: 3))
        low.onset = 1
        low.duration = 1
        score.parts[0].notes.append(low)
        score.parts[0].figuredBasses.append(Timed(onset: 1, measure: 0, value: FiguredBass()))
        #expect(GivenHarmony.given(in: score).map(\.summary) == ["0-1 C major", "1-2 C major"])
    }

    @Test func `Figures of a transposing part are read as it sounds`() throws {
        var score = try Score("B E3", figures: "6")
        score.parts[0].transpositions = [
            Timed(onset: .zero, measure: 0, value: Transposition(diatonic: -1, chromatic: Semitones(-2)))
        ]
        #expect(GivenHarmony.given(in: score).map(\.summary) == ["0-1 Bb major"])
    }
}
