import Counterpoint
import ScoreModel
import Testing

@Suite struct DisagreementTests {
    private func told(_ score: Score) -> [String] {
        GivenHarmony.disagreements(in: score).map { "\($0.time): \($0.message)" }
    }

    private let choir = """
        S C5 D5
        A G4 G4
        T E4 F4
        B C3 B2
        """

    @Test(arguments: [
        ("5 6.5", []), ("- -", []), ("8.5 6", []), ("6 6", ["0: the figure 6 asks for A over C3, and no voice has it"]),
        ("b 6", ["0: the sign b asks for Eb over C3, and E4 sounds"]),
        ("5 6.4", ["1: the figure 4 asks for E over B2, and no voice has it"]),
        ("5 #6", ["1: the figure #6 asks for G# over B2, and G4 sounds"]),
    ])
    func `Figures are told that the voices do not have`(_ figures: String, _ messages: [String]) throws {
        #expect(told(try Score(choir, figures: figures)) == messages)
    }

    @Test func `It is enough that a tone sounds while its figure holds`() throws {
        #expect(told(try Score("S C5 B4\nA G4*2\nT E4 D4\nB G3*2", figures: "6.4,5.3")).isEmpty)
        #expect(told(try Score("S C5 B4\nA G4*2\nT D4*2\nB G3*2", figures: "4,3")).isEmpty)
        #expect(
            told(try Score("S C5 C5\nA G4*2\nT D4*2\nB G3*2", figures: "4,3"))
                == ["1: the figure 3 asks for B over G3, and no voice has it"])
    }

    @Test(arguments: [("C3", "6"), ("r", "6")])
    func `A bass by itself and figures over rests agree with everything`(_ bass: String, _ figures: String) throws {
        #expect(told(try Score("B \(bass)", figures: figures)).isEmpty)
        #expect(told(try Score("S r\nB \(bass)", figures: figures)).isEmpty)
    }

    @Test func `Two voices may leave a tone to the player of the bass, but not alter it`() throws {
        #expect(told(try Score("S C5\nA C5\nB E3", figures: "6.5")).isEmpty)
        #expect(
            told(try Score("S F#5\nB A3", figures: "6", fifths: 0))
                == ["0: the figure 6 asks for F over A3, and F#5 sounds"])
    }

    private func symbol(_ step: Pitch.Step, _ kind: String, over text: String) throws -> [String] {
        var score = try Shorthand(text).score
        let chord = Harmony.Chord(base: .root(Harmony.Tone(step: step)), kind: kind)
        score.parts[0].harmonies = [
            Timed(onset: .zero, measure: 0, value: Harmony([chord]), origin: Origin(rawValue: 7))
        ]
        return told(score)
    }

    @Test func `A chord symbol is told when most of what sounds is foreign to it`() throws {
        #expect(try symbol(.c, "major", over: "S C5 D5/2 E5/2\nA G4*2\nB C3*2").isEmpty)
        #expect(try symbol(.c, "dominant-ninth", over: "S D5*2\nA Bb4*2\nB E3*2").isEmpty)
        #expect(
            try symbol(.d, "minor-seventh", over: "S G4*2\nA E4*2\nB C3*2")
                == ["0: most of what sounds at the chord symbol D minor seventh is foreign to it: G, E"])
    }

    @Test func `A symbol over a melody is not judged, and none beyond its measure`() throws {
        #expect(try symbol(.c, "major", over: "S D5*2\nB D3*2").isEmpty)
        #expect(try symbol(.c, "major", over: "S E5*2 | A5*4\nA G4*2 | F4*4\nB C3*2 | D3*4").isEmpty)
    }

    @Test func `A chord symbol ends before the first measure that it does not fit`() throws {
        var score = try Shorthand(
            "S E5*4 | E5*4 | A5*4 | E5*4\nA G4*4 | G4*4 | F4*4 | G4*4\nB C3*4 | C3*4 | D3*4 | C3*4"
        )
        .score
        let chord = Harmony.Chord(base: .root(Harmony.Tone(step: .c)), kind: "major")
        score.parts[0].harmonies = [Timed(onset: 1, measure: 0, value: Harmony([chord]))]
        #expect(GivenHarmony.given(in: score).map(\.summary) == ["1-8 C major"])
        score.parts[0].harmonies[0].onset = 9
        #expect(GivenHarmony.given(in: score).isEmpty)
    }

    @Test func `Numerals are judged like chord symbols`() throws {
        let text = "S C5 C5\nA G4 A4\nT E4 F4\nB C3 F3\nH C: I "
        #expect(told(try Shorthand(text + "IV").score).isEmpty)
        #expect(
            told(try Shorthand(text + "iii6").score)
                == ["1: most of what sounds at the numeral iii6 in C major is foreign to it: C, A, F"])
        #expect(
            GivenHarmony.given(in: try Shorthand(text + "iii6").score).map(\.summary) == ["0-1 C: I", "1-2 C: iii6"])
    }

    @Test func `A disagreement knows where it was read`() throws {
        let score = try Score(choir, figures: "5 #6")
        #expect(GivenHarmony.disagreements(in: score).map(\.origin) == [Origin(rawValue: 1)])
    }
}
