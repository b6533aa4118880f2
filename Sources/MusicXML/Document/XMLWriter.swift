extension MusicXMLDocument {
    /// The document as an XML file in UTF-8.
    ///
    /// Nodes keep the white space they were read with; nodes made since are indented by two spaces a level. What is read from the
    /// result is equal in canonical XML, comments and instructions included.
    public func xml() -> [UInt8] {
        var writer = XMLWriter(document: self)
        writer.writeDocument()
        return writer.output
    }
}

private struct XMLWriter {
    let document: MusicXMLDocument
    private let names: (text: [UInt8], starts: [Int])
    var output: [UInt8] = []

    init(document: MusicXMLDocument) {
        self.document = document
        names = document.names.bytes
        output.reserveCapacity(document.buffer.count * 4)
    }

    mutating func writeDocument() {
        if let declaration = document.declaration {
            let standalone = declaration.isStandalone.map { " standalone=\"\($0 ? "yes" : "no")\"" } ?? ""
            append("<?xml version=\"\(declaration.version)\" encoding=\"UTF-8\"\(standalone)?>\n")
        }
        for node in document.children(of: .init(0)) {
            write(node)
            append("\n")
        }
    }

    /// Writes a node and all below it, without recursion: documents may be as deep as their reader allowed.
    private mutating func write(_ top: MusicXMLDocument.Node) {
        var index = top.index
        var depth = 0
        while true {
            let record = document.records[index]
            if index != top.index { indent(record.leading, depth: depth, before: index) }
            start(record)
            if record.kind == .element, record.firstChild != MusicXMLDocument.Record.none {
                index = record.firstChild
                depth += 1
                continue
            }
            while index != top.index, document.records[index].next == MusicXMLDocument.Record.none {
                index = document.records[index].parent
                depth -= 1
                end(document.records[index], depth: depth)
            }
            if index == top.index { return }
            index = document.records[index].next
        }
    }

    private mutating func indent(_ space: UInt16, depth: Int, before node: UInt32) {
        guard space == SpaceTable.automatic else {
            document.spaces.append(space, to: &output)
            return
        }
        // Next to text, white space would become part of it.
        let parent = document.records[document.records[node].parent]
        if document.records[node].kind != .text, document.records[parent.firstChild].kind != .text {
            newLine(depth: depth)
        }
    }

    private mutating func newLine(depth: Int) {
        output.append(UInt8(ascii: "\n"))
        output.append(contentsOf: repeatElement(UInt8(ascii: " "), count: depth * 2))
    }

    private mutating func start(_ record: MusicXMLDocument.Record) {
        let text = Int(record.start)..<Int(record.start + record.count)
        switch record.kind {
        case .element:
            output.append(UInt8(ascii: "<"))
            append(name: record.name)
            for attribute in document.attributes[text] {
                output.append(UInt8(ascii: " "))
                append(name: attribute.name)
                append("=\"")
                escape(attribute.range, inAttribute: true)
                output.append(UInt8(ascii: "\""))
            }
            append(record.firstChild == MusicXMLDocument.Record.none ? "/>" : ">")
        case .text: escape(text, inAttribute: false)
        case .comment:
            append("<!--")
            output.append(contentsOf: document.buffer[text])
            append("-->")
        case .instruction:
            append("<?")
            append(name: record.name)
            if !text.isEmpty { output.append(UInt8(ascii: " ")) }
            output.append(contentsOf: document.buffer[text])
            append("?>")
        case .doctype:
            append("<!DOCTYPE ")
            output.append(contentsOf: document.buffer[text])
            append(">")
        case .document: break
        }
    }

    private mutating func end(_ record: MusicXMLDocument.Record, depth: Int) {
        if record.trailing != SpaceTable.automatic {
            document.spaces.append(record.trailing, to: &output)
        } else if document.records[record.firstChild].kind != .text {
            newLine(depth: depth)
        }
        append("</")
        append(name: record.name)
        output.append(UInt8(ascii: ">"))
    }

    private mutating func append(name: UInt32) {
        output.append(contentsOf: names.text[names.starts[Int(name)]..<names.starts[Int(name) + 1]])
    }

    private mutating func append(_ text: String) { output.append(contentsOf: text.utf8) }

    /// Writes text so that every parser gives back the same: carriage returns and, in attributes, all line ends and tabs would be
    /// normalized away if they stood there as themselves (XML 1.0, sections 2.11 and 3.3.3).
    private mutating func escape(_ range: Range<Int>, inAttribute: Bool) {
        var clean = range.lowerBound
        for index in range {
            let reference: StaticString
            switch document.buffer[index] {
            case UInt8(ascii: "&"): reference = "&amp;"
            case UInt8(ascii: "<"): reference = "&lt;"
            case UInt8(ascii: ">") where !inAttribute: reference = "&gt;"
            case UInt8(ascii: "\"") where inAttribute: reference = "&quot;"
            case 0x0D: reference = "&#13;"
            case 0x0A where inAttribute: reference = "&#10;"
            case 0x09 where inAttribute: reference = "&#9;"
            default: continue
            }
            output.append(contentsOf: document.buffer[clean..<index])
            reference.withUTF8Buffer { unsafe output.append(contentsOf: $0) }
            clean = index + 1
        }
        output.append(contentsOf: document.buffer[clean..<range.upperBound])
    }
}
