internal import ScoreModel

/// One walk through a document beside the content model.
struct Validator {
    typealias Node = MusicXMLDocument.Node

    /// An element whose content is being read.
    struct Frame {
        let node: UInt32
        let type: Int
        /// The state of its automaton.
        var state: UInt16
        /// The child that comes next.
        var cursor: UInt32
        /// The child before.
        var previous = MusicXMLDocument.Record.none
        /// How many child elements there were.
        var count = 0
        /// True behind an element that the model does not know and that may stand for one that is missing.
        var hasStranger = false
        /// An element that is known to come too late, and was complained about before.
        var expectedLate = 0
        /// The namespaces in force outside.
        let scope: Int
    }

    /// A reference to an id, to be looked at when all ids are known.
    struct Reference {
        var node: UInt32
        var attribute: UInt32
        var order: Int
        var range: Range<Int>
    }

    let document: MusicXMLDocument
    let model: ContentModel
    let names: NameMap
    var log: ViolationLog
    var frames: [Frame] = []
    var scope = NamespaceScope()
    /// How many nodes were visited, by which violations are sorted.
    var order = 0
    var ids: Set<ArraySlice<UInt8>> = []
    var references: [Reference] = []
    var detours = DetourTable()

    init(_ document: MusicXMLDocument, model: ContentModel, limit: Int) {
        self.document = document
        self.model = model
        names = NameMap(document.names, model: model)
        log = ViolationLog(limit: limit)
    }

    mutating func run() {
        let root = document.root.index
        let record = document.records[root]
        openScope(record)
        let element = scope.isPlain ? names.elements[Int(record.name)] : ContentModel.none
        guard let type = model.roots[element] else {
            let wrong = scope.isPlain ? "is <\(name(root))>" : "<\(name(root))> is of another namespace"
            report(
                .elementUnexpected, root,
                "the root element \(wrong); it must be <score-partwise> or <score-timewise>, without namespace")
            return
        }
        check(root, record, type: Int(type), scope: 0)
        while let top = frames.indices.last {
            let child = frames[top].cursor
            if child == MusicXMLDocument.Record.none {
                checkEnd(frames[top])
                scope.close(to: frames[top].scope)
                frames.removeLast()
            } else {
                let record = document.records[child]
                frames[top].cursor = record.next
                visit(child, record, in: top)
                if frames.count > top { frames[top].previous = child }
            }
        }
        checkReferences()
    }

    private mutating func visit(_ index: UInt32, _ record: MusicXMLDocument.Record, in top: Int) {
        order += 1
        switch record.kind {
        case .text:
            if !document.buffer[record.range].allSatisfy(isSpace) { reportText(index, in: frames[top]) }
        case .element:
            let outside = scope.count
            if names.hasNamespaces, record.count > 0 { openScope(record) }
            let element = scope.isPlain ? names.elements[Int(record.name)] : ContentModel.none
            let type = frames[top].type
            let symbol = model.symbol(of: element, in: type)
            let state = symbol == 0 ? ContentModel.none : model.state(after: symbol, from: frames[top].state)
            frames[top].count += 1
            if state != ContentModel.none, frames[top].expectedLate != symbol {
                frames[top].state = state
                check(index, record, type: Int(model.member(symbol, of: type).type), scope: outside)
                return
            }
            var frame = frames[top]
            let likely = recover(from: index, symbol, in: &frame)
            frames[top] = frame
            if let likely {
                check(index, record, type: Int(model.member(likely, of: type).type), scope: outside)
            } else {
                scope.close(to: outside)
            }
        case .comment, .instruction, .doctype, .document: break
        }
    }

    /// Checks an element by its type, apart from the elements in it, for which it leaves a frame.
    private mutating func check(_ index: UInt32, _ record: MusicXMLDocument.Record, type: Int, scope outside: Int) {
        let type = checkAttributes(index, record, type: type)
        switch model.types[type].content {
        case .elements:
            frames.append(
                Frame(
                    node: index, type: type, state: model.types[type].start, cursor: record.firstChild, scope: outside))
            return
        case .empty: checkEmpty(index)
        case .text(let value): checkText(index, record, value: value)
        }
        scope.close(to: outside)
    }

    private mutating func openScope(_ record: MusicXMLDocument.Record) {
        for attribute in document.attributes[record.range]
        where names.attributes[Int(attribute.name)] == NameMap.namespace {
            let (prefix, local) = NameMap.parts(document.names[attribute.name])
            scope.declare(
                prefix == "xmlns" ? local : "", NamespaceScope.Namespace(document.buffer[attribute.range].trimmed))
        }
    }

    /// Remembers an id, or that there has to be one.
    mutating func checkIdentity(of index: UInt32, attribute: UInt32, range: Range<Int>, value: Int) {
        switch model.values[value].primitive {
        case .id:
            if !ids.insert(document.buffer[range].trimmed).inserted {
                report(
                    .idDuplicate, index
                ) {
                    "the id \($0.quoted(id: range)) of <\($0.name(index))> is another element's already; ids are unique in a document"
                }
            }
        case .reference:
            references.append(.init(node: index, attribute: attribute, order: order, range: range))
        default: break
        }
    }

    private mutating func checkReferences() {
        for reference in references where !ids.contains(document.buffer[reference.range].trimmed) {
            order = reference.order
            report(
                .idrefDangling, reference.node
            ) {
                "no element has the id \($0.quoted(id: reference.range)) that "
                    + "\($0.described(attribute: reference.attribute, of: reference.node)) names"
            }
        }
    }
}

extension MusicXMLDocument.Record {
    /// The attributes of an element, or the text of another node.
    var range: Range<Int> { Int(start)..<Int(start) + Int(count) }
}
