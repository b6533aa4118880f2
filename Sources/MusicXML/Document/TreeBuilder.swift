internal import ScoreModel

/// Builds a document from the events of a parser: one append an element, none on the heap.
struct TreeBuilder {
    private(set) var document = MusicXMLDocument()
    /// The elements that are open, with the last child that each has so far.
    private var open: [(node: UInt32, last: UInt32)] = [(0, 0)]
    /// Where the character data that may still go on begins in the buffer.
    private var pending: Int?
    private let limits: ReadingLimits
    private let sourceBytes: Int

    init(sourceBytes: Int, limits: ReadingLimits) {
        self.limits = limits
        self.sourceBytes = sourceBytes
        // Typical scores have a node for every 14 bytes and an attribute for every 60; half of the bytes are text.
        document.records.reserveCapacity(sourceBytes / 14 + 16)
        document.attributes.reserveCapacity(sourceBytes / 60)
        document.buffer.reserveCapacity(sourceBytes / 3)
    }

    /// The element that is open.
    private var current: UInt32 { open[open.count - 1].node }

    mutating func intern(_ name: String) -> UInt32 { document.names.intern(name) }

    mutating func declare(_ declaration: MusicXMLDocument.Declaration?, encoding: TextEncoding) {
        document.declaration = declaration
        document.encoding = encoding
    }

    mutating func startElement(name: UInt32, line: UInt32) throws(MusicXMLError) {
        var record = MusicXMLDocument.Record(kind: .element)
        record.name = name
        record.start = UInt32(document.attributes.count)
        record.trailing = SpaceTable.none
        let index = append(&record, line: line)
        if open.count > limits.depth {
            throw MusicXMLError(
                .tooDeep, at: .init(line: Int(line)), "elements are nested deeper than \(limits.depth) levels")
        }
        if open.count == 1 { document.root = .init(index) }
        open.append((index, MusicXMLDocument.Record.none))
        try checkGrowth(line: line)
    }

    /// An attribute of the element that was started last.
    mutating func attribute(name: UInt32, value: some Collection<UInt8>) {
        document.attributes.append(
            .init(name: name, start: UInt32(document.buffer.count), count: UInt32(value.count)))
        document.buffer.append(contentsOf: value)
        document.records[Int(current)].count += 1
    }

    mutating func endElement() {
        if document.records[Int(current)].firstChild == MusicXMLDocument.Record.none {
            flushText(line: document.records[Int(current)].line)
        } else {
            document.records[Int(current)].trailing = flushSpace(line: document.records[Int(current)].line)
        }
        open.removeLast()
    }

    mutating func characters(_ text: some Collection<UInt8>, line: UInt32) throws(MusicXMLError) {
        if pending == nil { pending = document.buffer.count }
        document.buffer.append(contentsOf: text)
        try checkGrowth(line: line)
    }

    /// A comment, an instruction (with its target as name) or the document type declaration.
    mutating func leaf(
        _ kind: MusicXMLDocument.Kind, name: UInt32 = 0, text: some Collection<UInt8>, line: UInt32
    ) throws(MusicXMLError) {
        var record = MusicXMLDocument.Record(kind: kind)
        record.name = name
        let node = append(&record, line: line)
        document.records[Int(node)].start = UInt32(document.buffer.count)
        document.records[Int(node)].count = UInt32(text.count)
        document.buffer.append(contentsOf: text)
        try checkGrowth(line: line)
    }

    /// Links a node behind the last child of the open element; white space so far becomes its indentation.
    private mutating func append(_ record: inout MusicXMLDocument.Record, line: UInt32) -> UInt32 {
        record.leading = open.count == 1 ? SpaceTable.automatic : flushSpace(line: line)
        return link(&record, line: line)
    }

    private mutating func link(_ record: inout MusicXMLDocument.Record, line: UInt32) -> UInt32 {
        let top = open.count - 1
        let index = UInt32(document.records.count)
        record.line = line
        record.parent = open[top].node
        if open[top].last == MusicXMLDocument.Record.none {
            document.records[Int(open[top].node)].firstChild = index
        } else {
            document.records[Int(open[top].last)].next = index
        }
        open[top].last = index
        document.records.append(record)
        return index
    }

    /// Ends character data before a tag: white space is handed back as indentation, anything else becomes a text node.
    private mutating func flushSpace(line: UInt32) -> UInt16 {
        guard let start = pending else { return SpaceTable.none }
        guard document.buffer[start...].allSatisfy(isSpace) else {
            flushText(line: line)
            return SpaceTable.none
        }
        let index = document.spaces.intern(document.buffer[start...])
        document.buffer.removeLast(document.buffer.count - start)
        pending = nil
        return index
    }

    /// Ends character data and makes it a text node.
    private mutating func flushText(line: UInt32) {
        guard let start = pending else { return }
        pending = nil
        var record = MusicXMLDocument.Record(kind: .text)
        record.start = UInt32(start)
        record.count = UInt32(document.buffer.count - start)
        record.leading = SpaceTable.none
        _ = link(&record, line: line)
    }

    /// Text comes from the source, so the tree can only outgrow it through entities.
    private func checkGrowth(line: UInt32) throws(MusicXMLError) {
        let size = document.buffer.count + document.records.count
        if size > sourceBytes + ReadingLimits.entityGrowth || size > Int(UInt32.max) {
            throw MusicXMLError(
                .entityGrowth, at: .init(line: Int(line)),
                "entities make the document much larger than its \(sourceBytes) bytes")
        }
    }
}
