import MusicXML
import Testing

@Suite struct MusicXMLDocumentTests {
    /// Documents that the writer has to give back byte for byte.
    static let verbatim: [String] = [
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<a/>\n",
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"no\"?>\n<a/>\n",
        "<a><b>text</b></a>\n",
        "<a>\n\t<b x=\"1\" y=\"2\"/>\n\t<!-- a comment -->\n</a>\n",
        "<!-- before -->\n<?style sheet?>\n<a>\n  <?here now?>\n</a>\n<!-- behind -->\n",
        "<a>mixed <b/> content</a>\n",
        "<a xml:space=\"preserve\"> </a>\n",
        "<a>&amp;&lt;&gt;\"'&#13;</a>\n",
        "<a b=\"&amp;&lt;&quot;&#10;&#9;&#13;>\"/>\n",
        "<a xmlns=\"urn:x\" xmlns:v=\"urn:v\" v:id=\"1\"><v:b/></a>\n",
        "<!DOCTYPE a PUBLIC \"-//X//EN\" \"http://x/y.dtd\">\n<a/>\n",
        "<!DOCTYPE a [\n<!-- > ] -->\n<!ENTITY e \"]>\">\n]>\n<a/>\n",
        "<a>ä 音 🎻</a>\n",
    ]

    @Test(arguments: verbatim) func `what is read is written back`(_ xml: String) throws {
        #expect(try MusicXMLDocument(xml).text == xml)
    }

    @Test func `attributes keep their order`() throws {
        let document = try MusicXMLDocument("<a z=\"1\" b=\"2\" m=\"3\"/>")
        #expect(document.attributes(of: document.root).map(\.name) == ["z", "b", "m"])
    }

    @Test func `character data in pieces is one text`() throws {
        let document = try MusicXMLDocument("<a>one <![CDATA[<two>]]> &#51;</a>")
        #expect(document.text(of: document.root) == "one <two> 3")
    }

    @Test func `declared entities are replaced and their declarations kept`() throws {
        let document = try MusicXMLDocument(
            "<!DOCTYPE a [<!ENTITY who \"<b>Bach</b>\">]><a x=\"&amp;\">&who; &who;</a>")
        #expect(
            document.text
                == "<!DOCTYPE a [<!ENTITY who \"<b>Bach</b>\">]>\n<a x=\"&amp;\"><b>Bach</b> <b>Bach</b></a>\n")
    }

    @Test func `letters of the document type definition are known by name`() throws {
        let doctype = "<!DOCTYPE a PUBLIC \"-//Recordare//DTD MusicXML 4.0 Partwise//EN\" \"partwise.dtd\">"
        let document = try MusicXMLDocument(
            doctype + "<a x=\"&Ccaron;\">Antonín Dvo&rcaron;&aacute;k &eacute;&eacute;</a>")
        #expect(document.text(of: document.root) == "Antonín Dvořák éé")
        #expect(document.attribute("x", of: document.root) == "Č")
        #expect(throws: MusicXMLError.self) { try MusicXMLDocument("<a>&eacute;</a>") }
    }

    @Test func `attributes that only a declaration supplies are not in the document`() throws {
        let document = try MusicXMLDocument("<!DOCTYPE a [<!ATTLIST a x CDATA \"1\">]><a/>")
        #expect(document.attribute("x", of: document.root) == nil)
    }

    @Test func `every node knows its line`() throws {
        let document = try MusicXMLDocument("<a>\n<b\n x=\"1\"/>\n<!-- c -->\n<d/></a>")
        #expect(document.children(of: document.root).map { document.line(of: $0) } == [3, 4, 5])
    }

    @Test func `line ends of all kinds are line feeds`() throws {
        #expect(try MusicXMLDocument("<a>\r\n<b>x\ry</b>\r\n</a>").text == "<a>\n<b>x\ny</b>\n</a>\n")
    }

    @Test func `the facts of the declaration are kept`() throws {
        let document = try MusicXMLDocument("<?xml version='1.0' encoding='iso-8859-1' standalone='yes'?><a/>")
        #expect(document.declaration?.encoding == "iso-8859-1")
        #expect(document.declaration?.isStandalone == true)
        #expect(document.encoding == .latin1)
    }

    @Test func `deep documents are read up to the limit and written without recursion`() throws {
        var limits = ReadingLimits()
        limits.depth = 2000
        let xml = String(repeating: "<a>", count: 2000) + String(repeating: "</a>", count: 2000)
        let document = try MusicXMLDocument(xml: Array(xml.utf8), limits: limits)
        #expect(document.xml().count == xml.utf8.count - 2)
        #expect(throws: MusicXMLError.self) { try MusicXMLDocument(xml) }
    }

    @Test func `a document reads the same whatever thread reads it`() async throws {
        let xml = try MusicXMLDocument(MusicXMLDocumentTests.verbatim[3]).xml()
        let outlines = try await withThrowingTaskGroup(of: [String].self) { group in
            for _ in 0..<16 { group.addTask { try MusicXMLDocument(xml: xml).outline } }
            return try await group.reduce(into: Set<[String]>()) { $0.insert($1) }
        }
        #expect(outlines.count == 1)
    }
}
