import MusicXML
import ScoreModel
import TestSupport
import Testing

/// Scores made by a program, whose events have no written order: what they look like as files.
@Suite struct ScoreWriterTests {
    // MARK: The cursor

    @Test func `voices follow each other with a backup`() throws {
        var part = Part("C5 1,D5 1", voices: ["1", "2"])
        part.add("E4 2", voice: 1)
        #expect(
            try Score(part).written() == [
                "measure 1", "attributes divisions=1", "note pitch step=C octave=5 duration=1 voice=1",
                "note pitch step=D octave=5 duration=1 voice=1", "backup duration=2",
                "note pitch step=E octave=4 duration=2 voice=2",
            ])
    }

    @Test func `gaps are filled with forward`() throws {
        var part = Part("C5 1", voices: ["1", "2"])
        part.add("D5 1", from: 2)
        part.add("E4 1", voice: 1, from: 1)
        #expect(
            try Score(part).written() == [
                "measure 1", "attributes divisions=1", "note pitch step=C octave=5 duration=1 voice=1",
                "forward duration=1", "note pitch step=D octave=5 duration=1 voice=1", "backup duration=2",
                "note pitch step=E octave=4 duration=1 voice=2",
            ])
    }

    @Test func `measures begin at their own place`() throws {
        var part = Part("C4 4")
        part.add("D4 3", from: 4, measure: 1)
        #expect(
            try Score(measures: [4, 3], part).written() == [
                "measure 1", "attributes divisions=1", "note pitch step=C octave=4 duration=4 voice=1", "measure 2",
                "note pitch step=D octave=4 duration=3 voice=1",
            ])
    }

    @Test func `two staves name their staff`() throws {
        var part = Part("C5 1", voices: ["1", "2"])
        part.add("C3 1", voice: 1, staff: 2)
        part.staffCounts = [Timed(onset: 0, measure: 0, value: 2)]
        part.clefs = [
            Timed(onset: 0, measure: 0, staff: 1, value: Clef(.g, line: 2)),
            Timed(onset: 0, measure: 0, staff: 2, value: Clef(.f, line: 4)),
        ]
        #expect(
            try Score(part).written() == [
                "measure 1",
                "attributes divisions=1 staves=2 clef number=1 sign=G line=2 clef number=2 sign=F line=4",
                "note pitch step=C octave=5 duration=1 voice=1 staff=1", "backup duration=1",
                "note pitch step=C octave=3 duration=1 voice=2 staff=2",
            ])
    }

    @Test func `directions stand in the first voice of their staff`() throws {
        var part = Part("C5 2", voices: ["1", "2"])
        part.add("C3 2", voice: 1, staff: 2)
        part.directions = [
            Timed(onset: 0, measure: 0, staff: 2, value: Direction([[.words("low")]])),
            Timed(onset: 1, measure: 0, staff: 1, value: Direction([[.dynamics([.named(.p)], placement: nil)]])),
        ]
        #expect(
            try Score(part).written() == [
                "measure 1", "attributes divisions=1 staves=2", "note pitch step=C octave=5 duration=2 voice=1 staff=1",
                "backup duration=1", "direction direction-type dynamics p staff=1", "backup duration=1",
                "direction direction-type words=low staff=2", "note pitch step=C octave=3 duration=2 voice=2 staff=2",
            ])
    }

    // MARK: Notes

    @Test func `a chord is one advance, and its marks stand at its notes`() throws {
        var part = Part("C4 1")
        part.add("E4 1")
        part.notes[1].traits.insert(.chordMember)
        part.add("D4 1", from: 1)
        part.marks = [Mark(note: 0, .articulation(Articulation(.accent))), Mark(note: 0, .fermata(Fermata()))]
        #expect(
            try Score(part).written() == [
                "measure 1", "attributes divisions=1",
                "note pitch step=C octave=4 duration=1 voice=1 notations articulations accent fermata type=upright",
                "note chord pitch step=E octave=4 duration=1 voice=1",
                "note pitch step=D octave=4 duration=1 voice=1",
            ])
    }

    @Test func `grace notes take no time`() throws {
        var part = Part("B3 0,C4 1")
        part.notes[0].traits = [.grace, .slashed]
        #expect(
            try Score(part).written() == [
                "measure 1", "attributes divisions=1", "note grace slash=yes pitch step=B octave=3 voice=1",
                "note pitch step=C octave=4 duration=1 voice=1",
            ])
    }

    @Test func `ties sound and are drawn`() throws {
        var part = Part("C4 1,C4 1,C4 1")
        part.notes[0].traits = .tieStart
        part.notes[1].traits = [.tieStop, .tieStart]
        part.notes[2].traits = [.tieStop, .tieStopUndrawn]
        for index in 0..<2 {
            part.notes[index].tiedTo = Int32(index + 1)
            part.notes[index + 1].tiedFrom = Int32(index)
        }
        let written = try Score(part).written().dropFirst(2).map {
            $0.replacing("pitch step=C octave=4 duration=1 ", with: "")
        }
        #expect(
            written == [
                "note tie type=start voice=1 notations tied type=start",
                "note tie type=stop tie type=start voice=1 notations tied type=stop tied type=start",
                "note tie type=stop voice=1",
            ])
        #expect(try Score(part).readAgain().parts[0].notes.map(\.tiedTo) == [1, 2, nil])
    }

    @Test func `a mark that draws a tie is not doubled`() throws {
        var part = Part("C4 1,C4 1")
        (part.notes[0].traits, part.notes[1].traits) = (.tieStart, .tieStop)
        part.marks = [Mark(note: 0, .tied(Edge(.start), Curve()), placement: .above)]
        let note = try #require(try Score(part).written().dropFirst(2).first)
        #expect(note.hasSuffix("notations tied placement=above type=start"))
    }

    // MARK: Scores out of the ordinary

    @Test func `an empty score is a score`() throws {
        let xml = Score().musicXML().xml
        let document = try MusicXMLDocument(xml: xml)
        #expect(document.musicalOutline == ["score-partwise version=\"4.0\" ", "  part-list "])
        #expect(try document.score().score == Score())
    }

    @Test func `measures that a part lacks are written empty`() throws {
        var part = Part("")
        part.notes = []
        part.add("C4 4", from: 8, measure: 2)
        part.measures = [PartMeasure(index: 2, number: "3b", filled: 4)]
        let score = Score(measures: [4, 4, 4], Part("C4 4"), part)
        let second = try score.written().drop { $0 != "measure 3" }.dropFirst()
        #expect(
            Array(second) == [
                "measure 1", "measure 2", "measure 3b", "attributes divisions=1",
                "note pitch step=C octave=4 duration=4 voice=1",
            ])
    }

    @Test(arguments: [
        ("a & b < c > d \"e\" 'f'", "a & b < c > d \"e\" 'f'"), ("tab\tline\nreturn\r", "tab\tline\nreturn\r"),
        ("null \u{0} bell \u{7} escape \u{1B}", "null \u{FFFD} bell \u{FFFD} escape \u{FFFD}"),
        ("\u{FFFE}\u{FFFF}\u{FFFD}\u{FF01}", "\u{FFFD}\u{FFFD}\u{FFFD}\u{FF01}"),
        ("🎻 ä é\u{301} שלום", "🎻 ä é\u{301} שלום"),
        ("]]> <!-- &amp; -->", "]]> <!-- &amp; -->"), ("\u{85}\u{2028}\u{7F}", "\u{85}\u{2028}\u{7F}"),
    ])
    func `text comes back, forbidden characters replaced`(text: String, expected: String) throws {
        var part = Part("C4 4")
        (part.name, part.abbreviation) = (text, text)
        part.directions = [Timed(onset: 0, measure: 0, value: Direction([[.words(text)]]))]
        var score = Score(part)
        score.credits.workTitle = text
        score.credits.creators = [Credits.Creator(role: "x" + text + "x", name: text)]
        let again = try score.readAgain()
        #expect(again.parts[0].name == expected && again.parts[0].abbreviation == expected)
        #expect(again.parts[0].directions.map(\.value.signs) == [[[.words(expected)]]])
        #expect(again.credits.workTitle == expected)
        #expect(again.credits.creators == [Credits.Creator(role: "x" + expected + "x", name: expected)])
    }

    @Test func `the same score gives the same bytes`() throws {
        let score = try MusicXMLDocument(xml: Fixture("Vocabulary/part-list.musicxml").bytes).score().score
        let xml = score.musicXML().xml
        #expect((0..<8).allSatisfy { _ in score.musicXML().xml == xml })
        let isFree = score.withoutOrigins.musicXML().xml == xml
        #expect(isFree)
    }

    @Test func `groups of parts open and close around their parts`() throws {
        var score = Score(Part("C4 4", id: "A"), Part("C4 4", id: "B"), Part("C4 4", id: "C"))
        score.groups = [
            PartGroup(number: "1", symbol: "bracket", parts: 0..<3),
            PartGroup(number: "2", symbol: "brace", parts: 1..<3),
        ]
        let document = try MusicXMLDocument(xml: score.musicXML().xml)
        let list = try #require(document.children(of: document.root).first { document.name(of: $0) == "part-list" })
        let rows = document.children(of: list).filter { document.kind(of: $0) == .element }.map { document.brief($0) }
        #expect(
            rows == [
                "part-group number=1 type=start group-symbol=bracket", "score-part id=A part-name",
                "part-group number=2 type=start group-symbol=brace", "score-part id=B part-name",
                "score-part id=C part-name", "part-group number=2 type=stop", "part-group number=1 type=stop",
            ])
        #expect(try document.score().score.groups == score.groups)
    }

    @Test func `the namespace of links is there when there are links`() throws {
        var score = Score(Part("C4 4"))
        func namespace() throws -> String? {
            let document = try MusicXMLDocument(xml: score.musicXML().xml)
            return document.attribute("xmlns:xlink", of: document.root)
        }
        #expect(try namespace() == nil)
        score.parts[0].addresses = [Timed(onset: 0, measure: 0, value: Link("a.html"))]
        #expect(try namespace() == "http://www.w3.org/1999/xlink")
        score.parts[0].addresses = []
        score.credits.opus = Link("opus.xml")
        #expect(try namespace() == "http://www.w3.org/1999/xlink")
    }
}
