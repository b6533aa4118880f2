import MusicXML
import Testing

@Suite struct EditingTests {
    static let source = "<a>\n    <b x=\"1\"/>\n    <c>text</c>\n</a>\n"

    /// Makes an edit to the source, given its first and second child, and gives the text.
    private func edited(
        _ edit: (inout MusicXMLDocument, MusicXMLDocument.Node, MusicXMLDocument.Node) -> Void
    ) throws -> String {
        var document = try MusicXMLDocument(EditingTests.source)
        let children = Array(document.children(of: document.root))
        edit(&document, children[0], children[1])
        return document.text
    }

    @Test func `new nodes are indented like their neighbours`() throws {
        let text = try edited { document, first, second in
            document.insert(.element("new", "1"), before: first)
            document.insert(.comment("here"), after: first)
            document.append(.instruction("app", "data"), to: document.root)
        }
        #expect(
            text == """
                <a>
                    <new>1</new>
                    <b x="1"/>
                    <!--here-->
                    <c>text</c>
                    <?app data?>
                </a>

                """)
    }

    @Test func `nodes are removed with all below them`() throws {
        #expect(try edited { document, _, second in document.remove(second) } == "<a>\n    <b x=\"1\"/>\n</a>\n")
        #expect(try edited { document, first, _ in document.remove(first) } == "<a>\n    <c>text</c>\n</a>\n")
        #expect(try edited { document, _, _ in document.remove(document.root) } == EditingTests.source)
    }

    @Test func `attributes are set, added and removed`() throws {
        let text = try edited { document, first, second in
            document.setAttribute("y", to: "<2>", of: first)
            document.setAttribute("x", to: "3", of: first)
            document.setAttribute("z", to: "4", of: second)
        }
        #expect(text == "<a>\n    <b x=\"3\" y=\"&lt;2>\"/>\n    <c z=\"4\">text</c>\n</a>\n")
        #expect(
            try edited { document, first, _ in document.setAttribute("x", to: nil, of: first) }
                == "<a>\n    <b/>\n    <c>text</c>\n</a>\n")
    }

    @Test func `text is replaced`() throws {
        #expect(
            try edited { document, first, second in
                document.setText("other", of: second)
                document.setText("", of: first)
            } == "<a>\n    <b x=\"1\"/>\n    <c>other</c>\n</a>\n")
    }

    @Test func `documents made from nothing are indented by two spaces`() {
        var document = MusicXMLDocument(root: "score-partwise", attributes: ["version": "4.0"])
        document.insert(.doctype("score-partwise"), before: document.root)
        let part = document.append(.element("part", attributes: ["id": "P1"]), to: document.root)
        document.append(.element("measure", attributes: ["number": "1"]), to: part)
        document.append(.comment("a--b-"), to: part)
        #expect(
            document.text == """
                <?xml version="1.0" encoding="UTF-8"?>
                <!DOCTYPE score-partwise>
                <score-partwise version="4.0">
                  <part id="P1">
                    <measure number="1"/>
                    <!--a- -b- -->
                  </part>
                </score-partwise>

                """)
    }

    @Test func `characters that XML forbids are replaced`() throws {
        var document = MusicXMLDocument(root: "a", attributes: ["b": "\u{0}x"])
        document.setText("tab\tbell\u{7}\u{FFFF}🎻", of: document.root)
        let again = try MusicXMLDocument(xml: document.xml())
        #expect(again.text(of: again.root) == "tab\tbell\u{FFFD}\u{FFFD}🎻")
        #expect(again.attribute("b", of: again.root) == "\u{FFFD}x")
    }

    @Test func `a copy is not changed by what is done to the original`() throws {
        var document = try MusicXMLDocument(EditingTests.source)
        let copy = document
        document.setText("gone", of: document.root)
        #expect(copy.text == EditingTests.source)
    }
}
