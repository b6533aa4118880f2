internal import ScoreModel

/// Builds a document from the events of a parser: one append an element, none on the heap.
struct TreeBuilder {
    private(set) var document = MusicXMLDocument()
    /// Why the document can't be built, once a limit is passed.
    private(set) var failure: MusicXMLError?
    /// Whether there is such a reason: asked after each tag.
    private(set) var hasFailed = false
    /// The elements that are open, with the last child that each has so far.
    private var open: [(node: UInt32, last: UInt32)] = [(0, 0)]
    /// The innermost of them.
    private var current: (node: UInt32, last: UInt32) = (0, 0)
    /// Where the character data that may still go on begins in the buffer; nil when there is none, or only white space.
    private var pending: Int?
    /// White space so far, where it is of a kind that the table has a number for.
    private var space = SpaceTable.none
    private let limits: ReadingLimits
    private let mostNodes: Int

    init(source: [UInt8], limits: ReadingLimits) {
        self.limits = limits
        let sourceBytes = source.count
        // Text comes from the source, so the tree can only outgrow it through entities.
        mostNodes = min(sourceBytes + ReadingLimits.entityGrowth, NodeTable.most)
        // To count tags is cheap; to move nodes as they grow is not. Few elements hold more than a text or other elements.
        document.records.reserveCapacity(openings(source.span) + 16)
        // Typical scores have an attribute for every 60 bytes; a fifth of the bytes are text.
        document.attributes.reserveCapacity(sourceBytes / 60)
        document.buffer.reserveCapacity(sourceBytes / 4)
        open.reserveCapacity(limits.depth + 2)
    }

    mutating func intern(_ name: String) -> UInt32 { document.names.intern(name) }

    mutating func declare(_ declaration: MusicXMLDocument.Declaration?, encoding: TextEncoding) {
        document.declaration = declaration
        document.encoding = encoding
    }

    mutating func startElement(name: UInt32, line: UInt32) {
        var record = MusicXMLDocument.Record(kind: .element)
        record.name = name
        record.start = UInt32(truncatingIfNeeded: document.attributes.count)
        record.trailing = SpaceTable.none
        record.leading = leadingSpace(line: line)
        let index = link(record, line: line)
        if open.count > limits.depth {
            let most = limits.depth
            fail(.tooDeep, line: line, "elements are nested deeper than \(most) levels")
        }
        if open.count == 1 { document.root = .init(index) }
        open[open.count - 1] = current
        current = (index, MusicXMLDocument.Record.none)
        open.append(current)
    }

    /// An attribute of the element that was started last.
    mutating func attribute(name: UInt32, value: UnsafeBufferPointer<UInt8>) {
        let start = UInt32(truncatingIfNeeded: document.buffer.count)
        unsafe document.buffer.append(contentsOf: value)
        document.attributes.append(.init(name: name, start: start, count: UInt32(value.count)))
        document.records.addAttribute(to: current.node)
    }

    mutating func attribute(name: UInt32, value: String) {
        var value = value
        value.withUTF8 { unsafe attribute(name: name, value: $0) }
    }

    mutating func endElement() {
        if pending == nil, space == SpaceTable.none {
            // Nothing between the tags.
        } else if current.last == MusicXMLDocument.Record.none {
            let text = takeText()
            if !document.records.shareText(text, of: current.node) {
                linkText(text, line: document.records[current.node].line)
            }
        } else {
            let space = flushSpace(line: document.records[current.node].line)
            document.records.setTrailing(space, of: current.node)
        }
        open.removeLast()
        current = open[open.count - 1]
    }

    mutating func characters(_ text: UnsafeBufferPointer<UInt8>, line: UInt32) {
        if pending == nil {
            if space == SpaceTable.none, let regular = unsafe SpaceTable.regular(text) {
                space = regular
                return
            }
            pending = document.buffer.count
            if space != SpaceTable.none {
                document.spaces.append(space, to: &document.buffer)
                space = SpaceTable.none
            }
        }
        unsafe document.buffer.append(contentsOf: text)
        checkGrowth(line: line)
    }

    /// A comment, an instruction (with its target as name) or the document type declaration.
    mutating func leaf(
        _ kind: MusicXMLDocument.Kind, name: UInt32 = 0, text: some Collection<UInt8>, line: UInt32
    ) {
        var record = MusicXMLDocument.Record(kind: kind)
        record.name = name
        record.leading = leadingSpace(line: line)
        record.start = UInt32(truncatingIfNeeded: document.buffer.count)
        record.count = UInt32(text.count)
        document.buffer.append(contentsOf: text)
        _ = link(record, line: line)
    }

    /// White space so far, which becomes the indentation of the next node.
    private mutating func leadingSpace(line: UInt32) -> UInt16 {
        if open.count == 1 {
            (pending, space) = (nil, SpaceTable.none)
            return SpaceTable.automatic
        }
        return flushSpace(line: line)
    }

    /// Puts a node behind the last child of the open element.
    private mutating func link(_ new: MusicXMLDocument.Record, line: UInt32) -> UInt32 {
        var record = new
        let index = UInt32(truncatingIfNeeded: document.records.count)
        record.line = line
        record.parent = current.node
        if current.last == MusicXMLDocument.Record.none {
            document.records.setFirstChild(index, of: current.node)
        } else {
            document.records.setNext(index, after: current.last)
        }
        current.last = index
        document.records.append(record)
        checkGrowth(line: line)
        return index
    }

    /// Ends character data before a tag: white space is handed back as indentation, anything else becomes a text node.
    private mutating func flushSpace(line: UInt32) -> UInt16 {
        guard let start = pending else {
            defer { space = SpaceTable.none }
            return space
        }
        // A carriage return can only come from a reference, and only text is written with references.
        guard document.buffer[start...].allSatisfy({ isSpace($0) && $0 != 0x0D }) else {
            linkText(takeText(), line: line)
            return SpaceTable.none
        }
        let index = document.spaces.intern(document.buffer[start...])
        document.buffer.removeLast(document.buffer.count - start)
        pending = nil
        return index
    }

    /// Ends character data, and tells where in the buffer it is.
    private mutating func takeText() -> Range<Int> {
        let start = pending ?? document.buffer.count
        if space != SpaceTable.none {
            document.spaces.append(space, to: &document.buffer)
            space = SpaceTable.none
        }
        pending = nil
        return start..<document.buffer.count
    }

    /// Makes character data a text node of its own.
    private mutating func linkText(_ text: Range<Int>, line: UInt32) {
        var record = MusicXMLDocument.Record(kind: .text)
        record.start = UInt32(truncatingIfNeeded: text.lowerBound)
        record.count = UInt32(text.count)
        record.leading = SpaceTable.none
        _ = link(record, line: line)
    }

    private mutating func checkGrowth(line: UInt32) {
        if document.buffer.count + document.records.count > mostNodes {
            fail(.entityGrowth, line: line, "entities make the document much larger than its source")
        }
    }

    private mutating func fail(_ code: MusicXMLError.Code, line: UInt32, _ message: @autoclosure () -> String) {
        hasFailed = true
        if failure == nil { failure = MusicXMLError(code, at: .init(line: Int(line)), message()) }
    }
}

/// How many tags, comments and instructions begin in a text, end tags apart.
private func openings(_ text: Span<UInt8>) -> Int {
    var (count, start) = (0, 0)
    // A block of bytes whose count fits in a byte: the processor counts many at a time.
    while start + 128 < text.count {
        var block: UInt8 = 0
        for index in start..<(start + 128) {
            block &+= (text[index] == UInt8(ascii: "<") ? 1 : 0) & (text[index + 1] == UInt8(ascii: "/") ? 0 : 1)
        }
        count += Int(block)
        start += 128
    }
    for index in start..<text.count where text[index] == UInt8(ascii: "<") { count += 1 }
    return count
}
