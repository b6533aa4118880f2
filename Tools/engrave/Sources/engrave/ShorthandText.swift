/// A word of a shorthand file: characters without white space between them, and where the first one stands.
struct ShorthandWord {
    var text: Substring
    var place: ShorthandError.Place

    /// An error about this word.
    func error(_ message: String) -> ShorthandError { ShorthandError(place: place, message: message) }
}

/// A line of a shorthand file that is not blank.
struct ShorthandLine {
    var text: Substring
    /// Counted from 1.
    var number: Int

    /// The place after its last character.
    var end: ShorthandError.Place { ShorthandError.Place(line: number, column: text.count + 1) }

    /// The words on it.
    var words: [ShorthandWord] {
        var words: [ShorthandWord] = []
        var rest = text
        var column = 1
        while let first = rest.firstIndex(where: { !$0.isWhitespace }) {
            column += rest.distance(from: rest.startIndex, to: first)
            let word = rest[first...].prefix { !$0.isWhitespace }
            words.append(ShorthandWord(text: word, place: ShorthandError.Place(line: number, column: column)))
            column += word.count
            rest = rest[word.endIndex...]
        }
        return words
    }

    /// The blocks of lines between blank ones.
    static func blocks(of text: String) -> [[ShorthandLine]] {
        var blocks: [[ShorthandLine]] = [[]]
        for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
            if line.allSatisfy(\.isWhitespace) {
                blocks.append([])
            } else {
                blocks[blocks.count - 1].append(ShorthandLine(text: line, number: index + 1))
            }
        }
        return blocks.filter { !$0.isEmpty }
    }
}
