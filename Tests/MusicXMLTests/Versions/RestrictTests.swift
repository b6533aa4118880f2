import MusicXML
import ScoreModel
import TestSupport
import Testing

/// A document for an older version has nothing that came later.
@Suite struct RestrictTests {
    /// A measure restricted to a version, and what was taken out of it.
    private func restricted(_ measure: String, to version: MusicXMLVersion) throws -> (text: String, losses: [String]) {
        var document = try LossesTests.document(measure)
        let losses = document.restrict(to: version).map { "\($0.count) \($0.kind)" }
        let lines = document.text.split(separator: "\n")
        return (
            String(lines[lines.count - 2].dropFirst("<measure number=\"1\">".count).dropLast("</measure>".count)),
            losses
        )
    }

    static let for31: [(before: String, after: String, losses: [String])] = [
        ("<note><listen><wait/></listen></note>", "<note/>", ["1 note/listen"]),
        ("<bend shape='curved'/><bend/>", "<bend/><bend/>", ["1 bend@shape"]),
        ("<words enclosure='inverted-bracket'>a</words>", "<words>a</words>", ["1 words@enclosure"]),
        ("<words enclosure='square'/>", "<words enclosure=\"square\"/>", []),
        ("<double above='no'/><double above='yes'/>", "<double/>", ["1 double@above", "1 double"]),
        (
            "<note><instrument id='a'/><instrument id='b'/></note>", "<note><instrument id=\"a\"/></note>",
            ["1 note/instrument"]
        ),
        ("<slur number='6'/><slur number='7'/>", "<slur number=\"6\"/>", ["1 slur"]),
        (
            "<accidental smufl='accSagittal'/><accidental smufl='medRenFlatSoftB'/>",
            "<accidental smufl=\"accSagittal\"/><accidental/>", ["1 accidental@smufl"]
        ),
        ("<harmony><numeral/><kind/></harmony><note/>", "<note/>", ["1 harmony/numeral"]),
        (
            "<direction><direction-type><pedal type='resume'/></direction-type></direction><direction/>",
            "<direction/>",
            ["1 pedal"]
        ),
        ("<staff-divide/>", "<staff-divide/>", []),
    ]

    @Test(arguments: for31) func `3_1 knows nothing of 4_0`(_ before: String, _ after: String, _ losses: [String])
        throws
    {
        let result = try restricted(before, to: .v3_1)
        #expect(result.text == after)
        #expect(result.losses == losses)
        #expect(try restricted(before, to: .v4_0).losses == [])
    }

    static let for30: [(before: String, after: String, losses: [String])] = [
        ("<note id='n1'><haydn/></note>", "<note/>", ["1 note@id", "1 note/haydn"]),
        (
            "<dynamics><sfzp/></dynamics>", "<dynamics><other-dynamics>sfzp</other-dynamics></dynamics>",
            ["1 dynamics/sfzp"]
        ),
        ("<note><grace/><cue/></note><note><cue/></note>", "<note><grace/></note><note><cue/></note>", ["1 note/cue"]),
        ("<fermata>curlew</fermata><fermata>square</fermata>", "<fermata/><fermata>square</fermata>", ["1 fermata"]),
        ("<metal>agogo</metal><metal>gong</metal>", "<metal>gong</metal>", ["1 metal"]),
        ("<pedal type='sostenuto'/>", "<pedal type=\"start\"/>", ["1 pedal@type"]),
        (
            "<pedal type='start' number='1'/><pedal type='start' number='2'/>", "<pedal type=\"start\"/>",
            ["1 pedal@number", "1 pedal"]
        ),
        (
            "<direction><direction-type><staff-divide/></direction-type><sound tempo='60'/></direction>",
            "<direction><direction-type><words/></direction-type><sound tempo=\"60\"/></direction>", ["1 staff-divide"]
        ),
        (
            "<direction-type><words>a</words><symbol>b</symbol></direction-type>",
            "<direction-type><words>a</words></direction-type>", ["1 symbol"]
        ),
    ]

    @Test(arguments: for30) func `3_0 knows nothing of 3_1`(_ before: String, _ after: String, _ losses: [String])
        throws
    {
        let result = try restricted(before, to: .v3_0)
        #expect(result.text == after)
        #expect(result.losses == losses)
        #expect(try restricted(before, to: .v3_1).losses == [])
    }

    @Test(arguments: MusicXMLVersion.allCases) func `the version is written down`(_ version: MusicXMLVersion) throws {
        var document = try MusicXMLDocument(
            """
            <!DOCTYPE score-partwise PUBLIC "-//Recordare//DTD MusicXML 4.0 Partwise//EN" "http://www.musicxml.org/dtds/partwise.dtd">
            <score-partwise version="4.0"><part-list/></score-partwise>
            """)
        #expect(document.restrict(to: version) == [])
        #expect(document.text.contains("DTD MusicXML \(version.rawValue) Partwise"))
        #expect(document.attribute("version", of: document.root) == version.rawValue)
    }

    @Test func `places name the part and the measure`() throws {
        var document = try LossesTests.document("<note>\n<listen/></note>")
        #expect(document.restrict(to: .v3_1).map { "\($0.first)" } == ["line 3, part P1, measure 1"])
    }

    @Test(arguments: Fixture.all(in: "Semantics", withExtension: "musicxml")) func `an older version stays as it is`(
        _ file: Fixture
    ) throws {
        var document = try MusicXMLDocument(xml: file.bytes)
        _ = document.restrict(to: .v3_0)
        let once = document.text
        #expect(document.restrict(to: .v3_0) == [])
        #expect(document.text == once)
    }
}
