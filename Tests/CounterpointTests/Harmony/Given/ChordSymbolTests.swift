import Counterpoint
import MusicXML
import ScoreModel
import Testing

@Suite struct ChordSymbolTests {
    private func chord(_ kind: String, _ degrees: [Harmony.Degree] = []) throws -> String? {
        var score = try Shorthand("S C5").score
        var chord = Harmony.Chord(base: .root(Harmony.Tone(step: .c)), kind: kind)
        chord.degrees = degrees
        score.parts[0].harmonies = [Timed(onset: .zero, measure: 0, value: Harmony([chord]))]
        let given = GivenHarmony.given(in: score)
        #expect(given.count <= 1)
        guard case .chord(let root, let quality)? = given.first?.content else { return nil }
        #expect(root == TonalPitchClass(.c))
        return quality.rawValue
    }

    @Test(arguments: [
        ("major", "major"), ("minor", "minor"), ("augmented", "augmented"), ("diminished", "diminished"),
        ("dominant", "major-minor-seventh"), ("major-seventh", "major-seventh"), ("minor-seventh", "minor-seventh"),
        ("diminished-seventh", "diminished-seventh"), ("augmented-seventh", "augmented"),
        ("half-diminished", "diminished-minor-seventh"), ("major-minor", "minor"), ("major-sixth", "major"),
        ("minor-sixth", "minor"), ("dominant-ninth", "major-minor-seventh"), ("major-ninth", "major-seventh"),
        ("minor-ninth", "minor-seventh"), ("dominant-11th", "major-minor-seventh"), ("major-11th", "major-seventh"),
        ("minor-11th", "minor-seventh"), ("dominant-13th", "major-minor-seventh"), ("major-13th", "major-seventh"),
        ("minor-13th", "minor-seventh"), ("suspended-second", nil), ("suspended-fourth", nil),
        ("Neapolitan", "major"), ("Italian", "augmented-sixth-italian"), ("French", "augmented-sixth-french"),
        ("German", "augmented-sixth-german"), ("pedal", nil), ("power", nil), ("Tristan", nil), ("other", nil),
        ("none", nil), ("", nil),
    ])
    func `A kind is a triad or a seventh chord`(_ kind: String, _ quality: String?) throws {
        #expect(try chord(kind) == quality)
    }

    @Test(arguments: [
        ("minor-seventh", 5, -1, Harmony.Degree.Change.alter, "diminished-minor-seventh"),
        ("minor", 5, -1, .alter, "diminished"), ("major", 5, 1, .alter, "augmented"),
        ("dominant", 5, 1, .alter, "augmented"), ("dominant", 5, -1, .alter, "major-minor-seventh"),
        ("major", 7, 0, .add, "major-minor-seventh"), ("major", 7, 1, .add, "major-seventh"),
        ("diminished", 7, -1, .add, "diminished-seventh"), ("major", 9, 0, .add, "major"),
        ("major", 3, -1, .alter, "minor"), ("dominant", 9, -1, .add, "major-minor-seventh"),
        ("major", Int.max, 0, .add, "major"), ("major", Int.min, 2, .alter, "major"),
    ])
    func `Degrees change it`(
        _ kind: String, _ value: Int, _ alter: Int, _ change: Harmony.Degree.Change, _ quality: String
    )
        throws
    {
        #expect(try chord(kind, [Harmony.Degree(value: value, alter: Semitones(alter), change: change)]) == quality)
    }

    @Test func `Without its third a chord is none`() throws {
        #expect(try chord("major", [Harmony.Degree(value: 3, change: .subtract)]) == nil)
    }

    /// Four quarter notes, with what stands before each of them.
    private func given(_ before: [String]) throws -> [String] {
        let notes = before.map {
            $0 + "<note><pitch><step>C</step><octave>5</octave></pitch><duration>1</duration></note>"
        }
        let text = """
            <score-partwise><part-list><score-part id="P1"><part-name>Voice</part-name></score-part></part-list>
            <part id="P1"><measure number="1"><attributes><divisions>1</divisions><key><fifths>-1</fifths>\
            <mode>minor</mode></key></attributes>\(notes.joined())</measure></part></score-partwise>
            """
        return GivenHarmony.given(in: try MusicXMLDocument(xml: Array(text.utf8)).score().score).map(\.summary)
    }

    private func symbol(_ base: String, _ kind: String) -> String {
        "<harmony>\(base)<kind>\(kind)</kind></harmony>"
    }
    private func root(_ step: String, _ kind: String = "major") -> String {
        symbol("<root><root-step>\(step)</root-step></root>", kind)
    }
    private func function(_ text: String) -> String { symbol("<function>\(text)</function>", "none") }

    @Test func `A chord symbol holds until the next one or the end`() throws {
        #expect(try given([root("F"), "", root("C", "dominant"), ""]) == ["0-2 F major", "2-4 C major-minor-seventh"])
        #expect(try given([root("F"), root("F", "none"), "", root("F", "power")]) == ["0-1 F major"])
    }

    @Test func `Roman numerals count in their key`() throws {
        let numeral = """
            <numeral><numeral-root>4</numeral-root><numeral-key><numeral-fifths>1</numeral-fifths>\
            <numeral-mode>major</numeral-mode></numeral-key></numeral>
            """
        let inverted = "<harmony>\(numeral)<kind>major</kind><inversion>1</inversion></harmony>"
        let plain = "<numeral><numeral-root>2</numeral-root><numeral-alter>-1</numeral-alter></numeral>"
        #expect(try given([inverted, symbol(plain, "major"), "", ""]) == ["0-1 G: IV6", "1-4 G: bII"])
    }

    @Test func `Numerals are read from text, in the key that was named last`() throws {
        #expect(try given([function("i"), function("V7"), "", ""]) == ["0-1 i", "1-4 V7"])
        #expect(
            try given([function("G: V6/5"), function("vi"), function("e: iv"), function("N.C.")])
                == ["0-1 G: V65", "1-2 G: vi", "2-3 e: iv"])
        #expect(try given([function("G: ?"), function("vi"), "", ""]) == ["0-1 G: key", "1-4 G: vi"])
    }

    @Test func `Numerals go before chord symbols, and these before figures`() throws {
        let figures =
            "<figured-bass><figure><figure-number>6</figure-number></figure><duration>4</duration></figured-bass>"
        #expect(try given([figures, "", "", ""]) == ["0-4 A minor"])
        #expect(
            try given([figures, root("F"), function("F: V7"), function("N.C.") + root("B", "none")])
                == ["0-1 A minor", "1-2 F major", "2-3 F: V7", "3-4 A minor"])
    }

    @Test func `The line H of shorthand is read as a score that has numerals`() throws {
        let text = "S C5 B4 C5 r\nB C4 G3 C4 r\nH C: I V7*1/2 .*1/2 vi r"
        #expect(
            GivenHarmony.given(in: try Shorthand(text).score).map(\.summary) == ["0-1 C: I", "1-2 C: V7", "2-3 C: vi"])
    }

    @Test func `Symbols of a transposing part are read as they sound`() throws {
        var score = try Shorthand("S D5").score
        let chord = Harmony.Chord(base: .root(Harmony.Tone(step: .d, alter: Semitones(1))), kind: "major")
        score.parts[0].harmonies = [Timed(onset: .zero, measure: 0, value: Harmony([chord]))]
        score.parts[0].transpositions = [
            Timed(onset: .zero, measure: 0, value: Transposition(diatonic: -1, chromatic: Semitones(-2)))
        ]
        #expect(GivenHarmony.given(in: score).map(\.summary) == ["0-1 C# major"])
    }

    @Test(arguments: [Int.min, -1, 0, 8, Int.max]) func `Numbers that no chord has do no harm`(_ number: Int) throws {
        var score = try Shorthand("S C5\nA G4\nB E4").score
        var numeral = Harmony.Numeral(root: number)
        numeral.alter = Semitones(number)
        numeral.key = Harmony.NumeralKey(fifths: number, mode: "minor")
        var tone = Harmony.Chord(base: .root(Harmony.Tone(step: .c, alter: Semitones(number))), kind: "major")
        tone.degrees = [Harmony.Degree(value: number, alter: Semitones(number), change: .add)]
        var figures = FiguredBass()
        figures.figures = [FiguredBass.Figure()]
        figures.figures[0].number = "\(number)"
        figures.duration = Fraction(number)
        for part in score.parts.indices {
            let harmony = Harmony([Harmony.Chord(base: .numeral(numeral), kind: "minor"), tone])
            score.parts[part].harmonies = [Timed(onset: Fraction(0), measure: number, value: harmony)]
            score.parts[part].figuredBasses = [Timed(onset: .zero, measure: number, value: figures)]
            score.parts[part].keys = [Timed(onset: .zero, measure: 0, value: .traditional(fifths: number))]
        }
        for given in GivenHarmony.given(in: score) { #expect(given.end.map { $0 <= 1 } ?? false) }
        _ = GivenHarmony.disagreements(in: score)
    }

    @Test func `A score without any says nothing`() throws {
        #expect(GivenHarmony.given(in: Score()).isEmpty)
        #expect(GivenHarmony.disagreements(in: Score()).isEmpty)
    }
}
