import Foundation
import MusicXML
import ScoreModel
import Testing

@Suite struct TextEncodingTests {
    /// The same text in every encoding, with and without byte order mark and declaration.
    struct Case: CustomTestStringConvertible, Sendable {
        let name: String
        let encoding: String.Encoding
        var mark: [UInt8] = []
        var declaration = ""
        var expected: TextEncoding
        var testDescription: String { name }

        var bytes: [UInt8] {
            let text = "\(declaration)<a t=\"ü\">Händel €</a>"
            let safe = encoding == .isoLatin1 ? text.replacing("€", with: "&#8364;") : text
            return mark + [UInt8](safe.data(using: encoding) ?? Data())
        }
    }

    static let cases: [Case] = [
        Case(name: "UTF-8", encoding: .utf8, expected: .utf8),
        Case(name: "UTF-8 with mark", encoding: .utf8, mark: [0xEF, 0xBB, 0xBF], expected: .utf8),
        Case(
            name: "UTF-8 that says UTF-16", encoding: .utf8, declaration: "<?xml version='1.0' encoding='UTF-16'?>",
            expected: .utf8),
        Case(
            name: "UTF-16LE with mark", encoding: .utf16LittleEndian, mark: [0xFF, 0xFE], expected: .utf16LittleEndian),
        Case(name: "UTF-16BE with mark", encoding: .utf16BigEndian, mark: [0xFE, 0xFF], expected: .utf16BigEndian),
        Case(name: "UTF-16LE without mark", encoding: .utf16LittleEndian, expected: .utf16LittleEndian),
        Case(
            name: "UTF-16BE without mark", encoding: .utf16BigEndian,
            declaration: "<?xml version='1.0' encoding='UTF-16'?>", expected: .utf16BigEndian),
        Case(
            name: "Latin-1", encoding: .isoLatin1, declaration: "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>",
            expected: .latin1),
        Case(
            name: "Windows-1252", encoding: .windowsCP1252,
            declaration: "<?xml version=\"1.0\" encoding=\"windows-1252\"?>", expected: .windows1252),
    ]

    @Test(arguments: cases) func `text reads alike in every encoding`(_ text: Case) throws {
        let document = try MusicXMLDocument(xml: text.bytes)
        #expect(document.text(of: document.root) == "Händel €")
        #expect(document.attribute("t", of: document.root) == "ü")
        #expect(document.encoding == text.expected)
    }

    @Test func `characters beyond the basic plane survive UTF-16`() throws {
        let bytes = [0xFF, 0xFE] + [UInt8]("<a>🎻</a>".data(using: .utf16LittleEndian) ?? Data())
        let document = try MusicXMLDocument(xml: bytes)
        #expect(document.text(of: document.root) == "🎻")
    }

    static let invalid: [([UInt8], Int)] = [
        (Array("<a>".utf8) + [0x80], 3),
        (Array("<a>\n".utf8) + [0xC3, 0x28], 4),
        (Array("<a>".utf8) + [0xE2, 0x82], 3),
        (Array("<a>".utf8) + [0xED, 0xA0, 0x80], 3),
        (Array("<a>".utf8) + [0xF5, 0x80, 0x80, 0x80], 3),
        (Array("<a>".utf8) + [0xC0, 0x80], 3),
        (Array("<?xml version='1.0' encoding='cp1252'?><a>".utf8) + [0x81], 42),
        ([0xFF, 0xFE, 0x3C, 0x00, 0x61, 0x00, 0x00, 0xD8, 0x3E, 0x00], 6),
        ([0xFF, 0xFE, 0x3C, 0x00, 0x61], 4),
    ]

    @Test(arguments: invalid) func `bytes that are no text are refused with their offset`(_ bytes: [UInt8], offset: Int)
        throws
    {
        let error = #expect(throws: MusicXMLError.self) { try MusicXMLDocument(xml: bytes) }
        #expect(error?.code == .textUndecodable)
        #expect(error?.place.byte == offset)
    }

    @Test func `encodings that are not read are named`() {
        let bytes = Array("<?xml version='1.0' encoding='Shift_JIS'?><a>".utf8) + [0x93, 0xFA]
        let error = #expect(throws: MusicXMLError.self) { try MusicXMLDocument(xml: bytes) }
        #expect(error?.code == .textUndecodable)
    }
}
