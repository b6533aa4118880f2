internal import ScoreModel

// What a value has to be, in words.

extension ContentModel {
    /// What to say about a text that is no value of a type.
    func advice(on text: String, for value: Int) -> String {
        let words = self.words(of: value)
        let trimmed = String(decoding: Array(text.utf8)[...].trimmed, as: UTF8.self)
        if trimmed != text, words.contains(trimmed) { return "white space around \(quoted(trimmed)) counts here" }
        if let word = nearest(to: trimmed, among: words) { return "did you mean \(quoted(word))?" }
        return "it must be \(description(of: value))"
    }

    /// The words that a type is limited to, those of the members of a union included.
    private func words(of value: Int) -> [String] {
        guard case .union(let members) = values[value].primitive else { return values[value].words }
        return members.flatMap { words(of: $0) }
    }

    private func description(of value: Int) -> String {
        let type = values[value]
        if !type.words.isEmpty { return alternatives(type.words.map { $0.isEmpty ? "empty" : quoted($0) }) }
        if !type.patterns.isEmpty { return ContentModel.form(of: type) }
        switch type.primitive {
        case .union(let members): return members.map { description(of: $0) }.joined(separator: ", or ")
        case .decimal: return "a number" + bounds(of: type)
        case .integer: return "a whole number" + bounds(of: type)
        case .nameToken: return "a name without spaces"
        case .name, .id, .reference:
            return "a name that begins with a letter or an underscore and has no spaces or colons"
        case .date: return "a date such as \"2026-01-31\""
        case .address: return "an address (URI)"
        case .language: return "a language such as \"en\" or \"de-AT\""
        case .string, .token: return "a text that is not empty"
        }
    }

    private func bounds(of type: ValueType) -> String {
        switch (type.least, type.most, type.above) {
        case (let least?, let most?, _): " from \(least) to \(most)"
        case (let least?, nil, _): ", \(least) or more"
        case (nil, let most?, _): ", \(most) or less"
        case (nil, nil, let above?): " above \(above)"
        case (nil, nil, nil): ""
        }
    }

    /// What the patterns of the schema mean.
    static func form(of type: ValueType) -> String {
        forms[type.name] ?? type.base.flatMap { forms[$0] } ?? "a text of another form"
    }

    static let forms = [
        "color": "a color such as \"#800000\" or, with its opacity first, \"#40800000\", in capital letters",
        "comma-separated-text": "names with a comma between them",
        "smufl-accidental-glyph-name": "the SMuFL name of an accidental, such as \"accidentalSharp\"",
        "smufl-coda-glyph-name": "the SMuFL name of a coda, such as \"codaSquare\"",
        "smufl-lyrics-glyph-name": "the SMuFL name of a lyrics sign, such as \"lyricsElision\"",
        "smufl-pictogram-glyph-name": "the SMuFL name of a pictogram, such as \"pictGlsp\"",
        "smufl-segno-glyph-name": "the SMuFL name of a segno, such as \"segnoSerpent1\"",
        "smufl-wavy-line-glyph-name": "the SMuFL name of a wavy line, such as \"wiggleTrill\"",
        "time-only": "numbers from 1 up with commas between them, such as \"1, 2\"",
        "ending-number": "numbers from 1 up with commas between them, such as \"1, 2\", or empty",
        "yyyy-mm-dd": "a date such as \"2026-01-31\", without time zone",
    ]

    /// The elements that an element may stand in, for a message; empty when they are too many to help.
    func parents(of element: UInt16) -> String {
        let homes = types.indices.filter { symbol(of: element, in: $0) != 0 }
        var names: Set<String> = []
        for member in members where homes.contains(Int(member.type)) { names.insert(elementNames[Int(member.element)]) }
        for (root, type) in roots where homes.contains(Int(type)) { names.insert(elementNames[Int(root)]) }
        return names.isEmpty || names.count > 4 ? "" : alternatives(names.sorted().map { "<\($0)>" })
    }
}
