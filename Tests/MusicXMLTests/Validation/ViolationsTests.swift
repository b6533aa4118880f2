import MusicXML
import ScoreModel
import Testing

/// A few lines of a measure, and what is wrong with them. The first line of music is line 2 of the document.
struct ViolationCase: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let music: String
    let expected: [String]

    init(_ name: String, _ music: String, _ expected: String...) {
        (testDescription, self.music, self.expected) = (name, music, expected)
    }

    /// What the validator says: `2 value-invalid: message`.
    var found: [String] {
        get throws {
            try MusicXMLDocument(ViolationCase.score(music)).violations().map {
                "\($0.place.line ?? 0) \($0.code): \($0.message)"
            }
        }
    }

    /// A score whose only measure has the given lines in it.
    static func score(_ music: String) -> String {
        """
        <score-partwise version="4.0"><part-list><score-part id="P1"><part-name/></score-part></part-list><part id="P1"><measure number="7">
        \(music)
        </measure></part></score-partwise>
        """
    }
}

@Suite struct ViolationsTests {
    static let order = [
        ViolationCase(
            "two elements that change places",
            "<note><rest/><duration>1</duration>\n<beam>begin</beam>\n<staff>1</staff></note>",
            "4 element-unexpected: <staff> must come before <beam> in <note>"),
        ViolationCase(
            "an element before one that must be there",
            "<note><pitch>\n<octave>4</octave>\n<step>C</step></pitch><duration>1</duration></note>",
            "3 element-unexpected: <octave> must come after <step> in <pitch>"),
        ViolationCase(
            "an element far before its place",
            "<note><rest/>\n<lyric><text>a</text></lyric>\n<duration>1</duration>\n<voice>1</voice><type>half</type></note>",
            "3 element-unexpected: <lyric> must come after <duration> in <note>"),
        ViolationCase(
            "an element that others shut out",
            "<note>\n<pitch><step>C</step><octave>4</octave></pitch>\n<rest/><duration>1</duration></note>",
            "4 element-unexpected: <rest> and <pitch> exclude each other in <note>"),
        ViolationCase(
            "an element twice", "<note><rest/>\n<duration>1</duration>\n<duration>1</duration></note>",
            "4 element-unexpected: <note> has a <duration> already"),
        ViolationCase(
            "too many of a kind",
            "<note><rest/><duration>1</duration><tie type=\"stop\"/><tie type=\"start\"/>\n<tie type=\"start\"/></note>",
            "3 element-unexpected: <note> has 2 <tie> already, and may not have more"),
    ]

    static let missing = [
        ViolationCase(
            "a child before others", "<note><rest/>\n<voice>1</voice></note>",
            "3 element-missing: <note> must have <duration> before <voice>"),
        ViolationCase(
            "one of several", "<note>\n<duration>1</duration></note>",
            "3 element-missing: <note> must have <pitch>, <unpitched> or <rest> before <duration>"),
        ViolationCase(
            "a child at the end", "<note>\n<rest/></note>",
            "2 element-missing: <note> must have <duration> behind its last element"),
        ViolationCase("all children", "<backup>\n</backup>", "2 element-missing: <backup> must have <duration>"),
    ]

    static let strangers = [
        ViolationCase(
            "a misspelt name", "<note><rest/>\n<durration>1</durration><voice>1</voice></note>",
            "3 element-unexpected: <durration> is unknown in <note>; did you mean <duration>?"),
        ViolationCase(
            "an unknown name in the place of a needed one",
            "<note><rest/>\n<sparkle>1</sparkle><voice>1</voice></note>",
            "3 element-unexpected: <sparkle> is unknown in <note>; expected here: <duration>"),
        ViolationCase(
            "an element of another parent",
            "<note><rest/><duration>1</duration><notations/>\n<slur type=\"start\"/></note>",
            "3 element-unexpected: <slur> cannot stand in <note>, only in <notations>; "
                + "expected here: <notations>, <lyric>, <play>, <listen> or the end"),
        ViolationCase(
            "another namespace", "<print>\n<v:part-name-display xmlns:v=\"urn:v\"><a/></v:part-name-display></print>",
            "3 element-unexpected: <v:part-name-display> is of another namespace; MusicXML has no place for it; "
                + "expected here: <page-layout>, <system-layout>, <staff-layout>, <measure-layout>, "
                + "<measure-numbering>, <part-name-display>, <part-abbreviation-display> or the end"),
        ViolationCase(
            "another namespace by default", "<backup>\n<duration xmlns=\"urn:v\">1</duration></backup>",
            "3 element-unexpected: <duration> is of another namespace; MusicXML has no place for it; "
                + "expected here: <duration>"),
        ViolationCase(
            "an element in text", "<backup>\n<duration>1<i/></duration></backup>",
            "3 element-unexpected: <duration> holds text only, and no <i>"),
        ViolationCase(
            "an element in an empty one", "<note>\n<chord><i/></chord><rest/><duration>1</duration></note>",
            "3 element-unexpected: <chord> must be empty; <i> is in it"),
    ]

    static let text = [
        ViolationCase(
            "text between elements", "<note><rest/>\n<duration>1</duration>\nstray\n<voice>1</voice></note>",
            "4 text-unexpected: <note> holds elements only; \"stray\" is text"),
        ViolationCase(
            "text behind the last element", "<note><rest/>\n<duration>1</duration>\nstray\n</note>",
            "4 text-unexpected: <note> holds elements only; \"stray\" is text"),
        ViolationCase(
            "text in an empty element", "<note>\n<chord>yes</chord><rest/><duration>1</duration></note>",
            "3 text-unexpected: <chord> must be empty; \"yes\" is in it"),
        ViolationCase(
            "white space in an empty element", "<note>\n<chord> </chord><rest/><duration>1</duration></note>",
            "3 text-unexpected: <chord> must be empty; even white space is too much"),
    ]

    static let attributes = [
        ViolationCase(
            "a misspelt attribute", "<note colr=\"#000000\"><rest/><duration>1</duration></note>",
            "2 attribute-unknown: <note> has no attribute colr; did you mean color?"),
        ViolationCase(
            "an attribute that has none of its kind", "<note><rest/><duration unit=\"s\">1</duration></note>",
            "2 attribute-unknown: <duration> has no attribute unit, which has none"),
        ViolationCase(
            "an attribute of another namespace",
            "<note v:id=\"a\" xmlns:v=\"urn:v\"><rest/><duration>1</duration></note>",
            "2 attribute-unknown: <note> has no attribute v:id"),
        ViolationCase(
            "a missing attribute", "<note><rest/><duration>1</duration>\n<tie/></note>",
            "3 attribute-missing: <tie> must have the attribute type"),
        ViolationCase(
            "an element that may not be nil",
            "<note xmlns:i=\"http://www.w3.org/2001/XMLSchema-instance\" i:nil=\"true\"><rest/><duration>1</duration></note>",
            "2 attribute-unknown: <note> has no attribute i:nil"),
    ]

    static let values = [
        ViolationCase(
            "a misspelt word", "<note><rest/><duration>1</duration>\n<type>qarter</type></note>",
            "3 value-invalid: \"qarter\" is no value for <type>: did you mean \"quarter\"?"),
        ViolationCase(
            "white space that counts", "<note><rest/><duration>1</duration>\n<type> quarter</type></note>",
            "3 value-invalid: \" quarter\" is no value for <type>: white space around \"quarter\" counts here"),
        ViolationCase(
            "a number out of range", "<note><rest/><duration>1</duration><beam number=\"9\">begin</beam></note>",
            "2 value-invalid: \"9\" is no value for the attribute number of <beam>: it must be a whole number from 1 to 8"
        ),
        ViolationCase(
            "a number that is not above zero", "<backup><duration>0</duration></backup>",
            "2 value-invalid: \"0\" is no value for <duration>: it must be a number above 0"),
        ViolationCase(
            "nothing", "<backup>\n<duration/></backup>",
            "3 value-invalid: <duration> is empty: it must be a number above 0"),
        ViolationCase(
            "a color", "<note color=\"red\"><rest/><duration>1</duration></note>",
            "2 value-invalid: \"red\" is no value for the attribute color of <note>: it must be a color such as "
                + "\"#800000\" or, with its opacity first, \"#40800000\", in capital letters"),
        ViolationCase(
            "a long value",
            "<note color=\"\(String(repeating: "x", count: 100))\"><rest/><duration>1</duration></note>",
            "2 value-invalid: \"\(String(repeating: "x", count: 50))…\" is no value for the attribute color of <note>: "
                + "it must be a color such as \"#800000\" or, with its opacity first, \"#40800000\", in capital letters"
        ),
    ]

    static let ids = [
        ViolationCase(
            "an id twice", "<note id=\"a\"><rest/><duration>1</duration></note>\n<print id=\" a\"/>",
            "3 id-duplicate: the id \"a\" of <print> is another element's already; ids are unique in a document"),
        ViolationCase(
            "an id that a part has", "<print id=\"P1\"/>",
            "2 id-duplicate: the id \"P1\" of <print> is another element's already; ids are unique in a document"),
        ViolationCase(
            "a reference to nothing",
            "<note><rest/><duration>1</duration>\n<instrument id=\"P1-I1\"/></note>\n<note><rest/></note>",
            "3 idref-dangling: no element has the id \"P1-I1\" that the attribute id of <instrument> names",
            "4 element-missing: <note> must have <duration> behind its last element"),
    ]

    @Test(arguments: [order, missing, strangers, text, attributes, values, ids].joined())
    func `one mistake is one message at its line`(_ example: ViolationCase) throws {
        #expect(try example.found == example.expected)
    }

    static let right = [
        "<note><rest/><duration>1</duration><instrument id=\"P1\"/></note>",
        "<note><!-- a --><grace/><?a b?><rest/></note>",
        "<note><rest/><duration> 1\n</duration><type><!-- x -->quarter</type></note>",
        "<note><rest/><duration>12345678901234567890123456789.5</duration></note>",
        "<direction xmlns=\"\"><direction-type><words xml:lang=\"\" xml:space=\"preserve\"> a </words></direction-type></direction>",
        "<link xmlns:q=\"http://www.w3.org/1999/xlink\" q:href=\"a#b\" q:type=\" simple \"/>",
        "<note xmlns:i=\"http://www.w3.org/2001/XMLSchema-instance\" i:schemaLocation=\"a b\"><rest/><duration>1</duration></note>",
        "<figured-bass xmlns:i=\"http://www.w3.org/2001/XMLSchema-instance\" i:type=\"figured-bass\"><figure/></figured-bass>",
    ]

    @Test(arguments: right) func `what is allowed passes`(_ music: String) throws {
        #expect(try ViolationCase("", music).found == [])
    }

    @Test func `the place names part and measure`() throws {
        let document = try MusicXMLDocument(ViolationCase.score("<sparkle/>"))
        #expect(document.violations().map(\.place) == [.init(line: 2, part: "P1", measure: "7")])
        let other = try document.converted(to: .timewise)
        #expect(other.violations().map(\.place.part) == ["P1"] && other.violations().map(\.place.measure) == ["7"])
    }

    @Test(arguments: ["<opus/>", "<part-list/>", "<score-partwise xmlns=\"urn:x\"/>"])
    func `the root must be that of a score`(_ xml: String) throws {
        #expect(try MusicXMLDocument(xml).violations().map(\.code) == ["element-unexpected"])
    }

    @Test func `more than the limit is counted`() throws {
        let music = String(repeating: "<sparkle/>\n", count: 5000)
        let found = try MusicXMLDocument(ViolationCase.score(music)).violations(limit: 3)
        #expect(found.count == 4)
        #expect(found.last?.code == "violations-more" && found.last?.message == "4997 more violations")
    }

    @Test func `edited documents are validated as they are now`() throws {
        var document = try MusicXMLDocument(ViolationCase.score("<backup><duration>1</duration></backup>"))
        let part = try #require(document.child("part", of: document.root))
        let measure = try #require(document.child("measure", of: part))
        #expect(document.violations().isEmpty)
        document.append(.element("note"), to: measure)
        #expect(document.violations().map(\.code) == ["element-missing"])
        #expect(document.violations().map(\.place) == [.init(part: "P1", measure: "7")])
    }
}
