import MusicXML
import Testing

/// Found by `Tools/fuzz`: white space between tags that only a character reference can write.
@Suite struct CarriageReturnTests {
    @Test(arguments: ["<e>&#13;<a/></e>", "<e><a/>&#13;</e>", "<e>&#13;</e>"])
    func `a carriage return between tags comes back`(_ xml: String) throws {
        let written = try MusicXMLDocument(xml: Array(xml.utf8)).xml()
        #expect(String(decoding: written, as: UTF8.self).contains("&#13;"))
        #expect(try MusicXMLDocument(xml: written).xml() == written)
    }
}
