/// The children of an element, or of several wrappers that count as one, ready to be paired with others.
struct Family {
    /// A child that counts.
    struct Member {
        var node: UInt32
        var name: UInt32
        /// The shape of its contents, with attributes and without.
        var full: UInt64
        var outline: UInt64
        var isElement: Bool
        /// Its place among the children.
        var place: UInt32
    }

    private(set) var members: [Member] = []
    /// Children that only hold others together, by name.
    private(set) var wrappers: [(name: UInt32, nodes: [UInt32])] = []
    /// True when there is more than white space between the children.
    private(set) var hasText = false

    mutating func removeAll() {
        members.removeAll(keepingCapacity: true)
        wrappers.removeAll(keepingCapacity: true)
        hasText = false
    }

    mutating func addChildren(of node: UInt32, _ side: DocumentComparison.Side, in holder: UInt32) {
        var child = side.document.records[node].firstChild
        while child != MusicXMLDocument.Record.none {
            add(child, of: side, in: holder)
            child = side.document.records[child].next
        }
    }

    mutating func add(_ node: UInt32, of side: DocumentComparison.Side, in holder: UInt32) {
        let record = side.document.records[node]
        guard let name = Family.name(record, of: side, in: holder) else {
            if record.kind == .text, !side.document.isBlank(record) { hasText = true }
            return
        }
        if record.kind == .element, Wrapper.contains(name) {
            if let index = wrappers.firstIndex(where: { $0.name == name }) {
                wrappers[index].nodes.append(node)
            } else {
                wrappers.append((name, [node]))
            }
            return
        }
        members.append(
            Member(
                node: node, name: name, full: side.shape.full[Int(node)], outline: side.shape.outline[Int(node)],
                isElement: record.kind == .element, place: UInt32(members.count)))
    }

    /// The name by which a node counts; nil for those that do not.
    static func name(
        _ record: MusicXMLDocument.Record, of side: DocumentComparison.Side, in holder: UInt32
    ) -> UInt32? {
        switch record.kind {
        case .element:
            let name = side.names[Int(record.name)]
            return Wrapper.isTimekeeping(name, in: holder) ? nil : name
        case .comment: return LossKind.comment
        case .instruction: return LossKind.instruction
        case .text, .document, .doctype: return nil
        }
    }

    /// Takes the members of two families that have the same name and the same key out of them, two by two in their order.
    static func pairOff(
        _ left: inout Family, _ right: inout Family, by key: (Member) -> UInt64
    ) -> [(Member, Member)] {
        guard !left.members.isEmpty, !right.members.isEmpty else { return [] }
        func precedes(_ first: Member, _ second: Member) -> Bool {
            (first.name, key(first), first.place) < (second.name, key(second), second.place)
        }
        left.members.sort(by: precedes)
        right.members.sort(by: precedes)
        var pairs: [(Member, Member)] = []
        var (leftRest, rightRest): ([Member], [Member]) = ([], [])
        var (leftIndex, rightIndex) = (0, 0)
        while leftIndex < left.members.count, rightIndex < right.members.count {
            let (first, second) = (left.members[leftIndex], right.members[rightIndex])
            let (firstKey, secondKey) = ((first.name, key(first)), (second.name, key(second)))
            if firstKey == secondKey {
                pairs.append((first, second))
                (leftIndex, rightIndex) = (leftIndex + 1, rightIndex + 1)
            } else if firstKey < secondKey {
                leftRest.append(first)
                leftIndex += 1
            } else {
                rightRest.append(second)
                rightIndex += 1
            }
        }
        left.members = leftRest + left.members[leftIndex...]
        right.members = rightRest + right.members[rightIndex...]
        return pairs
    }
}

extension MusicXMLDocument {
    /// True for a text that is nothing but white space.
    func isBlank(_ record: Record) -> Bool {
        buffer[Int(record.start)..<Int(record.start + record.count)].allSatisfy(isSpace)
    }
}
