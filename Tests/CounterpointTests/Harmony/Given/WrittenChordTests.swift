import Counterpoint
import MusicXML
import ScoreModel
import Testing

@Suite struct WrittenChordTests {
    private static let home = Tonality(signature: 0, .major)

    /// A chord symbol over a bar of one note, read from MusicXML.
    private func symbol(_ inside: String, fifths: Int = 0) throws -> [WrittenChord] {
        let text = """
            <score-partwise><part-list><score-part id="P1"><part-name>Voice</part-name></score-part></part-list>
            <part id="P1"><measure number="1"><attributes><divisions>1</divisions></attributes>
            <harmony>\(inside)</harmony>
            <note><pitch><step>C</step><octave>5</octave></pitch><duration>4</duration></note></measure></part>
            </score-partwise>
            """
        return WrittenChord.written(
            in: try MusicXMLDocument(xml: Array(text.utf8)).score().score, home: Self.home)
    }

    @Test(arguments: [
        ("<root><root-step>C</root-step></root><kind>major</kind>", "C E G"),
        ("<root><root-step>G</root-step></root><kind>dominant</kind>", "D F G B"),
        ("<root><root-step>C</root-step></root><kind>major-sixth</kind>", "C E G A"),
        ("<root><root-step>D</root-step></root><kind>dominant-ninth</kind>", "C D E Gb A"),
        ("<root><root-step>G</root-step></root><kind>suspended-fourth</kind>", "C D G"),
        (
            """
            <root><root-step>G</root-step></root><kind>suspended-fourth</kind>
            <degree><degree-value>7</degree-value><degree-alter>0</degree-alter><degree-type>add</degree-type></degree>
            """, "C D F G"
        ),
        ("<root><root-step>F</root-step></root><kind>suspended-second</kind>", "C F G"),
        ("<root><root-step>F</root-step></root><kind>power</kind>", "C F"),
        (
            """
            <root><root-step>C</root-step></root><kind>dominant</kind><bass><bass-step>B</bass-step>
            <bass-alter>-1</bass-alter></bass>
            """, "C E G Bb over Bb"
        ),
        (
            "<root><root-step>C</root-step></root><kind>major</kind><bass><bass-step>D</bass-step></bass>",
            "C E G over D"
        ),
        ("<root><root-step>C</root-step></root><kind>major</kind><inversion>1</inversion>", "C E G over E"),
        (
            """
            <numeral><numeral-root>5</numeral-root></numeral><kind>dominant</kind><inversion>3</inversion>
            """, "D F G B over F"
        ),
        ("<function>V65</function><kind>none</kind>", "D F G B over B"),
        ("<function>a: V</function><kind>none</kind>", "E Ab B over E"),
    ])
    func `A symbol names tones, and perhaps a bass`(_ inside: String, _ tones: String) throws {
        #expect(try symbol(inside).map(\.summary) == ["0-4 " + tones])
    }

    @Test(arguments: [
        "<root><root-step>C</root-step></root><kind>none</kind>",
        "<root><root-step>C</root-step></root><kind>other</kind>",
        "<function>N.C.</function><kind>none</kind>",
    ])
    func `Some say nothing`(_ inside: String) throws {
        #expect(try symbol(inside).isEmpty)
    }

    @Test func `A chord holds until the next one, and nothing holds through N.C.`() throws {
        let score = try Shorthand("S C5 B4 C5 D5\nB C4 G3 C4 D4\nH C: I V6 r IV").score
        #expect(
            WrittenChord.written(in: score, home: Self.home).map(\.summary)
                == ["0-1 C E G over C", "1-2 D G B over B", "3-4 C F A over F"])
    }

    @Test func `What the notes are does not matter`() throws {
        var score = try Shorthand("S F#5 F#5\nA C#5 C#5\nB A#3 A#3").score
        let chord = Harmony.Chord(base: .root(Harmony.Tone(step: .c)), kind: "major")
        score.parts[0].harmonies = [Timed(onset: .zero, measure: 0, value: Harmony([chord]))]
        #expect(GivenHarmony.given(in: score).isEmpty)
        #expect(WrittenChord.written(in: score, home: Self.home).map(\.summary) == ["0-2 C E G"])
    }

    @Test func `Figures name what is suspended and what it goes to, over their bass`() throws {
        let score = try Score("B G3 E3", figures: "4,3 6")
        #expect(
            WrittenChord.written(in: score, home: Self.home).map(\.summary)
                == ["0-1/2 C D G B over G", "1/2-1 D G B over G", "1-2 C E G over E"])
    }

    @Test(arguments: [
        // A numeral without a key is one of the home key; a key that is named counts as long as none follows.
        ("H C: V", "C D E F G A B"), ("H a: V", "C D E F Gb Ab A B"), ("H a: i", "C D E F Gb G Ab A B"),
        ("H C: V/V", "C D E Gb G A B"), ("H C: iv", "C D E F G Ab B"), ("H G: IV", "C D E Gb G A B"),
    ])
    func `Between beats there is the scale, with the letters of the chord`(_ line: String, _ scale: String) throws {
        let score = try Shorthand("S C5\n" + line).score
        let chord = try #require(WrittenChord.written(in: score, home: Self.home).first)
        #expect(chord.scale(signature: nil).tones == scale)
    }

    @Test func `The scale of chord symbols is that of the signature, minor with its raised degrees`() throws {
        var score = try Shorthand("S C5").score
        let chord = Harmony.Chord(base: .root(Harmony.Tone(step: .a)), kind: "dominant")
        score.parts[0].harmonies = [Timed(onset: .zero, measure: 0, value: Harmony([chord]))]
        let minor = try #require(WrittenChord.written(in: score, home: Tonality(signature: -1, .minor)).first)
        #expect(minor.scale(signature: -1).tones == "Db D E F G A Bb B")
        #expect(minor.scale(signature: 0).tones == "Db D E F G A B")
        let major = try #require(WrittenChord.written(in: score, home: Self.home).first)
        #expect(major.scale(signature: nil).tones == "Db D E F G A B")
    }
}

extension WrittenChord {
    fileprivate var summary: String {
        let named = bass.map { " over \(UInt16.names[$0])" } ?? ""
        return "\(onset)-\(end) \(tones.tones)\(named)"
    }
}

extension UInt16 {
    fileprivate static let names = ["C", "Db", "D", "Eb", "E", "F", "Gb", "G", "Ab", "A", "Bb", "B"]

    /// The pitch classes of which bits are set.
    fileprivate var tones: String {
        UInt16.names.enumerated().filter { self >> UInt16($0.offset) & 1 == 1 }.map(\.element).joined(separator: " ")
    }
}
