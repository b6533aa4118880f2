/// A simple type of the schema: what may stand in an attribute, or in an element that holds text only.
struct ValueType: Sendable {
    /// The types that everything comes from.
    enum Primitive: Sendable, Equatable {
        case string, token, nameToken, name, id, reference, decimal, integer, date, address, language
        /// Any of other types, by their indices in the model.
        case union([Int])
    }

    /// A name for messages and tests; those of XML Schema begin with `xs:`.
    var name: String
    var primitive: Primitive
    /// The type that it narrows.
    var base: String?
    /// The words that it is limited to; they stand in ``WordTable`` too.
    var words: [String] = []
    /// Bounds of a number.
    var least: Int?
    var most: Int?
    /// What a number has to exceed.
    var above: Int?
    /// How many characters there must be.
    var length = 0
    var patterns: [Pattern] = []

    init(name: String, primitive: Primitive, base: String? = nil) {
        (self.name, self.primitive, self.base) = (name, primitive, base)
    }

    /// True where white space counts; it is collapsed before everything else is judged in all other types.
    var keepsSpace: Bool { primitive == .string }
}

extension ValueType {
    /// The types that MusicXML uses as XML Schema has them.
    static let builtIn: [ValueType] = {
        var positive = ValueType(name: "xs:positiveInteger", primitive: .integer, base: "xs:nonNegativeInteger")
        positive.least = 1
        var nonNegative = ValueType(name: "xs:nonNegativeInteger", primitive: .integer, base: "xs:integer")
        nonNegative.least = 0
        return [
            ValueType(name: "xs:string", primitive: .string),
            ValueType(name: "xs:token", primitive: .token, base: "xs:string"),
            ValueType(name: "xs:NMTOKEN", primitive: .nameToken, base: "xs:token"),
            ValueType(name: "xs:NCName", primitive: .name, base: "xs:token"),
            ValueType(name: "xs:ID", primitive: .id, base: "xs:NCName"),
            ValueType(name: "xs:IDREF", primitive: .reference, base: "xs:NCName"),
            ValueType(name: "xs:decimal", primitive: .decimal),
            ValueType(name: "xs:integer", primitive: .integer, base: "xs:decimal"),
            nonNegative, positive,
            ValueType(name: "xs:date", primitive: .date),
            ValueType(name: "xs:anyURI", primitive: .address),
            ValueType(name: "xs:language", primitive: .language, base: "xs:token"),
        ]
    }()
}

extension ContentModel {
    /// True when the text is a value of the type with the given index.
    func accepts(_ text: Span<UInt8>, as value: Int) -> Bool {
        let type = values[value]
        if case .union(let members) = type.primitive {
            for member in members where accepts(text, as: member) { return true }
            return false
        }
        if type.keepsSpace { return admits(text, as: value) }
        var (start, end, isCollapsed) = (0, text.count, true)
        while start < end, isSpace(text[start]) { start += 1 }
        while start < end, isSpace(text[end - 1]) { end -= 1 }
        for index in start..<end where isSpace(text[index]) {
            if text[index] != 0x20 || text[index + 1] == 0x20 { isCollapsed = false }
        }
        if isCollapsed { return admits(text.extracting(start..<end), as: value) }
        var collapsed: [UInt8] = []
        for index in start..<end where !isSpace(text[index]) || !isSpace(text[index - 1]) {
            collapsed.append(isSpace(text[index]) ? 0x20 : text[index])
        }
        return admits(collapsed.span, as: value)
    }

    /// The same for a text whose white space is as the type wants it.
    private func admits(_ text: Span<UInt8>, as value: Int) -> Bool {
        let type = values[value]
        switch type.primitive {
        case .string, .token, .union: break
        case .nameToken: if !LexicalForm.isNameToken(text) { return false }
        case .name, .id, .reference: if !LexicalForm.isName(text) { return false }
        case .date: if !LexicalForm.isDate(text) { return false }
        case .address: if !URIReference.isValid(text) { return false }
        case .language: if !LexicalForm.isLanguage(text) { return false }
        case .decimal, .integer:
            guard let number = DecimalText(text, isInteger: type.primitive == .integer) else { return false }
            if let least = type.least, number.isLess(than: least) { return false }
            if let most = type.most, number.isGreater(than: most) { return false }
            if let above = type.above, !number.isGreater(than: above) { return false }
        }
        if !type.words.isEmpty, !words.contains(text, of: value) { return false }
        // Every character has a byte at least, and only the empty text is ever excluded.
        if text.count < type.length { return false }
        for pattern in type.patterns where !pattern.matches(text) { return false }
        return true
    }
}
