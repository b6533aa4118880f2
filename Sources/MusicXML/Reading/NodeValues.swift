internal import ScoreModel

// What the text of a node says, read from its bytes: no string is made where a number or a token is wanted.

extension MusicXMLDocument {
    /// The name of an element as a tag; nil for names that Quartet does not interpret and for nodes that are not elements.
    func tag(of node: Node) -> Tag? {
        let record = self[node]
        return record.kind == .element ? Tag(rawValue: record.name) : nil
    }

    /// The bytes of the text in an element with the white space around it.
    @inline(__always) func allText(of element: Node) -> ArraySlice<UInt8> {
        if let range = records.onlyText(of: element.index) { return buffer[range] }
        return self[element].firstChild == Record.none ? [] : joinedText(of: element)
    }

    /// Comments, entities and edits can leave text in pieces.
    private func joinedText(of element: Node) -> ArraySlice<UInt8> {
        var joined: [UInt8] = []
        for child in children(of: element) where kind(of: child) == .text { joined += bytes(of: child) }
        return joined[...]
    }

    /// The bytes of the text in an element, without the white space around them.
    @inline(__always) func content(of element: Node) -> ArraySlice<UInt8> {
        allText(of: element).trimmed
    }

    /// The text in an element, without the white space around it.
    func string(of element: Node) -> String { String(decoding: content(of: element), as: UTF8.self) }

    /// The text in the first child with the given tag.
    func string(_ tag: Tag, in element: Node) -> String? { child(tag, of: element).map { string(of: $0) } }

    func child(_ tag: Tag, of element: Node) -> Node? {
        var next = first(in: element)
        while let child = next, self.tag(of: child) != tag { next = self.next(after: child) }
        return next
    }

    func value(_ tag: Tag, of element: Node) -> ArraySlice<UInt8>? {
        attributeBytes(tag.rawValue, of: element)?.trimmed
    }

    func string(_ tag: Tag, of element: Node) -> String? {
        value(tag, of: element).map { String(decoding: $0, as: UTF8.self) }
    }
}

extension ArraySlice<UInt8> {
    /// Without the white space at both ends.
    @inline(__always) var trimmed: ArraySlice<UInt8> {
        var (start, end) = (startIndex, endIndex)
        while start < end, isSpace(self[start]) { start += 1 }
        while start < end, isSpace(self[end - 1]) { end -= 1 }
        return start == startIndex && end == endIndex ? self : self[start..<end]
    }

    /// True when the bytes are those of the text.
    func reads(_ text: StaticString) -> Bool {
        count == text.utf8CodeUnitCount && text.withUTF8Buffer { unsafe elementsEqual($0) }
    }

    /// A whole number with an optional sign.
    var integer: Int? {
        guard let number = decimal, number.isWhole else { return nil }
        return number.numerator
    }

    /// A decimal number such as `-0.5`, exactly; nil for anything else, and for more digits than fit.
    var decimal: Fraction? { Fraction(decimal: self) }

    /// A decimal number of semitones.
    var semitones: Semitones? {
        guard let number = decimal, abs(number.numerator / number.denominator) < 1_000_000 else { return nil }
        return Semitones(thousandths: Int32((number * 1000).rounded))
    }
}
