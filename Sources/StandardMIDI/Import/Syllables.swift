internal import ScoreModel

/// The syllables of lyric events (MMA, RP-017): a space ends a word, a carriage return a line, a line feed a paragraph. Programs put these behind
/// their syllable, as the practice has it, or before the next.
struct Syllables {
    private(set) var list: [(tick: Int, lyric: Lyric)] = []

    init(_ texts: [TranscriptionSource.Text]) {
        var endsWord: [Bool] = []
        for text in texts {
            let syllable = text.text.filter { !$0.isWhitespace || $0 == " " }.trimmed
            let (before, after) = (text.text.prefix { $0.isWhitespace }, text.text.suffix(while: \.isWhitespace))
            if !before.isEmpty, !list.isEmpty { end(&endsWord, before) }
            guard !syllable.isEmpty else { continue }
            list.append((text.tick, Lyric(number: "1", text: syllable)))
            endsWord.append(false)
            if !after.isEmpty { end(&endsWord, after) }
        }
        // Where nothing ever ends a word, each is one.
        let isMarked = endsWord.contains(true)
        for index in list.indices {
            let begins = index == 0 || endsWord[index - 1] || !isMarked
            let ends = endsWord[index] || index + 1 == list.count || !isMarked
            list[index].lyric.syllabic =
                switch (begins, ends) {
                case (true, true): .single
                case (true, false): .begin
                case (false, true): .end
                case (false, false): .middle
                }
        }
    }

    private mutating func end(_ endsWord: inout [Bool], _ signs: Substring) {
        endsWord[list.count - 1] = true
        if signs.contains(where: { $0 == "\n" || $0 == "\r\n" }) { list[list.count - 1].lyric.endsParagraph = true }
        if signs.contains("\r") { list[list.count - 1].lyric.endsLine = true }
    }
}

extension String {
    fileprivate var trimmed: String { String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()) }

    fileprivate func suffix(while condition: (Character) -> Bool) -> Substring {
        self[(lastIndex { !condition($0) }.map { index(after: $0) } ?? startIndex)...]
    }
}
