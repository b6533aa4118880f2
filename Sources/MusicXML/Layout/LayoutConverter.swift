/// Turns a score inside out: a table of cells, written row by row, becomes the same table written column by column.
///
/// A row is an outer element of the source, a column will be an outer element of the target, a cell is an inner element, whose
/// content is never touched. Columns of a partwise score are its measures, matched by their place; columns of a timewise score are
/// its parts, matched by their id.
struct LayoutConverter {
    typealias Node = MusicXMLDocument.Node
    /// Where attributes stand in the document's list, which never moves them; elements with equal attributes may share them.
    typealias Attributes = Range<UInt32>

    /// A processing instruction that carries what the target has no place for.
    enum Marker: String, CaseIterable {
        /// First in a cell: the attributes that its element had, where they are not those of its column.
        case own = "quartet-own"
        /// In a cell of its own: the source has no such cell.
        case absent = "quartet-absent"
        /// The next node stood at the end of its row, behind the cell before it.
        case after = "quartet-after"
        /// The next node stood in the root, before the row of the next cell.
        case above = "quartet-above"
        /// At the end of the root: the place and the attributes of a row that has no cells.
        case empty = "quartet-empty"
    }

    /// What makes cells of different rows one column: their place, or their id and its count within the row.
    private struct Column: Hashable {
        var id = ""
        var count: Int
    }

    private struct Row {
        var node: Node
        var cells: [Column: Cell] = [:]
    }

    /// A cell and the nodes around it that are not cells: comments, instructions, elements that nobody has heard of.
    private struct Cell {
        var node: Node?
        /// From the root, before the row.
        var above: [Node] = []
        /// To the root, before the column.
        var raised: [Node] = []
        var before: [Node] = []
        /// From the end of the row.
        var after: [Node] = []
        /// To the end of the column.
        var last: [Node] = []
    }

    private(set) var document: MusicXMLDocument
    private let source: ScoreLayout
    private let target: ScoreLayout
    private var columns: [Column] = []
    private var seen: Set<Column> = []

    init(document: MusicXMLDocument, target: ScoreLayout) {
        self.document = document
        self.target = target
        source = target.opposite
    }

    mutating func convert() {
        var rows: [Row] = []
        var (head, between): ([Node], [Node]) = ([], [])
        var restored: [(place: Int, node: Node)] = []
        var place = 0
        for child in Array(document.children(of: document.root)) {
            if isElement(child, source.outer) {
                let row = read(child, above: between)
                if row.cells.isEmpty {
                    between.append(remember(child, place: place))
                } else {
                    rows.append(row)
                    between = []
                }
                place += 1
            } else if let row = restoredRow(child) {
                restored.append(row)
            } else if rows.isEmpty, place == 0 {
                head.append(child)
            } else {
                between.append(child)
            }
        }
        var outer = columns.map { column in
            rows.compactMap { $0.cells[column]?.raised }.reduce([], +) + [build(column, from: rows)]
        }
        for row in restored { outer.insert([row.node], at: min(row.place, outer.count)) }
        document[document.root].name = target.root.rawValue
        setChildren(head + outer.joined() + between, of: document.root)
        renameDoctype()
    }

    // MARK: Reading rows

    private mutating func read(_ node: Node, above: [Node]) -> Row {
        var row = Row(node: node)
        var waiting = Cell(above: above)
        var (previous, marker): (Column?, Marker?) = (nil, nil)
        for child in Array(document.children(of: node)) {
            let pending = marker
            marker = self.marker(child)
            if isElement(child, source.inner) {
                let column = self.column(of: child, in: row, after: previous)
                waiting.node = document.children(of: child).contains { self.marker($0) == .absent } ? nil : child
                row.cells[column] = waiting
                (waiting, previous) = (Cell(), column)
            } else if pending == .after, let previous {
                row.cells[previous]?.last.append(child)
            } else if pending == .above {
                waiting.raised.append(child)
            } else if marker == nil || marker == .own || marker == .absent {
                waiting.before.append(child)
            }
        }
        if let previous { row.cells[previous]?.after += waiting.before }
        return row
    }

    /// The column of a cell; one that is new goes behind that of the cell before it, so that parts keep their order even when the
    /// first measures lack some.
    private mutating func column(of cell: Node, in row: Row, after previous: Column?) -> Column {
        var column = Column(count: row.cells.count)
        if source == .timewise {
            column = Column(id: document.attribute("id", of: cell) ?? "", count: 0)
            while row.cells[column] != nil { column.count += 1 }
        }
        if seen.insert(column).inserted {
            columns.insert(column, at: previous.flatMap { columns.firstIndex(of: $0) }.map { $0 + 1 } ?? 0)
        }
        return column
    }

    /// An instruction that remembers a row without cells.
    private mutating func remember(_ row: Node, place: Int) -> Node {
        make(.empty, "\(place)\(attributeText(attributes(of: row)))")
    }

    private mutating func restoredRow(_ node: Node) -> (place: Int, node: Node)? {
        guard marker(node) == .empty else { return nil }
        let words = document.text(of: node).split(separator: " ", maxSplits: 1)
        guard let place = words.first.flatMap({ Int($0) }) else { return nil }
        let element = document.make(.element(target.outer.name))
        setAttributes(parse(words.count > 1 ? String(words[1]) : ""), of: element)
        return (place, element)
    }

    // MARK: Building columns

    private mutating func build(_ column: Column, from rows: [Row]) -> Node {
        let outer = document.make(.element(target.outer.name))
        var own: Attributes?
        var children: [Node] = []
        let last = rows.lastIndex { $0.cells[column] != nil } ?? 0
        for row in rows[...last] {
            guard let cell = row.cells[column] else {
                // Measures are matched by their place, so a part that lacks one keeps the place.
                if target == .partwise { children.append(placeholder(for: row)) }
                continue
            }
            for node in cell.above { children += [make(.above, ""), node] }
            children += cell.before
            if let node = cell.node {
                if own == nil {
                    own = attributes(of: node)
                    setAttributes(own ?? 0..<0, of: outer)
                }
                turn(node, row: row.node, column: own ?? 0..<0)
                children.append(node)
            }
            children += cell.last
            for node in cell.after { children += [make(.after, ""), node] }
        }
        setChildren(children, of: outer)
        return outer
    }

    /// Makes a cell of the source one of the target: its attributes go to the column, those of the row come to it.
    private mutating func turn(_ cell: Node, row: Node, column: Attributes) {
        let old = attributes(of: cell)
        var new = attributes(of: row)
        if let first = Node(existing: document[cell].firstChild), marker(first) == .own {
            new = parse(document.text(of: first))
            document.unlink(first)
        }
        if old != column, attributeText(old) != attributeText(column) {
            let marker = make(.own, String(attributeText(old).dropFirst()))
            document.link(marker, into: cell, after: nil)
        }
        document[cell].name = target.inner.rawValue
        setAttributes(new, of: cell)
    }

    private mutating func placeholder(for row: Row) -> Node {
        let cell = document.make(.element(target.inner.name))
        setAttributes(attributes(of: row.node), of: cell)
        let absent = make(.absent, "")
        document.link(absent, into: cell, after: nil)
        return cell
    }

    private mutating func renameDoctype() {
        for node in document.children(of: Node(0)) where document.kind(of: node) == .doctype {
            var text = document.text(of: node)
            for (old, new) in [("partwise", "timewise"), ("Partwise", "Timewise")] {
                text = text.replacing(source == .partwise ? old : new, with: source == .partwise ? new : old)
            }
            document.setText(text, of: node)
        }
    }
}

// MARK: Nodes

extension LayoutConverter {
    private func isElement(_ node: Node, _ tag: Tag) -> Bool {
        document.kind(of: node) == .element && document[node].name == tag.rawValue
    }

    private func marker(_ node: Node) -> Marker? {
        document.kind(of: node) == .instruction ? Marker(rawValue: document.name(of: node)) : nil
    }

    private mutating func make(_ marker: Marker, _ text: String) -> Node {
        document.make(.instruction(marker.rawValue, text))
    }

    /// Makes `nodes` the children of an element, indented anew.
    private mutating func setChildren(_ nodes: [Node], of parent: Node) {
        document[parent].firstChild = nodes.first?.index ?? MusicXMLDocument.Record.none
        document[parent].trailing = SpaceTable.automatic
        for (index, node) in nodes.enumerated() {
            document[node].parent = parent.index
            document[node].next = index + 1 < nodes.count ? nodes[index + 1].index : MusicXMLDocument.Record.none
            document[node].leading = SpaceTable.automatic
        }
    }

    private mutating func setAttributes(_ attributes: Attributes, of element: Node) {
        document[element].start = attributes.lowerBound
        document[element].count = UInt32(attributes.count)
    }

    private func attributes(of element: Node) -> Attributes {
        document[element].start..<(document[element].start + document[element].count)
    }

    /// Attributes as they stand in a start tag, with a space before each.
    private func attributeText(_ attributes: Attributes) -> String {
        attributes.map { document.attributes[Int($0)] }.reduce(into: "") { text, attribute in
            let value = String(decoding: document.buffer[attribute.range], as: UTF8.self)
            // A question mark could end the instruction.
            let safe = value.replacing("&", with: "&amp;").replacing("\"", with: "&quot;").replacing("?", with: "&#63;")
            text += " \(document.names[attribute.name])=\"\(safe)\""
        }
    }

    /// The attributes in a text that ``attributeText(_:)`` made.
    private mutating func parse(_ text: String) -> Attributes {
        let quoted = text.split(separator: "\"", omittingEmptySubsequences: false)
        let scratch = document.make(.element(target.outer.name))
        for index in stride(from: 0, to: quoted.count - 1, by: 2) {
            let name = quoted[index].drop { $0 == " " }.prefix { $0 != "=" }
            let value = String(quoted[index + 1]).replacing("&#63;", with: "?").replacing("&quot;", with: "\"")
                .replacing("&amp;", with: "&")
            if !name.isEmpty { document.setAttribute(String(name), to: value, of: scratch) }
        }
        return attributes(of: scratch)
    }
}
