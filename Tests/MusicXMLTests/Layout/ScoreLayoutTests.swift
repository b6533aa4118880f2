import MusicXML
import Testing
import TestSupport

@Suite struct ScoreLayoutTests {
    /// Scores with something that the other layout has no place for.
    static let awkward: [String: String] = [
        "own attributes": """
        <score-partwise><part id="A"><measure number="1" width="10"/></part>
        <part id="B"><measure number="1" width="20"/></part></score-partwise>
        """,
        "a quotation mark and a question mark in them": """
        <score-partwise><part id="A"><measure number="1"/></part>
        <part id="B"><measure number="?&gt; &quot;&amp;"/></part></score-partwise>
        """,
        "a shorter part": """
        <score-partwise><part id="A"><measure number="1"/><measure number="2"/></part>
        <part id="B"><measure number="1"/></part></score-partwise>
        """,
        "a part without measures": """
        <score-partwise><part id="A"/><part id="B"><measure number="1"/></part><part id="C" x="1"/></score-partwise>
        """,
        "comments everywhere": """
        <!-- 0 --><score-partwise><!-- 1 --><part-list/><!-- 2 --><part id="A"><!-- 3 --><measure number="1"/><!-- 4 -->
        <measure number="2"/><!-- 5 --></part><!-- 6 --><part id="B"><!-- 7 --><measure number="1"/><?app 8?></part><!-- 9 -->
        </score-partwise><!-- 10 -->
        """,
        "unknown elements": """
        <score-partwise><part id="A"><v:x xmlns:v="urn:v"/><measure number="1"/></part><y/></score-partwise>
        """,
        "parts of one name": """
        <score-partwise><part id="A"><measure number="1"><a/></measure></part>
        <part id="A"><measure number="1"><b/></measure></part></score-partwise>
        """,
        "a part without measures behind the others": """
        <score-partwise><part id="A"><measure number="1"/></part><part id="B"/></score-partwise>
        """,
        "no music": "<score-partwise><part-list/></score-partwise>",
        "a document type": """
        <!DOCTYPE score-partwise PUBLIC "-//Recordare//DTD MusicXML 4.0 Partwise//EN" "http://www.musicxml.org/dtds/partwise.dtd">
        <score-partwise><part id="A"><measure number="1"/></part></score-partwise>
        """,
        "a part that is missing at first": """
        <score-timewise><measure number="1"><part id="B"/></measure>
        <measure number="2"><part id="A"/><part id="B"/></measure></score-timewise>
        """,
        "a part that is missing between": """
        <score-timewise><measure number="1"><part id="A"/><part id="B"/></measure><measure number="2"><part id="A"/></measure>
        <measure number="3"><!-- c --><part id="A"/><part id="B"/></measure></score-timewise>
        """,
        "comments between measures": """
        <score-timewise><measure number="1"><part id="A"/><part id="B"/><!-- 1 --></measure><!-- 2 -->
        <measure number="2" implicit="yes"><!-- 3 --><part id="A"/><!-- 4 --><part id="B"/></measure><!-- 5 --></score-timewise>
        """,
        "an empty measure": """
        <score-timewise><measure number="1"><part id="A"/></measure><measure number="2"/></score-timewise>
        """,
    ]

    private func expectSame(_ document: MusicXMLDocument) throws {
        let layout = try document.requiredLayout()
        let other: ScoreLayout = layout == .partwise ? .timewise : .partwise
        let there = try MusicXMLDocument(xml: document.converted(to: other).xml())
        #expect(there.layout == other)
        let back = try MusicXMLDocument(xml: there.converted(to: layout).xml())
        #expect(back.outline == document.outline)
    }

    @Test(arguments: awkward.keys.sorted()) func `there and back gives the same tree`(_ name: String) throws {
        try expectSame(MusicXMLDocument(ScoreLayoutTests.awkward[name] ?? ""))
    }

    @Test(arguments: Fixture.all(in: "Semantics", withExtension: "musicxml"))
    func `there and back`(_ fixture: Fixture) throws { try expectSame(MusicXMLDocument(xml: fixture.bytes)) }

    @Test func `a comment in a part without measures stays`() throws {
        let document = try MusicXMLDocument("<score-partwise><part id=\"A\"><!-- here --></part></score-partwise>")
        #expect(try document.converted(to: .timewise).text.contains("<!-- here -->"))
    }

    @Test func `music that was put where a measure was missing stays`() throws {
        let timewise = try MusicXMLDocument(ScoreLayoutTests.awkward["a part that is missing between"] ?? "")
        let partwise = try timewise.converted(to: .partwise)
        let edited = partwise.text.replacing("<?quartet-absent?>", with: "<?quartet-absent?><note/>")
        #expect(try MusicXMLDocument(edited).converted(to: .timewise).text.contains("<note/>"))
    }

    @Test func `cells go where they belong`() throws {
        let document = try MusicXMLDocument(
            """
            <score-partwise><part id="A"><measure number="1"><a1/></measure><measure number="2"><a2/></measure></part>\
            <part id="B"><measure number="1"><b1/></measure><measure number="2"><b2/></measure></part></score-partwise>
            """)
        #expect(
            try document.converted(to: .timewise).text == """
                <score-timewise>
                  <measure number="1">
                    <part id="A"><a1/></part>
                    <part id="B"><b1/></part>
                  </measure>
                  <measure number="2">
                    <part id="A"><a2/></part>
                    <part id="B"><b2/></part>
                  </measure>
                </score-timewise>

                """)
    }

    @Test func `a score in both layouts means the same`() throws {
        let partwise = try MusicXMLDocument(xml: Fixture("Semantics/two-parts-partwise.musicxml").bytes)
        let timewise = try partwise.converted(to: .timewise)
        #expect(try timewise.score().score.withoutOrigins == partwise.score().score.withoutOrigins)
    }

    @Test(arguments: ["opus", "container", "html", "mei"]) func `what is no score has no layout`(_ root: String) throws
    {
        let document = try MusicXMLDocument("<\(root)/>")
        let error = try #require(throws: MusicXMLError.self) { try document.converted(to: .timewise) }
        #expect(error.code == .notAScore)
        #expect(error.message.contains("<\(root)>"))
    }
}
