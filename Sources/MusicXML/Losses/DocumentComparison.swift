internal import ScoreModel

/// Finds what a document has that another lacks, by pairing their elements from the outside in.
///
/// Children of two elements that were paired are paired in turn: first those with equal contents, then those with equal elements,
/// then in their order. What is left over on one side is lost, or new. Every node is looked at a bounded number of times.
struct DocumentComparison {
    /// A document, with its names as the numbers that both documents share.
    struct Side {
        let document: MusicXMLDocument
        let names: [UInt32]
        let shape: ContentShape

        init(_ document: MusicXMLDocument, sharing table: inout NameTable) {
            self.document = document
            names = (0..<UInt32(document.names.count)).map { index in
                let name = document.names[index]
                return name.utf8.starts(with: "xmlns".utf8) ? ContentShape.ignored : table.intern(name)
            }
            shape = ContentShape(document, names: names)
        }

        func name(_ node: UInt32) -> UInt32 { names[Int(document.records[node].name)] }
    }

    let left: Side
    let right: Side
    let names: NameTable
    private(set) var tally = LossTally()
    /// Pairs of elements whose contents are still to be compared; several nodes on a side are wrappers that count as one.
    private var open: [(left: UInt32, right: UInt32)] = []
    private var openWrappers: [(left: [UInt32], right: [UInt32])] = []
    private var leftFamily = Family()
    private var rightFamily = Family()

    init(_ left: MusicXMLDocument, _ right: MusicXMLDocument) {
        var names = left.names
        self.left = Side(left, sharing: &names)
        self.right = Side(right, sharing: &names)
        self.names = names
    }

    /// Counts elements that are missing as a whole, such as measures.
    mutating func miss(_ node: MusicXMLDocument.Node, in holder: UInt32) {
        tally.miss(LossKind(holder: holder, name: left.name(node.index)), line: left.document[node].line)
    }

    /// Ends a cell.
    mutating func settle(part: String? = nil, measure: String? = nil) { tally.settle(part: part, measure: measure) }

    /// Compares what is in two elements, and not the elements themselves.
    mutating func compareContents(_ first: MusicXMLDocument.Node, _ second: MusicXMLDocument.Node) {
        pair(CollectionOfOne(first.index), CollectionOfOne(second.index))
        finish()
    }

    /// Compares lists of nodes that stand in an element with the given name.
    mutating func compare(_ first: [MusicXMLDocument.Node], _ second: [MusicXMLDocument.Node], in holder: UInt32) {
        leftFamily.removeAll()
        rightFamily.removeAll()
        for node in first { leftFamily.add(node.index, of: left, in: holder) }
        for node in second { rightFamily.add(node.index, of: right, in: holder) }
        pairFamilies(in: holder)
        finish()
    }

    private mutating func finish() {
        while true {
            if let next = open.popLast() {
                compareAttributes(CollectionOfOne(next.left), CollectionOfOne(next.right))
                pair(CollectionOfOne(next.left), CollectionOfOne(next.right))
            } else if let next = openWrappers.popLast() {
                compareAttributes(next.left, next.right)
                pair(next.left, next.right)
            } else {
                return
            }
        }
    }

    // MARK: Attributes

    /// Compares the attributes of two elements.
    mutating func compareAttributes(_ first: MusicXMLDocument.Node, _ second: MusicXMLDocument.Node) {
        compareAttributes(CollectionOfOne(first.index), CollectionOfOne(second.index))
    }

    private mutating func compareAttributes(_ first: some Collection<UInt32>, _ second: some Collection<UInt32>) {
        // One element is compared with one. Otherwise, and with more attributes than MusicXML has, the tally sets what is missing
        // against what is new: hostile documents shall not cost quadratic time.
        let lone: (left: UInt32, right: UInt32)? =
            if let first = left.loneElement(first), let second = right.loneElement(second) { (first, second) } else {
                nil
            }
        for node in first {
            let record = left.document.records[node]
            for attribute in left.document.attributes[record.attributeRange] {
                let name = left.names[Int(attribute.name)]
                if name == ContentShape.ignored || lone.map({ right.has(name, $0.right) }) == true { continue }
                tally.miss(
                    LossKind(holder: left.names[Int(record.name)], name: name, isAttribute: true), line: record.line)
            }
        }
        for node in second {
            let record = right.document.records[node]
            for attribute in right.document.attributes[record.attributeRange] {
                let name = right.names[Int(attribute.name)]
                if name == ContentShape.ignored || lone.map({ left.has(name, $0.left) }) == true { continue }
                tally.gain(LossKind(holder: right.names[Int(record.name)], name: name, isAttribute: true))
            }
        }
    }

    // MARK: Children

    private mutating func pair(_ first: some Collection<UInt32>, _ second: some Collection<UInt32>) {
        guard let holder = first.first.map({ left.name($0) }) ?? second.first.map({ right.name($0) }) else { return }
        leftFamily.removeAll()
        rightFamily.removeAll()
        for node in first { leftFamily.addChildren(of: node, left, in: holder) }
        for node in second { rightFamily.addChildren(of: node, right, in: holder) }
        if leftFamily.hasText, !rightFamily.hasText, let node = first.first, !second.isEmpty {
            let record = left.document.records[node]
            let parent = record.parent == 0 ? LossKind.nobody : left.name(record.parent)
            tally.miss(LossKind(holder: parent, name: holder), line: record.line)
        }
        pairFamilies(in: holder)
    }

    private mutating func pairFamilies(in holder: UInt32) {
        for (name, nodes) in leftFamily.wrappers {
            let others = rightFamily.wrappers.first { $0.name == name }?.nodes ?? []
            let (first, second) = (
                nodes.reduce(0) { $0 &+ left.shape.full[Int($1)] },
                others.reduce(0) { $0 &+ right.shape.full[Int($1)] }
            )
            if first != second { openWrappers.append((nodes, others)) }
        }
        for (name, nodes) in rightFamily.wrappers where !leftFamily.wrappers.contains(where: { $0.name == name }) {
            openWrappers.append(([], nodes))
        }
        if leftFamily.members.elementsEqual(rightFamily.members, by: { $0.name == $1.name }) {
            for (first, second) in zip(leftFamily.members, rightFamily.members) { match(first, second) }
            return
        }
        _ = Family.pairOff(&leftFamily, &rightFamily) { $0.full }
        for (first, second) in Family.pairOff(&leftFamily, &rightFamily, by: { $0.outline }) { match(first, second) }
        for (first, second) in Family.pairOff(&leftFamily, &rightFamily, by: { _ in 0 }) { match(first, second) }
        for member in leftFamily.members {
            tally.miss(LossKind(holder: holder, name: member.name), line: left.document.records[member.node].line)
        }
        for member in rightFamily.members { gain(member.node, in: holder) }
    }

    private mutating func match(_ first: Family.Member, _ second: Family.Member) {
        guard first.full != second.full, first.isElement else { return }
        open.append((first.node, second.node))
    }

    /// Counts everything in a node that is new.
    private mutating func gain(_ top: UInt32, in holder: UInt32) {
        var waiting = [(top, holder)]
        while let (node, holder) = waiting.popLast() {
            let record = right.document.records[node]
            guard let name = Family.name(record, of: right, in: holder) else { continue }
            tally.gain(LossKind(holder: holder, name: name))
            guard record.kind == .element else { continue }
            for attribute in right.document.attributes[record.attributeRange] {
                tally.gain(LossKind(holder: name, name: right.names[Int(attribute.name)], isAttribute: true))
            }
            for child in right.document.children(of: .init(node)) { waiting.append((child.index, name)) }
        }
    }
}

extension DocumentComparison.Side {
    /// The only element of a list, unless it has very many attributes.
    fileprivate func loneElement(_ nodes: some Collection<UInt32>) -> UInt32? {
        guard nodes.count == 1, let node = nodes.first else { return nil }
        return document.records[node].attributeRange.count <= 64 ? node : nil
    }

    /// True when an element has an attribute.
    fileprivate func has(_ attribute: UInt32, _ node: UInt32) -> Bool {
        document.attributes[document.records[node].attributeRange].contains { names[Int($0.name)] == attribute }
    }
}

extension MusicXMLDocument.Record {
    /// Where the attributes of an element are.
    var attributeRange: Range<Int> { Int(start)..<Int(start + count) }
}
