import MusicXML
import Testing

/// Texts that share the record of their element behave as those that are too long for it.
@Suite struct NodeTableTests {
    typealias Node = MusicXMLDocument.Node

    static let texts = ["short", String(repeating: "long ", count: 14_000)]

    struct Edit: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let change: @Sendable (inout MusicXMLDocument, Node, Node) -> Void
        let result: @Sendable (String) -> String
    }

    static let edits: [Edit] = [
        Edit(testDescription: "none", change: { _, _, _ in }, result: { "<c>\($0)</c>" }),
        Edit(
            testDescription: "an attribute",
            change: { document, element, _ in document.setAttribute("x", to: "1", of: element) },
            result: { "<c x=\"1\">\($0)</c>" }),
        Edit(
            testDescription: "a comment before the text, and another text",
            change: { document, _, text in
                document.insert(.comment("here"), before: text)
                document.setText("new", of: text)
            }, result: { _ in "<c><!--here-->new</c>" }),
        Edit(
            testDescription: "an element behind the text, which is taken out later",
            change: { document, element, text in
                document.append(.element("d"), to: element)
                document.insert(.element("e"), after: text)
                document.remove(text)
            }, result: { _ in "<c><e/><d/></c>" }),
        Edit(testDescription: "no text", change: { $0.remove($2) }, result: { _ in "<c/>" }),
        Edit(
            testDescription: "another text", change: { document, element, _ in document.setText("new", of: element) },
            result: { _ in "<c>new</c>" }),
    ]

    @Test(arguments: edits, texts) func `a text can be held while its element changes`(_ edit: Edit, _ words: String)
        throws
    {
        var document = try MusicXMLDocument("<a><c>\(words)</c><b/></a>")
        let element = try #require(document.child("c", of: document.root))
        let text = try #require(document.children(of: element).first { _ in true })
        #expect(document.kind(of: text) == .text)
        #expect(document.text(of: text) == words)
        #expect(document.parent(of: text) == element)
        #expect(document.line(of: text) == 1)
        edit.change(&document, element, text)
        #expect(
            document.text.filter { !$0.isWhitespace } == "<a>\(edit.result(words))<b/></a>".filter { !$0.isWhitespace })
        #expect(Array(document.children(of: element)).allSatisfy { document.parent(of: $0) == element })
    }
}
