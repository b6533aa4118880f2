import ScoreModel

/// Reads the line of a text in shorthand that says what its harmony is.
struct ShorthandHarmony {
    private(set) var harmonies: [Timed<Harmony>] = []
    private let line: Int
    private var time = Fraction.zero
    private var starts: [Fraction] = [.zero]
    /// The key that was said last.
    private var key: Tonality?
    /// Whether the next numeral has to say it.
    private var isKeyNew = false
    private var firstKey: Tonality?

    init(line: Int) { self.line = line }

    /// Where the bars begin, and where the last one ends.
    var bars: [Fraction] { starts.last == time ? starts : starts + [time] }

    /// The signature of the first key, if it is one that is written.
    var signature: Key? {
        firstKey.flatMap { key in
            (-7...7).contains(key.signature)
                ? .traditional(fifths: key.signature, mode: key.mode.rawValue) : nil
        }
    }

    /// Reads a word.
    mutating func read(_ word: String, at place: Int) throws(ShorthandError) {
        if word == "|" || word == "||" {
            starts.append(time)
            return
        }
        if word.last == ":" {
            guard let said = Tonality(word.dropLast()) else { throw error(place, "'\(word)' is no key") }
            if firstKey == nil { firstKey = said }
            isKeyNew = true
            key = said
            return
        }
        let symbol = word.prefix { $0 != "*" }
        var rest = word[symbol.endIndex...]
        let length = try Fraction(shorthand: &rest, in: line, place)
        guard rest.isEmpty else { throw error(place, "'\(rest)' is not understood") }
        switch symbol {
        case ".": break
        case "r": append(Harmony.Chord(base: .function("N.C."), kind: "none"))
        default:
            guard let key else { throw error(place, "'\(word)' needs a key before it, such as 'C:'") }
            guard Numeral(symbol, in: key) != nil else { throw error(place, "'\(word)' is no numeral") }
            let text = isKeyNew ? "\(key.symbol): \(symbol)" : String(symbol)
            append(Harmony.Chord(base: .function(text), kind: "other"))
            isKeyNew = false
        }
        time = time + length
    }

    private mutating func append(_ chord: Harmony.Chord) {
        harmonies.append(Timed(onset: time, measure: starts.count - 1, value: Harmony([chord])))
    }

    private func error(_ word: Int, _ message: String) -> ShorthandError {
        ShorthandError(line: line, word: word, message: message)
    }
}
