/// A MusicXML document as it stands in its file: an XML tree that loses nothing and knows no music.
///
/// Elements, attributes in their order, text, comments, processing instructions, the document type declaration and the white space
/// that indents them are kept, whether MusicXML knows their names or not. Character data is kept as it reads: CDATA sections are
/// text, and entities that the document declares are replaced.
///
/// The tree is a value: flat arrays, names stored once, all text in one buffer. A ``Node`` is an index that is good for the
/// document it came from.
///
///     let document = try MusicXMLDocument(xml: bytes)
///     document.name(of: document.root)  // "score-partwise"
public struct MusicXMLDocument: Sendable {
    /// A place in the tree.
    public struct Node: Hashable, Sendable {
        let index: UInt32

        init(_ index: UInt32) { self.index = index }
    }

    /// What a node is.
    public enum Kind: UInt8, Sendable {
        /// The node over the root element and whatever stands beside it.
        case document
        /// An element.
        case element
        /// Character data.
        case text
        /// A comment.
        case comment
        /// A processing instruction, whose name is its target.
        case instruction
        /// The document type declaration, whose text is everything between `<!DOCTYPE` and `>`.
        case doctype
    }

    /// The facts of an XML declaration.
    public struct Declaration: Hashable, Sendable {
        /// The version of XML.
        public var version: String
        /// The encoding that was declared, which may not be the one that was used.
        public var encoding: String?
        /// Whether the document says that it stands alone.
        public var isStandalone: Bool?
    }

    /// The XML declaration, if the document had one.
    public internal(set) var declaration: Declaration?
    /// The encoding that the document was read from. Documents are written as UTF-8.
    public internal(set) var encoding: TextEncoding = .utf8

    var records = NodeTable()
    var attributes: [AttributeRecord] = []
    var buffer: [UInt8] = []
    var names = NameTable()
    var spaces = SpaceTable()
    /// The root element.
    public internal(set) var root = Node(0)

    /// Names, parents and siblings are indices; `none` stands for no node, since nothing has the document node as child or sibling.
    struct Record: Sendable {
        static let none: UInt32 = 0

        var name: UInt32 = 0
        var line: UInt32 = 0
        var parent = Record.none
        var firstChild = Record.none
        var next = Record.none
        /// Where the attributes of an element begin in `attributes`; where the text of any other node begins in `buffer`.
        var start: UInt32 = 0
        var count: UInt32 = 0
        /// White space before the node.
        var leading = SpaceTable.automatic
        /// White space before the end tag of an element.
        var trailing = SpaceTable.automatic
        var kind: Kind
        /// Whether the record is that of a text too (see ``NodeTable``); never outside that table.
        var sharesText = false

        init(kind: Kind) { self.kind = kind }
    }

    struct AttributeRecord: Sendable {
        var name: UInt32
        var start: UInt32
        var count: UInt32
    }

    /// For the parser, which fills in everything.
    init() {}
}

extension MusicXMLDocument {
    /// What a node is.
    public func kind(of node: Node) -> Kind { self[node].kind }

    /// The name of an element with its prefix, or the target of an instruction; empty for other nodes.
    public func name(of node: Node) -> String {
        switch self[node].kind {
        case .element, .instruction: names[self[node].name]
        default: ""
        }
    }

    /// The line that the node was read from (for an element, the line where its start tag ends); 0 for nodes made since.
    public func line(of node: Node) -> Int { Int(self[node].line) }

    /// The element around a node.
    public func parent(of node: Node) -> Node? { Node(existing: self[node].parent) }

    /// The nodes in an element, in order.
    public func children(of node: Node) -> Children { Children(records: records, index: self[node].firstChild) }

    /// The text of a text, comment, instruction or document type node, or all text directly in an element.
    public func text(of node: Node) -> String {
        guard kind(of: node) == .element else { return String(decoding: bytes(of: node), as: UTF8.self) }
        return children(of: node).lazy.filter { kind(of: $0) == .text }.map { text(of: $0) }.joined()
    }

    /// The value of the attribute with the given name, prefix included.
    public func attribute(_ name: String, of element: Node) -> String? {
        names.index(of: name).flatMap { attributeBytes($0, of: element) }.map { String(decoding: $0, as: UTF8.self) }
    }

    /// The names and values of an element's attributes, in order.
    public func attributes(of element: Node) -> [(name: String, value: String)] {
        attributeRecords(of: element).map { record in
            (names[record.name], String(decoding: buffer[record.range], as: UTF8.self))
        }
    }

    /// The first child element with the given name.
    public func child(_ name: String, of element: Node) -> Node? {
        guard let name = names.index(of: name) else { return nil }
        return children(of: element).first { self[$0].kind == .element && self[$0].name == name }
    }

    /// The nodes in an element, in order.
    public struct Children: Sequence, IteratorProtocol, Sendable {
        let records: NodeTable
        var index: UInt32

        /// The next node.
        public mutating func next() -> Node? {
            guard index != Record.none else { return nil }
            defer { index = records[index].next }
            return Node(index)
        }
    }
}

extension MusicXMLDocument {
    /// The first node in an element. With ``next(after:)``, a walk that counts no references, for where each note goes by.
    func first(in element: Node) -> Node? { Node(existing: records[element.index].firstChild) }

    /// The node behind another in the same element.
    func next(after node: Node) -> Node? { Node(existing: records[node.index].next) }

    @inline(__always) subscript(node: Node) -> Record {
        get { records[node.index] }
        set { records[node.index] = newValue }
    }

    /// The text of a node that is not an element, as UTF-8.
    @inline(__always) func bytes(of node: Node) -> ArraySlice<UInt8> {
        let record = self[node]
        return buffer[Int(record.start)..<Int(record.start + record.count)]
    }

    func attributeRecords(of element: Node) -> ArraySlice<AttributeRecord> {
        let record = self[element]
        guard record.kind == .element else { return [] }
        return attributes[Int(record.start)..<Int(record.start + record.count)]
    }

    func attributeBytes(_ name: UInt32, of element: Node) -> ArraySlice<UInt8>? {
        let record = self[element]
        guard record.kind == .element else { return nil }
        for index in Int(record.start)..<Int(record.start + record.count) where attributes[index].name == name {
            return buffer[attributes[index].range]
        }
        return nil
    }
}

extension MusicXMLDocument.AttributeRecord {
    var range: Range<Int> { Int(start)..<Int(start + count) }
}

extension MusicXMLDocument.Node {
    /// The node with the given index, or nil where the index means no node.
    init?(existing index: UInt32) {
        guard index != MusicXMLDocument.Record.none else { return nil }
        self.index = index
    }
}
