/// What stands before the root element, as written: the XML declaration and the document type declaration.
///
/// libxml2 tells what a document type declaration means but not how it was spelled, and an internal subset has to be written back
/// as it was. The scan knows just enough of XML to find both; it never decides whether the text is well-formed.
struct Prolog {
    /// The facts of the XML declaration, when there is one.
    let declaration: MusicXMLDocument.Declaration?
    /// Everything between `<!DOCTYPE` and its closing bracket, without the white space around it.
    let doctype: ArraySlice<UInt8>?

    init(_ text: ArraySlice<UInt8>) {
        var scanner = Scanner(text: text, position: text.startIndex)
        declaration = scanner.declaration()
        doctype = scanner.doctype()
    }
}

private struct Scanner {
    let text: ArraySlice<UInt8>
    var position: Int

    mutating func declaration() -> MusicXMLDocument.Declaration? {
        guard starts(with: "<?xml"), position + 5 < text.endIndex, isSpace(text[position + 5]),
            let end = find("?>", from: position)
        else { return nil }
        let body = text[(position + 5)..<end]
        position = end + 2
        var facts: [String: String] = [:]
        for pair in body.split(whereSeparator: { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") })
            .chunkedInPairs()
        {
            let name = String(decoding: pair.0.filter { !isSpace($0) && $0 != UInt8(ascii: "=") }, as: UTF8.self)
            facts[name] = String(decoding: pair.1, as: UTF8.self)
        }
        return MusicXMLDocument.Declaration(
            version: facts["version"] ?? "1.0", encoding: facts["encoding"],
            isStandalone: facts["standalone"].map { $0 == "yes" })
    }

    mutating func doctype() -> ArraySlice<UInt8>? {
        while position < text.endIndex {
            if isSpace(text[position]) {
                position += 1
            } else if starts(with: "<!--") {
                guard let end = find("-->", from: position + 4) else { return nil }
                position = end + 3
            } else if starts(with: "<?") {
                guard let end = find("?>", from: position + 2) else { return nil }
                position = end + 2
            } else if starts(with: "<!DOCTYPE") {
                position += 9
                return doctypeBody()
            } else {
                return nil
            }
        }
        return nil
    }

    /// From after `<!DOCTYPE` to the bracket that closes it: not one in quotes, in a comment, or in the internal subset.
    private mutating func doctypeBody() -> ArraySlice<UInt8>? {
        let start = position
        var subset = 0
        while position < text.endIndex {
            switch text[position] {
            case UInt8(ascii: "\""), UInt8(ascii: "'"):
                guard let end = text[(position + 1)...].firstIndex(of: text[position]) else { return nil }
                position = end
            case UInt8(ascii: "["): subset += 1
            case UInt8(ascii: "]"): subset -= 1
            case UInt8(ascii: "<") where starts(with: "<!--"):
                guard let end = find("-->", from: position + 4) else { return nil }
                position = end + 2
            case UInt8(ascii: "<") where starts(with: "<?"):
                guard let end = find("?>", from: position + 2) else { return nil }
                position = end + 1
            case UInt8(ascii: ">") where subset == 0:
                var body = text[start..<position]
                while let first = body.first, isSpace(first) { body.removeFirst() }
                while let last = body.last, isSpace(last) { body.removeLast() }
                return body
            default: break
            }
            position += 1
        }
        return nil
    }

    private func starts(with literal: StaticString) -> Bool {
        literal.withUTF8Buffer { unsafe text[position...].starts(with: $0) }
    }

    private func find(_ literal: String, from start: Int) -> Int? {
        let pattern = Array(literal.utf8)
        guard start <= text.endIndex - pattern.count else { return nil }
        return (start...(text.endIndex - pattern.count)).first { text[$0...].starts(with: pattern) }
    }
}

extension Array {
    /// The elements two by two; a last one without partner is left out.
    fileprivate func chunkedInPairs() -> [(Element, Element)] {
        stride(from: 0, to: count - 1, by: 2).map { (self[$0], self[$0 + 1]) }
    }
}

/// White space as XML understands it.
func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D }
