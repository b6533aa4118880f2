internal import ScoreModel

/// Turns a score inside out: a table of cells, written row by row, becomes the same table written column by column.
///
/// A row is an outer element of the source, a column will be an outer element of the target, a cell is an inner element, whose
/// content is never touched. Columns of a partwise score are its measures, matched by their place; columns of a timewise score
/// are its parts, matched by their id and put in the order of the part list.
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
        /// At the end of the root: the place of a row whose cells are not in the order of the columns, and their order.
        case order = "quartet-order"
    }

    /// What makes cells of different rows one column: their place, or their id and its count within the row.
    private struct Column: Hashable {
        var id = ""
        var count: Int
    }

    /// A cell and the nodes around it that are not cells: comments, instructions, elements that nobody has heard of.
    private struct Cell {
        var row = 0
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

    /// A score that lacks more cells than this is no score; writing an empty measure for each would cost memory out of proportion.
    private static let mostPlaceholders = 1_000_000

    private(set) var document: MusicXMLDocument
    private let source: ScoreLayout
    private let target: ScoreLayout
    /// The rows that have cells.
    private var rows: [Node] = []
    /// The cells of each column, in the order of the rows.
    private var table: [[Cell]] = []
    private var columns: [Column: Int] = [:]
    /// The columns of the cells of each row, in the order of the row.
    private var rowColumns: [[Int]] = []

    init(document: MusicXMLDocument, target: ScoreLayout) {
        self.document = document
        self.target = target
        source = target.opposite
    }

    mutating func convert() throws(MusicXMLError) {
        var (head, between, tail): ([Node], [Node], [Node]) = ([], [], [])
        var emptyRows: [(place: Int, node: Node)] = []
        var orders: [Int: [Int]] = [:]
        var place = 0
        for child in Array(document.children(of: document.root)) {
            if isElement(child, source.outer) {
                if let loose = read(child, above: between) {
                    between += loose
                    tail.append(make(.empty, "\(place)\(attributeText(attributes(of: child)))"))
                } else {
                    between = []
                }
                place += 1
            } else if let (row, rest) = numbered(child, .empty) {
                let element = document.make(.element(target.outer.name))
                setAttributes(parse(rest), of: element)
                emptyRows.append((row, element))
            } else if let (column, rest) = numbered(child, .order) {
                orders[column] = rest.split(separator: " ").compactMap { Int($0) }
            } else if place == 0 {
                head.append(child)
            } else {
                between.append(child)
            }
        }
        tail += orderInstructions()
        try checkPlaceholders()
        var outer = table.enumerated().map { index, cells in
            cells.flatMap(\.raised) + [build(cells, order: orders[index])]
        }
        for row in emptyRows { outer.insert([row.node], at: min(max(row.place, 0), outer.count)) }
        document[document.root].name = target.root.rawValue
        setChildren(head + outer.joined() + between + tail, of: document.root)
        renameDoctype()
    }

    // MARK: Reading rows

    /// Reads a row into the table. A row without cells stays out of it, and its other nodes are given back.
    private mutating func read(_ node: Node, above: [Node]) -> [Node]? {
        var waiting = Cell(row: rows.count, above: above)
        var own: [Int] = []
        var counts: [String: Int] = [:]
        var marker: Marker?
        for child in Array(document.children(of: node)) {
            let pending = marker
            marker = self.marker(child)
            if isElement(child, source.inner) {
                let id = source == .timewise ? document.attribute("id", of: child) ?? "" : ""
                let column = index(of: Column(id: id, count: counts[id, default: 0]))
                counts[id, default: 0] += 1
                waiting.node = isPlaceholder(child) ? nil : child
                table[column].append(waiting)
                own.append(column)
                waiting = Cell(row: rows.count)
            } else if pending == .after, let last = own.last {
                table[last][table[last].count - 1].last.append(child)
            } else if pending == .above {
                waiting.raised.append(child)
            } else if marker != .after, marker != .above {
                waiting.before.append(child)
            }
        }
        guard let last = own.last else { return waiting.raised + waiting.before }
        table[last][table[last].count - 1].after += waiting.before
        rows.append(node)
        rowColumns.append(own)
        return nil
    }

    private mutating func index(of column: Column) -> Int {
        if let index = columns[column] { return index }
        columns[column] = table.count
        table.append([])
        return table.count - 1
    }

    /// Instructions for the rows whose cells the way back would put in another order.
    private mutating func orderInstructions() -> [Node] {
        rowColumns.enumerated().compactMap { row, columns in
            guard zip(columns, columns.dropFirst()).contains(where: { $0 > $1 }) else { return nil }
            return make(.order, "\(row) \(columns.map(String.init).joined(separator: " "))")
        }
    }

    /// The number that an instruction at the end of the root begins with, and the rest of it.
    private func numbered(_ node: Node, _ kind: Marker) -> (number: Int, rest: String)? {
        guard marker(node) == kind else { return nil }
        let words = document.text(of: node).split(separator: " ", maxSplits: 1)
        guard let number = words.first.flatMap({ Int($0) }) else { return nil }
        return (number, words.count > 1 ? String(words[1]) : "")
    }

    // MARK: Building columns

    private func checkPlaceholders() throws(MusicXMLError) {
        guard target == .partwise else { return }
        let missing = table.reduce(0) { $0 + (($1.last?.row ?? 0) + 1 - $1.count) }
        if missing > Self.mostPlaceholders {
            throw MusicXMLError(
                .tooLarge, at: .init(line: document.line(of: document.root)),
                "a partwise score would need \(missing) empty measures for parts that this one leaves out")
        }
    }

    private mutating func build(_ cells: [Cell], order: [Int]?) -> Node {
        let outer = document.make(.element(target.outer.name))
        var own: Attributes?
        var children: [Node] = []
        var row = 0
        for cell in arranged(cells, order: order) {
            // Measures are matched by their place, so a part that lacks one keeps the place.
            while target == .partwise, row < cell.row {
                children.append(placeholder(for: rows[row]))
                row += 1
            }
            row = cell.row + 1
            for node in cell.above { children += [make(.above, ""), node] }
            children += cell.before
            if let node = cell.node {
                if own == nil {
                    own = attributes(of: node)
                    setAttributes(own ?? 0..<0, of: outer)
                }
                turn(node, row: rows[cell.row], column: own ?? 0..<0)
                children.append(node)
            }
            children += cell.last
            for node in cell.after { children += [make(.after, ""), node] }
        }
        setChildren(children, of: outer)
        return outer
    }

    /// The cells of a measure in the order that an instruction gives for their rows; rows that it does not name come last.
    private func arranged(_ cells: [Cell], order: [Int]?) -> [Cell] {
        guard target == .timewise, let order else { return cells }
        var byRow = Dictionary(cells.map { ($0.row, $0) }) { first, _ in first }
        return (order + cells.map(\.row)).compactMap { byRow.removeValue(forKey: $0) }
    }

    /// Makes a cell of the source one of the target: its attributes go to the column, those of the row come to it.
    private mutating func turn(_ cell: Node, row: Node, column: Attributes) {
        let old = attributes(of: cell)
        var new = attributes(of: row)
        if let first = Node(existing: document[cell].firstChild), marker(first) == .own {
            new = parse(document.text(of: first))
            document.unlink(first)
        }
        if old != column, !areEqual(old, column) {
            let marker = make(.own, String(attributeText(old).dropFirst()))
            document.link(marker, into: cell, after: nil)
        }
        document[cell].name = target.inner.rawValue
        setAttributes(new, of: cell)
    }

    private mutating func placeholder(for row: Node) -> Node {
        let cell = document.make(.element(target.inner.name))
        setAttributes(attributes(of: row), of: cell)
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

    /// True for a cell that only says that there is none. One that somebody has put music into since is a cell.
    private func isPlaceholder(_ cell: Node) -> Bool {
        var children = document.children(of: cell)
        return children.next().flatMap { marker($0) } == .absent && children.next() == nil
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

    private func areEqual(_ left: Attributes, _ right: Attributes) -> Bool {
        left.count == right.count
            && zip(left, right).allSatisfy { left, right in
                let (first, second) = (document.attributes[Int(left)], document.attributes[Int(right)])
                return first.name == second.name
                    && document.buffer[first.range].elementsEqual(document.buffer[second.range])
            }
    }

    /// Attributes as they stand in a start tag, with a space before each.
    private func attributeText(_ attributes: Attributes) -> String {
        attributes.map { document.attributes[Int($0)] }.reduce(into: "") { text, attribute in
            let value = String(decoding: document.buffer[attribute.range], as: UTF8.self)
            // A question mark could end the instruction.
            let safe = value.replacing("&", with: "&amp;").replacing("\"", with: "&quot;").replacing("?", with: "&#63;")
                .replacing("\r", with: "&#13;")
            text += " \(document.names[attribute.name])=\"\(safe)\""
        }
    }

    /// The attributes in a text that ``attributeText(_:)`` made.
    private mutating func parse(_ text: String) -> Attributes {
        let quoted = text.split(separator: "\"", omittingEmptySubsequences: false)
        let scratch = document.make(.element(target.outer.name))
        for index in stride(from: 0, to: quoted.count - 1, by: 2) {
            let name = quoted[index].drop { $0 == " " }.prefix { $0 != "=" }
            let value = String(quoted[index + 1]).replacing("&#13;", with: "\r").replacing("&#63;", with: "?")
                .replacing("&quot;", with: "\"")
                .replacing("&amp;", with: "&")
            if !name.isEmpty { document.setAttribute(String(name), to: value, of: scratch) }
        }
        return attributes(of: scratch)
    }
}
