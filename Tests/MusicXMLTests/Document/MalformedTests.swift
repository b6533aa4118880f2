import Foundation
import MusicXML
import ScoreModel
import Testing

@Suite struct MalformedTests {
    static let cases: [(xml: String, code: MusicXMLError.Code, line: Int?)] = [
        ("", .emptyInput, nil),
        (" \n ", .emptyInput, nil),
        ("<a>\n<b>\n</a>", .xmlMalformed, 3),
        ("<a/>\n<b/>", .xmlMalformed, 2),
        ("<a>&#0;</a>", .xmlMalformed, 1),
        ("<a x='1' x='2'/>", .xmlMalformed, 1),
        ("<a>\n<!-- ", .xmlMalformed, 2),
        ("<a>\n&eacute;</a>", .entityUndeclared, 2),
        ("<a>\n&nbsp;</a>", .entityUndeclared, 2),
        ("<!DOCTYPE a SYSTEM \"x.dtd\"><a>\n&nbsp;</a>", .entityUndeclared, 2),
        ("<!DOCTYPE a SYSTEM \"x.dtd\"><a>\n<b c=\"&nbsp;\"/></a>", .entityUndeclared, 2),
        ("<!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>\n<a>&e;</a>", .entityExternal, 2),
        ("<!DOCTYPE a [<!ENTITY % p SYSTEM \"file:///etc/hostname\"> %p;]>\n<a>&e;</a>", .entityUndeclared, nil),
        ("<!DOCTYPE a [<!ENTITY e \"&f;\"><!ENTITY f \"&e;\">]>\n<a>&e;</a>", .entityGrowth, nil),
    ]

    @Test(arguments: cases) func `what is not well-formed is refused with its line`(
        xml: String, code: MusicXMLError.Code, line: Int?
    ) throws {
        let error = try #require(throws: MusicXMLError.self) { try MusicXMLDocument(xml) }
        #expect(error.code == code)
        if let line { #expect(error.place.line == line) }
        #expect(!error.message.isEmpty)
    }

    /// Ten levels of ten references each, in text and in an attribute; and one long entity many times over.
    static let bombs: [String] = {
        let levels = (1...9).map { "<!ENTITY l\($0) \"\(String(repeating: "&l\($0 - 1);", count: 10))\">" }.joined()
        let declarations = "<!DOCTYPE a [<!ENTITY l0 \"ha\">\(levels)"
        let long = String(repeating: "x", count: 50_000)
        return [
            declarations + "]><a>&l9;</a>",
            declarations + "]><a b=\"&l9;\"/>",
            declarations + "<!ENTITY m \"<b>&l9;</b>\">]><a>&m;</a>",
            "<!DOCTYPE a [<!ENTITY l \"\(long)\">]><a>\(String(repeating: "&l;", count: 50_000))</a>",
        ]
    }()

    @Test(arguments: bombs.indices) func `entities that grow without end are refused`(_ index: Int) throws {
        let error = try #require(throws: MusicXMLError.self) { try MusicXMLDocument(MalformedTests.bombs[index]) }
        #expect(error.code == .entityGrowth)
    }

    @Test func `too many bytes are refused before they are parsed`() throws {
        var limits = ReadingLimits()
        limits.bytes = 3
        let error = try #require(throws: MusicXMLError.self) {
            try MusicXMLDocument(xml: Array("<a/>".utf8), limits: limits)
        }
        #expect(error.code == .tooLarge)
    }

    @Test func `a depth beyond the limit is refused`() throws {
        let error = try #require(throws: MusicXMLError.self) {
            try MusicXMLDocument(String(repeating: "<a>\n", count: 100_000))
        }
        #expect(error.code == .tooDeep)
        #expect(error.place.line == 257)
    }
}
