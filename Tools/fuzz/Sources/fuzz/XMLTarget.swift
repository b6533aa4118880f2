import MusicXML

/// What was read and written must be read as the same tree, and written as the same bytes.
func checkXML(_ bytes: [UInt8]) {
    guard let document = try? MusicXMLDocument(xml: bytes, limits: limits) else { return }
    let written = document.xml()
    let again: MusicXMLDocument
    do {
        // The tree has grown where entities were replaced and characters escaped, so the limit of bytes is the usual one.
        again = try MusicXMLDocument(xml: written)
    } catch {
        fatalError("what was written cannot be read: \(error)\n\(String(decoding: written, as: UTF8.self))")
    }
    guard let (left, right) = firstDifference(document, again) else {
        guard again.xml() == written else {
            fatalError("written otherwise the second time\n\(String(decoding: written, as: UTF8.self))")
        }
        return
    }
    fatalError("the tree has changed: \(left) became \(right)\n\(String(decoding: written, as: UTF8.self))")
}

/// The first thing that two documents have differently, as words.
private func firstDifference(_ left: MusicXMLDocument, _ right: MusicXMLDocument) -> (String, String)? {
    let (lefts, rights) = (words(of: left), words(of: right))
    return zip(lefts + ["the end"], rights + ["the end"]).first { $0 != $1 }
}

/// A document in document order, one string for each event. Texts beside each other are one text.
private func words(of document: MusicXMLDocument) -> [String] {
    var words: [String] = []
    var text = ""
    func flush() {
        if !text.isEmpty { words.append("text \(text.debugDescription)") }
        text = ""
    }
    func visit(_ node: MusicXMLDocument.Node) {
        switch document.kind(of: node) {
        case .text:
            text += document.text(of: node)
            return
        case .element:
            flush()
            let attributes = document.attributes(of: node).map { " \($0.name)=\($0.value.debugDescription)" }
            words.append("<\(document.name(of: node))\(attributes.joined())>")
            for child in document.children(of: node) { visit(child) }
            flush()
            words.append("</\(document.name(of: node))>")
        case .comment, .instruction, .doctype, .document:
            flush()
            let text = document.text(of: node).debugDescription
            words.append("\(document.kind(of: node)) \(document.name(of: node)) \(text)")
        }
    }
    // The nodes beside the root have no node over them that can be named from outside.
    visit(document.root)
    return words
}
