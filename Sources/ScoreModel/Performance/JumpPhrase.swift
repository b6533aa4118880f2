/// What is printed at a place, if it is the name of a jump or of a place to jump to.
///
/// Words are compared without case, accents, dots and spaces: `D. C.`, `d.c.` and `DC` are one. Every word has to be known, so that
/// a sentence which only mentions a coda is no jump.
struct JumpPhrase {
    let jump: Jump
    /// What is printed.
    let text: String
    /// Whether it is a sign without words.
    let isDrawn: Bool

    static let segno = JumpPhrase(jump: Jump(.segno("")), text: "segno sign", isDrawn: true)
    static let coda = JumpPhrase(jump: Jump(.coda("")), text: "coda sign", isDrawn: true)

    private init(jump: Jump, text: String, isDrawn: Bool) {
        self.jump = jump
        self.text = text
        self.isDrawn = isDrawn
    }

    /// What a direction prints; nil where that is no jump.
    init?(_ direction: Direction) {
        var (words, texts): ([String], [String]) = ([], [])
        var isDrawn = true
        for sign in direction.signs.joined() {
            switch sign {
            case .segno: words.append("segno")
            case .coda: words.append("coda")
            case .symbol(let glyph):
                guard let word = JumpPhrase.glyphs[glyph] else { return nil }
                words.append(word)
            case .words(let text):
                guard text.utf8.count <= 80 else { return nil }
                isDrawn = isDrawn && !text.unicodeScalars.contains { $0.properties.isAlphabetic }
                words += JumpPhrase.words(of: text)
                texts.append(text.split(whereSeparator: \.isWhitespace).joined(separator: " "))
                continue
            default: continue
            }
            texts.append("(\(words.last ?? ""))")
        }
        guard words.count <= 16, let jump = JumpPhrase.jump(words) else { return nil }
        if isDrawn, words == ["segno"] {
            self = .segno
        } else if isDrawn, words == ["coda"] {
            self = .coda
        } else {
            self.init(jump: jump, text: texts.joined(separator: " "), isDrawn: false)
        }
    }

    // MARK: Words

    /// The signs that fonts have for words (SMuFL, "Repeats").
    private static let glyphs = [
        "segno": "segno", "segnoSerpent1": "segno", "segnoSerpent2": "segno", "coda": "coda", "codaSquare": "coda",
        "dalSegno": "ds", "daCapo": "dc",
    ]

    /// The same as characters: of Unicode, of SMuFL, and those that stand in for them.
    private static let characters: [Unicode.Scalar: String] = [
        "\u{1D10B}": "segno", "\u{E047}": "segno", "\u{E04A}": "segno", "\u{E04B}": "segno",
        "\u{1D10C}": "coda", "\u{E048}": "coda", "\u{E049}": "coda", "\u{2295}": "coda",
        "\u{1D109}": "ds", "\u{E045}": "ds", "\u{1D10A}": "dc", "\u{E046}": "dc",
    ]

    private static let plainLetters: [Unicode.Scalar: Character] = [
        "à": "a", "á": "a", "â": "a", "ä": "a", "è": "e", "é": "e", "ê": "e", "ì": "i", "í": "i", "ò": "o", "ó": "o",
        "ù": "u", "ú": "u", "ü": "u", "ç": "c", "ñ": "n",
    ]

    private static func words(of text: String) -> [String] {
        var words: [String] = []
        var word = ""
        for scalar in text.lowercased().unicodeScalars {
            if let letter = plainLetters[scalar] {
                word.append(letter)
            } else if scalar.properties.isAlphabetic || scalar.properties.numericType == .decimal {
                word.unicodeScalars.append(scalar)
            } else if scalar.properties.canonicalCombiningClass == .notReordered {
                if !word.isEmpty { words.append(word) }
                word = ""
                if let sign = characters[scalar] { words.append(sign) }
            }
        }
        if !word.isEmpty { words.append(word) }
        return words
    }

    // MARK: Phrases

    private static let daCapo = phrases(
        "dc, d c, da capo, dacapo, from the beginning, from the top, back to the beginning, von anfang, von vorn, von vorne, du debut"
    )
    private static let dalSegno = phrases(
        "ds, d s, dal segno, dalsegno, del segno, d segno, dal s, al segno, from the sign, from segno, vom zeichen, "
            + "ab zeichen, du signe, au signe")
    private static let toCoda = phrases(
        "to coda, to the coda, go to coda, al coda, alla coda, a la coda, zur coda, zum coda, vers la coda, vers coda")

    /// What may follow the name of a jump.
    private static let followers = Set(
        phrases(
            "al, alla, a, la, the, to, until, bis, zum, zur, jusqu, au, fine, fin, ende, coda, segno, signe, sign, zeichen, "
                + "e, ed, et, y, and, und, poi, then, dann, puis, senza, sin, sans, ohne, without, no, rep, repetizione, "
                + "ripetizione, replica, repeat, repeats, repetition, wiederholung"
        ).joined())

    private static func phrases(_ list: String) -> [[String]] {
        list.split(separator: ", ").map { $0.split(separator: " ").map(String.init) }
    }

    private static func jump(_ words: [String]) -> Jump? {
        switch words {
        case ["fine"], ["fin"]: return Jump(.fine)
        case ["segno"]: return Jump(.segno(""))
        case ["coda"]: return Jump(.coda(""))
        default: break
        }
        if rest(of: words, behind: toCoda)?.allSatisfy({ Int($0) != nil }) ?? false { return Jump(.toCoda("")) }
        if let rest = rest(of: words, behind: daCapo), isKnown(rest) { return jump(.daCapo, rest) }
        if let rest = rest(of: words, behind: dalSegno), isKnown(rest) { return jump(.dalSegno(""), rest) }
        return nil
    }

    private static func rest(of words: [String], behind phrases: [[String]]) -> ArraySlice<String>? {
        phrases.filter { words.starts(with: $0) }.map(\.count).max().map { words.dropFirst($0) }
    }

    private static func isKnown(_ words: ArraySlice<String>) -> Bool {
        words.allSatisfy { followers.contains($0) || Int($0) != nil }
    }

    private static func jump(_ kind: Jump.Kind, _ rest: ArraySlice<String>) -> Jump {
        var jump = Jump(kind)
        switch (rest.contains("coda"), rest.contains { ["fine", "fin", "ende"].contains($0) }) {
        case (true, false): jump.aim = .coda
        case (false, true): jump.aim = .fine
        default: break
        }
        return jump
    }
}
