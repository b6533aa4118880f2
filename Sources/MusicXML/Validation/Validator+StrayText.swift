internal import ScoreModel

// Text where only elements may stand. Its line has to be worked out: nodes know where they were read, text does not.

extension Validator {
    /// Reports text between elements.
    mutating func reportText(_ index: UInt32, in frame: Frame) {
        guard !log.isFull else {
            log.skip()
            return
        }
        let text = document.bytes(of: Node(index))
        let start = text.firstIndex { !isSpace($0) } ?? text.startIndex
        let line = min(
            lastLine(before: frame.previous, in: frame.node) + lines(text[..<start]),
            firstLine(after: index) - lines(text[start...]))
        var place = place(of: index)
        place.line = line > 0 ? line : nil
        let words = quoted(String(decoding: text.trimmed.prefix(200), as: UTF8.self))
        log.add(
            .textUnexpected, order: order, at: place, "<\(name(frame.node))> holds elements only; \(words) is text")
    }

    private func lines(_ text: some Sequence<UInt8>) -> Int { text.count { $0 == 0x0A } }

    /// The line where a child ends; where the start tag of its parent does when there is none. It can be too high where line feeds
    /// are written as references.
    private func lastLine(before child: UInt32, in parent: UInt32) -> Int {
        guard child != MusicXMLDocument.Record.none else { return Int(document.records[parent].line) }
        var (node, below) = (child, 0)
        while true {
            let record = document.records[node]
            guard record.kind == .element, record.firstChild != MusicXMLDocument.Record.none else {
                return below + Int(record.line)
            }
            below += lines(document.spaces[record.trailing])
            var last = record.firstChild
            while document.records[last].next != MusicXMLDocument.Record.none {
                last = document.records[last].next
            }
            let final = document.records[last]
            if final.kind == .text {
                // Text alone in an element begins where its start tag ends.
                return below + lines(document.bytes(of: Node(last)))
                    + Int(last == record.firstChild ? record.line : final.line)
            }
            node = last
        }
    }

    /// The line of what stands behind a text. It can be too high where a tag goes over several lines.
    private func firstLine(after text: UInt32) -> Int {
        var (node, above) = (text, 0)
        while document.records[node].next == MusicXMLDocument.Record.none {
            node = document.records[node].parent
            guard node != document.root.index, node != MusicXMLDocument.Record.none else { return .max }
            let next = document.records[node].next
            let parent = document.records[document.records[node].parent]
            above += lines(
                document.spaces[
                    next == MusicXMLDocument.Record.none ? parent.trailing : document.records[next].leading])
        }
        let next = document.records[document.records[node].next]
        return next.kind == .text || next.line == 0 ? .max : Int(next.line) - above
    }
}
