import MusicXML
import Testing

@Suite struct RemarksTests {
    private func remarks(_ xml: String) throws -> [String] {
        let document = try MusicXMLDocument(xml: Array(xml.utf8))
        return document.remarks.map { "\(document.name(of: $0)) \(document.text(of: $0))" }
    }

    @Test func `comments and instructions in their order, beside the root too`() throws {
        #expect(
            try remarks("<!--a--><score><?b c?><part><note/><!--d--></part><?e f?></score><!--g-->")
                == [" a", "b c", " d", "e f", " g"])
    }

    @Test func `none where there is none`() throws {
        #expect(try remarks("<score><part>text</part></score>").isEmpty)
    }

    @Test func `what was taken out is none`() throws {
        var document = try MusicXMLDocument(xml: Array("<score><!--a--><!--b--></score>".utf8))
        document.remove(document.remarks[0])
        #expect(document.remarks.map { document.text(of: $0) } == ["b"])
    }
}
