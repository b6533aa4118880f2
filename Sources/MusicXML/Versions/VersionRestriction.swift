internal import ScoreModel

/// Takes out of a document what came after a version of MusicXML.
struct VersionRestriction {
    typealias Node = MusicXMLDocument.Node

    private(set) var document: MusicXMLDocument
    private(set) var tally = LossTally()
    /// By the index of the element's name in the document; what holds for any element stands apart.
    private var elementRules: [[VersionRule]]
    /// By the index of the attribute's name.
    private var attributeRules: [[VersionRule]]
    /// What is to be taken out when all has been looked at: until then the tree keeps its ways.
    private var doomed: [Node] = []
    private var lookup: (parent: Node, name: String, child: Node?)?

    init(_ document: MusicXMLDocument, to version: MusicXMLVersion) {
        self.document = document
        elementRules = Array(repeating: [], count: document.names.count)
        attributeRules = elementRules
        for rule in VersionRule.all where rule.version > version {
            switch rule.subject {
            case .attribute(let name):
                if let index = document.names.index(of: name) { attributeRules[Int(index)].append(rule) }
            case .elementWithAttribute(let name):
                // Without the attribute these would never hold, so they are asked first.
                if let index = document.names.index(of: name) { attributeRules[Int(index)].insert(rule, at: 0) }
            default:
                if let index = rule.element.flatMap({ document.names.index(of: $0) }) {
                    elementRules[Int(index)].append(rule)
                }
            }
        }
    }

    mutating func run() {
        var index = document.root.index
        while true {
            let record = document.records[index]
            let isDoomed = record.kind == .element && apply(to: Node(index))
            if !isDoomed, record.kind == .element,
                document.records[index].firstChild != MusicXMLDocument.Record.none
            {
                index = document.records[index].firstChild
                continue
            }
            while index != document.root.index, document.records[index].next == MusicXMLDocument.Record.none {
                index = document.records[index].parent
            }
            if index == document.root.index { break }
            index = document.records[index].next
        }
        removeDoomed()
    }

    // MARK: One element

    /// Applies every rule to an element; true when that took it out of the document.
    private mutating func apply(to node: Node) -> Bool {
        let name = Int(document[node].name)
        for rule in name < elementRules.count ? elementRules[name] : [] where holds(rule, for: node) {
            count(LossKind(holder: holder(of: node), name: UInt32(name)), at: node)
            if case .text = rule.subject {
                document.setText("", of: node)
            } else if let replacement = rule.replacement {
                let old = document.name(of: node)
                document[node].name = document.names.intern(replacement)
                document.setText(old, of: node)
                return false
            } else {
                doomed.append(node)
                return true
            }
        }
        for attribute in document.attributeRecords(of: node) {
            let rules = attributeRules[Int(attribute.name)]
            for rule in rules where rule.element == nil || rule.element == document.names[UInt32(name)] {
                let value = String(decoding: document.buffer[attribute.range], as: UTF8.self)
                guard rule.admits(value) else { continue }
                if case .elementWithAttribute = rule.subject {
                    count(LossKind(holder: holder(of: node), name: UInt32(name)), at: node)
                    doomed.append(node)
                    return true
                }
                count(LossKind(holder: UInt32(name), name: attribute.name, isAttribute: true), at: node)
                document.setAttribute(document.names[attribute.name], to: rule.replacement, of: node)
                break
            }
        }
        return false
    }

    private mutating func holds(_ rule: VersionRule, for node: Node) -> Bool {
        let parent = Node(document[node].parent)
        switch rule.subject {
        case .element(let holder): return holder == nil || holder == document.name(of: parent)
        case .furtherElements(let holder):
            return holder == document.name(of: parent)
                && rule.element.flatMap { first($0, in: parent) } != node
        case .elementBeside(let neighbour): return first(neighbour, in: parent) != nil
        case .elementWithText, .text: return rule.admits(document.string(of: node))
        case .attribute, .elementWithAttribute: return false
        }
    }

    /// The first child with a name. Who asks once about a parent asks for each of its children.
    private mutating func first(_ name: String, in parent: Node) -> Node? {
        if let known = lookup, known.parent == parent, known.name == name { return known.child }
        let child = document.child(name, of: parent)
        lookup = (parent, name, child)
        return child
    }

    private func holder(of node: Node) -> UInt32 {
        let parent = Node(document[node].parent)
        return document.kind(of: parent) == .element ? document[parent].name : LossKind.nobody
    }

    private mutating func count(_ kind: LossKind, at node: Node) {
        var (part, measure): (String?, String?)
        var above = node
        while above != document.root, let next = document.parent(of: above) {
            above = next
            if document.tag(of: above) == .measure { measure = document.string(.number, of: above) }
            if document.tag(of: above) == .part { part = document.string(.id, of: above) }
        }
        tally.miss(kind, line: document[node].line)
        tally.settle(part: part, measure: measure)
    }

    // MARK: Taking out

    /// Takes the doomed elements out, and then what cannot be without them, from the inside out.
    private mutating func removeDoomed() {
        var gone = Set<Node>()
        while !doomed.isEmpty {
            gone.formUnion(doomed)
            var parents: [Node] = []
            var seen = Set<Node>()
            for parent in doomed.compactMap({ document.parent(of: $0) }) where seen.insert(parent).inserted {
                parents.append(parent)
            }
            doomed = []
            for parent in parents {
                let children = Array(document.children(of: parent))
                var kept = children.filter { !gone.contains($0) }
                if document.canStay(parent, with: kept, without: children.first { gone.contains($0) }) {
                    document.setChildren(kept, of: parent)
                } else if document.tag(of: parent) == .direction,
                    kept.contains(where: { document.tag(of: $0) == .sound }),
                    let sign = children.first(where: { gone.contains($0) }),
                    let inner = document.children(of: sign).first(where: { document.kind(of: $0) == .element })
                {
                    // A direction has to show something, and what it plays is not to go with its sign.
                    document.setText("", of: inner)
                    document[inner].name = Tag.words.rawValue
                    document[inner].count = 0
                    document.setChildren([inner], of: sign)
                    kept = children.filter { !gone.contains($0) || $0 == sign }
                    document.setChildren(kept, of: parent)
                } else {
                    doomed.append(parent)
                }
            }
        }
    }
}

extension VersionRule {
    /// True when a value is one of the words, or when all are.
    fileprivate func admits(_ value: String) -> Bool {
        words.isEmpty
            || words.contains { $0.hasSuffix("*") ? value.hasPrefix($0.dropLast()) : value == $0 }
    }
}

extension MusicXMLDocument {
    /// True when an element means what it did with the children that are kept, of which `child` is not one.
    fileprivate func canStay(_ parent: Node, with kept: [Node], without child: Node?) -> Bool {
        switch tag(of: parent) {
        case .percussion, .stick: return false
        case .harmony: return child.map { tag(of: $0) != .numeral } ?? true
        case .direction: return kept.contains { tag(of: $0) == .directionType }
        case .credit:
            return kept.contains { ["credit-words", "credit-symbol", "credit-image"].contains(name(of: $0)) }
        case .directionType, .noteheadText: return kept.contains { kind(of: $0) == .element }
        default: return true
        }
    }

    /// Leaves an element some of its children, in their order and with the white space that they have.
    fileprivate mutating func setChildren(_ nodes: [Node], of parent: Node) {
        self[parent].firstChild = nodes.first?.index ?? Record.none
        for (index, node) in nodes.enumerated() {
            self[node].next = index + 1 < nodes.count ? nodes[index + 1].index : Record.none
        }
    }
}
