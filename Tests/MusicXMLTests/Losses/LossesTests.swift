import MusicXML
import ScoreModel
import TestSupport
import Testing

/// What a document has and another has fewer of.
@Suite struct LossesTests {
    /// The losses from one measure to another, as `2 note@default-x`.
    private func losses(_ before: String, _ after: String) throws -> [String] {
        try LossesTests.document(before).losses(in: LossesTests.document(after)).map { "\($0.count) \($0.kind)" }
    }

    static func document(_ measure: String) throws -> MusicXMLDocument {
        try MusicXMLDocument(
            """
            <score-partwise><part-list><score-part id="P1"/></part-list><part id="P1">
            <measure number="1">\(measure)</measure>
            </part></score-partwise>
            """)
    }

    static let cases: [(before: String, after: String, losses: [String])] = [
        ("<note/>", "<note/>", []),
        ("<note default-x='1'/><note default-x='2'/>", "<note/><note/>", ["2 note@default-x"]),
        ("<note/><print/>", "<note/>", ["1 print"]),
        ("<!--a--><note/><?b c?>", "<note/>", ["1 comment", "1 instruction"]),
        ("<note> <voice>1</voice> </note>", "<note/>", ["1 note/voice"]),
        ("<direction><voice>1</voice></direction>", "<direction/>", ["1 direction/voice"]),
        ("<words>dolce</words>", "<words/>", ["1 words"]),
        ("<vendor:x xmlns:vendor='a'/>", "", ["1 vendor:x"]),
    ]

    @Test(arguments: cases) func `what is missing is counted by kind`(
        _ before: String, _ after: String, _ expected: [String]
    )
        throws
    {
        #expect(try losses(before, after) == expected)
    }

    @Test func `what stands in a lost element is lost with it`() throws {
        let direction = "<direction placement='above'><direction-type><words>dolce</words></direction-type></direction>"
        #expect(try losses(direction, "") == ["1 direction"])
        #expect(try losses(direction + direction, direction) == ["1 direction"])
    }

    static let redundant: [(String, String)] = [
        ("<attributes><divisions>4</divisions></attributes>", ""),
        ("<note><duration>4</duration></note><backup><duration>4</duration></backup>", "<note/>"),
        ("<forward><duration>4</duration><voice>2</voice></forward>", ""),
        ("<note>\n  <voice>1</voice>\n</note>", "<note><voice>1</voice></note>"),
        (
            "<note><notations><a/></notations><notations><b/></notations></note>",
            "<note><notations><b/><a/></notations></note>"
        ),
        (
            "<note><notations id='a'><a/><b/></notations></note>",
            "<note><notations id='a'><a/></notations><notations id='b'><b/></notations></note>"
        ),
        ("<attributes><key/></attributes><attributes><clef/></attributes>", "<attributes><key/><clef/></attributes>"),
        ("<note><voice>1</voice></note><direction/>", "<direction/><note><voice>1</voice></note>"),
        ("<note><dot/></note><note/>", "<note/><note><dot/></note>"),
    ]

    @Test(arguments: redundant) func `order, white space and the count of time are no loss`(
        _ before: String, _ after: String
    )
        throws
    {
        #expect(try losses(before, after) == [])
        #expect(try losses(before, before) == [])
    }

    @Test func `what stands in a wrapper is lost by itself`() throws {
        let note = "<note><notations id='a'><articulations><accent/><staccato/></articulations></notations></note>"
        #expect(try losses(note, "<note/>") == ["1 accent", "1 staccato", "1 notations@id"])
    }

    @Test func `a comment in what only counts time is lost`() throws {
        #expect(try losses("<backup><!--a--><duration>1</duration></backup>", "") == ["1 comment"])
    }

    @Test func `the note that is lost is the one that has no equal`() throws {
        let plain = "<note><pitch/></note>"
        #expect(try losses("<note default-x='1'><rest/><dot/></note>" + plain, plain) == ["1 note"])
    }

    @Test func `places name the line, the part and the measure`() throws {
        let losses = try LossesTests.document("<note/>\n<print/>\n<print/>").losses(in: LossesTests.document("<note/>"))
        #expect(losses == [Loss(kind: "print", count: 2, first: .init(line: 3, part: "P1", measure: "1"))])
    }

    @Test func `missing measures, parts and headers are losses`() throws {
        let before = try MusicXMLDocument(
            """
            <!--top--><score-partwise version='4.0' xmlns:x='y'><work><work-title>A</work-title></work><defaults><scaling/></defaults>
            <part id='P1'><measure number='1'/><measure number='2'/></part><!--between--><part id='P2'><measure number='1'/></part>
            </score-partwise>
            """)
        let after = try MusicXMLDocument(
            "<score-partwise><work/><part id='P1'><measure/></part></score-partwise>")
        #expect(
            before.losses(in: after).map { "\($0.count) \($0.kind): \($0.first)" } == [
                "1 defaults: line 1", "1 score-partwise@version: line 1", "2 comment: line 1",
                "1 work/work-title: line 1",
                "1 measure@number: line 2, part P1, measure 1", "1 measure: line 2, part P1, measure 2",
                "1 part: line 2, part P2",
            ])
    }

    @Test(arguments: Fixture.all(in: "Chorales", withExtension: "musicxml")) func `nothing is lost between the layouts`(
        _ file: Fixture
    ) throws {
        let partwise = try MusicXMLDocument(xml: file.bytes)
        let timewise = try partwise.converted(to: .timewise)
        #expect(partwise.losses(in: timewise) == [])
        #expect(timewise.losses(in: partwise) == [])
    }

    @Test(arguments: Fixture.all(in: "Semantics", withExtension: "musicxml")) func `no music is lost through the score`(
        _ file: Fixture
    ) throws {
        let before = try MusicXMLDocument(xml: file.bytes)
        let after = try MusicXMLDocument(xml: before.score().score.musicXML().xml)
        #expect(after.losses(in: after) == [])
        #expect(!before.losses(in: after).map(\.kind).contains("note"))
    }

    @Test func `a document that is no score is compared too`() throws {
        #expect(
            try MusicXMLDocument("<a><b c='1'/><d/></a>").losses(in: MusicXMLDocument("<a><b/></a>")).map(\.kind) == [
                "a/d", "b@c",
            ])
    }
}
