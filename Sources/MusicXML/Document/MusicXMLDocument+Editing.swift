extension MusicXMLDocument {
    /// A document with an empty root element and an XML declaration.
    public init(root name: String, attributes: KeyValuePairs<String, String> = [:]) {
        self.init()
        declaration = Declaration(version: "1.0", encoding: "UTF-8", isStandalone: nil)
        root = append(.element(name, attributes: attributes), to: Node(0))
    }

    /// What a new node is to be.
    public struct NewNode {
        let kind: Kind
        let name: String
        let text: String
        let attributes: KeyValuePairs<String, String>

        /// An element, with text in it if any is given.
        public static func element(
            _ name: String, _ text: String = "", attributes: KeyValuePairs<String, String> = [:]
        ) -> NewNode { NewNode(kind: .element, name: name, text: text, attributes: attributes) }

        /// Character data.
        public static func text(_ text: String) -> NewNode {
            NewNode(kind: .text, name: "", text: text, attributes: [:])
        }

        /// A comment. Two hyphens in a row, which XML forbids there, are set apart by a space.
        public static func comment(_ text: String) -> NewNode {
            var safe = ""
            for character in text {
                if character == "-", safe.last == "-" { safe.append(" ") }
                safe.append(character)
            }
            return NewNode(kind: .comment, name: "", text: safe.last == "-" ? safe + " " : safe, attributes: [:])
        }

        /// A processing instruction.
        public static func instruction(_ target: String, _ text: String) -> NewNode {
            NewNode(kind: .instruction, name: target, text: text, attributes: [:])
        }

        /// A document type declaration: everything between `<!DOCTYPE` and `>`.
        public static func doctype(_ text: String) -> NewNode {
            NewNode(kind: .doctype, name: "", text: text, attributes: [:])
        }
    }

    /// Adds a node behind the last child of `parent`.
    @discardableResult
    public mutating func append(_ new: NewNode, to parent: Node) -> Node {
        let node = make(new)
        link(node, into: parent, after: children(of: parent).reduce(nil) { $1 })
        return node
    }

    /// Adds a node right before `sibling`, at the same depth.
    @discardableResult
    public mutating func insert(_ new: NewNode, before sibling: Node) -> Node {
        let node = make(new)
        link(node, into: Node(self[sibling].parent), after: previous(to: sibling))
        return node
    }

    /// Adds a node right behind `sibling`, at the same depth.
    @discardableResult
    public mutating func insert(_ new: NewNode, after sibling: Node) -> Node {
        let node = make(new)
        link(node, into: Node(self[sibling].parent), after: sibling)
        return node
    }

    /// Takes a node and all below it out of the tree. The root element stays.
    public mutating func remove(_ node: Node) {
        guard node != root, node.index != 0 else { return }
        unlink(node)
    }

    /// Makes `text` the only content of an element, or the text of any other node.
    public mutating func setText(_ text: String, of node: Node) {
        guard kind(of: node) == .element else {
            (self[node].start, self[node].count) = store(text)
            return
        }
        self[node].firstChild = Record.none
        if !text.isEmpty { append(.text(text), to: node) }
    }

    /// Gives an attribute a value, behind the others if it is new; nil removes it.
    public mutating func setAttribute(_ name: String, to value: String?, of element: Node) {
        guard kind(of: element) == .element else { return }
        let name = names.intern(name)
        var list = Array(attributeRecords(of: element))
        list.removeAll { $0.name == name && value == nil }
        if let value {
            let (start, count) = store(value)
            let record = AttributeRecord(name: name, start: start, count: count)
            if let index = list.firstIndex(where: { $0.name == name }) {
                list[index] = record
            } else {
                list.append(record)
            }
        }
        self[element].start = UInt32(attributes.count)
        self[element].count = UInt32(list.count)
        attributes.append(contentsOf: list)
    }
}

extension MusicXMLDocument {
    /// A node that is nowhere in the tree yet.
    mutating func make(_ new: NewNode) -> Node {
        var record = Record(kind: new.kind)
        if !new.name.isEmpty { record.name = names.intern(new.name) }
        if new.kind == .element {
            record.start = UInt32(attributes.count)
            record.count = UInt32(new.attributes.count)
            for (name, value) in new.attributes {
                let (start, count) = store(value)
                attributes.append(AttributeRecord(name: names.intern(name), start: start, count: count))
            }
        } else {
            (record.start, record.count) = store(new.text)
        }
        records.append(record)
        let node = Node(UInt32(records.count - 1))
        if new.kind == .element, !new.text.isEmpty { append(.text(new.text), to: node) }
        return node
    }

    /// Keeps a text. Characters that XML forbids (XML 1.0, section 2.2) become the replacement character.
    private mutating func store(_ text: String) -> (start: UInt32, count: UInt32) {
        let start = buffer.count
        for scalar in text.unicodeScalars {
            let isForbidden =
                scalar.value < 0x20 && !"\t\n\r".unicodeScalars.contains(scalar)
                || scalar == "\u{FFFE}" || scalar == "\u{FFFF}"
            buffer.append(
                contentsOf: UTF8.encode(isForbidden ? "\u{FFFD}" : scalar) ?? UTF8.encodedReplacementCharacter)
        }
        return (UInt32(start), UInt32(buffer.count - start))
    }

    private func previous(to node: Node) -> Node? {
        var previous: Node?
        for sibling in children(of: Node(self[node].parent)) {
            if sibling == node { return previous }
            previous = sibling
        }
        return nil
    }

    /// Puts a node among the children of `parent`, indented as they are.
    mutating func link(_ node: Node, into parent: Node, after sibling: Node?) {
        self[node].parent = parent.index
        if self[node].kind != .text, let neighbour = sibling ?? Node(existing: self[parent].firstChild),
            self[neighbour].kind != .text, self[node].leading == SpaceTable.automatic
        {
            self[node].leading = self[neighbour].leading
        }
        if let sibling {
            self[node].next = self[sibling].next
            self[sibling].next = node.index
        } else {
            if self[parent].firstChild == Record.none { self[parent].trailing = SpaceTable.automatic }
            self[node].next = self[parent].firstChild
            self[parent].firstChild = node.index
        }
    }

    mutating func unlink(_ node: Node) {
        if let previous = previous(to: node) {
            self[previous].next = self[node].next
        } else {
            self[Node(self[node].parent)].firstChild = self[node].next
        }
        self[node].next = Record.none
    }
}
