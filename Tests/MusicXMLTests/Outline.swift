import MusicXML

extension MusicXMLDocument {
    /// The tree as lines of text, one a node, without the white space between tags: what has to be equal for trees to be equal.
    var outline: [String] { [doctype] + outline(of: root, depth: 0) }

    private var doctype: String {
        let prolog = parent(of: root).map { Array(children(of: $0)) } ?? []
        return prolog.filter { $0 != root }.map { "\(kind(of: $0)) \(name(of: $0)) \(text(of: $0))" }.joined(
            separator: "\n")
    }

    private func outline(of node: Node, depth: Int) -> [String] {
        let attributes = attributes(of: node).map { " \($0.name)=\($0.value)" }.joined()
        let text = kind(of: node) == .element ? "" : text(of: node)
        let line = String(repeating: ".", count: depth) + "\(kind(of: node)) \(name(of: node))\(attributes) \(text)"
        return [line] + children(of: node).flatMap { outline(of: $0, depth: depth + 1) }
    }

    /// A document from text.
    init(_ xml: String) throws { try self.init(xml: Array(xml.utf8)) }

    /// The document as text.
    var text: String { String(decoding: xml(), as: UTF8.self) }
}
