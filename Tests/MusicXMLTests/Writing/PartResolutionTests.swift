import MusicXML
import ScoreModel
import TestSupport
import Testing

/// How finely a written part counts.
@Suite struct PartResolutionTests {
    private func divisions(_ part: Part, keepsDivisions: Bool = true) throws -> [String] {
        try Score(part).written(keepsDivisions: keepsDivisions).filter { $0.hasPrefix("attributes") }
    }

    @Test(arguments: [
        ("C4 4", 1), ("C4 1,D4 1/2,E4 1/2", 2), ("C4 2/3,D4 2/3,E4 2/3", 3), ("C4 1/3,D4 1/5,E4 1/15", 15),
        ("C4 1/3,D4 1/5,E4 1/2", 30), ("C4 1/7,D4 1/16", 112), ("C4 1/64,D4 1/3", 192),
    ])
    func `is the least that holds every duration`(line: String, least: Int) throws {
        #expect(try divisions(Part(line)) == ["attributes divisions=\(least)"])
        #expect(Score(Part(line)).musicXML().diagnostics.map(\.code) == [])
    }

    @Test func `counts onsets of directions and their offsets too`() throws {
        var direction = Direction([[.words("a")]])
        direction.offset = Direction.Offset(1 / 7)
        let part = Part("C4 4").with { $0.directions = [Timed(onset: 1 / 5, measure: 0, value: direction)] }
        #expect(try divisions(part) == ["attributes divisions=35"])
    }

    @Test func `is each part's own`() throws {
        let score = Score(Part("C4 1/3", id: "P1"), Part("C4 1/4", id: "P2"))
        #expect(
            try score.written().filter { $0.hasPrefix("attributes") } == [
                "attributes divisions=3", "attributes divisions=4",
            ])
    }

    @Test func `can be that of the file where it holds everything`() throws {
        let part = Part("C4 1/2,D4 1/2").with { $0.divisions = [Timed(onset: 0, measure: 0, value: 480)] }
        #expect(try divisions(part) == ["attributes divisions=480"])
        #expect(try divisions(part, keepsDivisions: false) == ["attributes divisions=2"])
        let other = part.with { $0.notes[0].duration = 1 / 7 }
        #expect(try divisions(other).first == "attributes divisions=14")
    }

    @Test func `beyond what all programs read is told`() throws {
        let (xml, diagnostics) = Score(Part("C4 1/16384")).musicXML()
        #expect(diagnostics.map { "\($0.code) \($0.severity) \($0.place.part ?? "")" } == ["divisions-large note P1"])
        #expect(try MusicXMLDocument(xml: xml).score().score.parts[0].notes[0].duration == 1 / 16384)
        #expect(Score(Part("C4 1/16383")).musicXML().diagnostics.isEmpty)
    }

    @Test func `rounds what no number of divisions holds, and tells`() throws {
        let score = Score(Part("C4 1/46349,D4 1/46351,E4 1"))
        let (xml, diagnostics) = score.musicXML()
        #expect(
            diagnostics.map { "\($0.code) \($0.severity) \($0.place.part ?? "")" } == ["duration-inexact warning P1"])
        let notes = try MusicXMLDocument(xml: xml).score().score.parts[0].notes
        #expect(notes.map(\.duration).last == 1)
        #expect(notes.map(\.duration).first == .zero)
    }

    /// Divisions may be fractions: with half a division to a quarter, a half note lasts one division.
    @Test(arguments: ["0.5", "1.5", "2.25"]) func `that the file has as a fraction keeps durations`(divisions: String)
        throws
    {
        let score = try MusicXMLDocument(
            """
            <score-partwise><part-list><score-part id="P1"><part-name/></score-part></part-list><part id="P1">
            <measure number="1"><attributes><divisions>\(divisions)</divisions></attributes>
            <note><rest/><duration>\(divisions)</duration></note><note><rest/><duration>2</duration></note></measure>
            </part></score-partwise>
            """
        ).score().score
        let again = try score.readAgain()
        #expect(again.parts[0].notes.map(\.duration) == score.parts[0].notes.map(\.duration))
    }

    /// With divisions that change, a place can be reached that no whole number of the new divisions has.
    @Test func `that changes between beats leaves no empty element`() throws {
        let score = try MusicXMLDocument(
            """
            <score-partwise><part-list><score-part id="P1"><part-name/></score-part></part-list><part id="P1">
            <measure number="1"><attributes><divisions>2</divisions></attributes><note><rest/><duration>1</duration></note>
            <attributes><divisions>3</divisions></attributes><note><rest/><duration>1</duration></note></measure>
            </part></score-partwise>
            """
        ).score().score
        let written = try score.written()
        let xml = score.musicXML().xml
        let isStable = try MusicXMLDocument(xml: xml).score().score.musicXML().xml == xml
        #expect(!written.contains("<attributes/>"))
        #expect(isStable)
    }
}
