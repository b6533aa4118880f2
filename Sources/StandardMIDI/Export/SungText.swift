internal import ScoreModel

/// The words of a part as lyric events of a MIDI file (MMA, RP-017): a syllable an event, a space behind each word, a carriage return at the end
/// of a line, a line feed at the end of a paragraph.
///
/// On the *n*th pass the *n*th verse is sung. Where a measure has no such verse, as in a refrain, its first is sung.
struct SungText {
    /// How many lyrics are looked at, each time that their note is played. More than any piece has; hostile files put a million on one note and
    /// repeat it thousands of times. What is left is not sung.
    private static let mostLyrics = 1_000_000

    private let part: Part
    /// The passages that are sung, each with the indices of its lyrics.
    private var sung: [(passage: Performance.Passage, lyrics: Range<Int>)] = []
    /// The verse of each of the part's lyrics, from 1.
    private let verses: [Int]
    /// The highest of them in each measure that has any.
    private var verseCounts: [Int32: Int] = [:]

    init(_ part: Part, _ passages: [Performance.Passage]) {
        self.part = part
        let names = Dictionary(part.lyrics.enumerated().map { ($1.value.verse, $0) }) { first, _ in first }
        // Numbers come in their order, whatever that of the file; names keep it.
        let sorted = names.sorted { ($0.key.verseNumber, $0.value) < ($1.key.verseNumber, $1.value) }
        let ranks = Dictionary(uniqueKeysWithValues: zip(sorted.lazy.map(\.key), 1...))
        verses = part.lyrics.map { ranks[$0.value.verse] ?? 1 }
        for (lyric, verse) in zip(part.lyrics, verses) {
            verseCounts[part.notes[lyric.note].measure, default: 1].formMaximum(verse)
        }
        guard !part.lyrics.isEmpty else { return }
        var count = 0
        for passage in passages {
            let lyrics = lyrics(in: passage.stretch)
            count += lyrics.count
            guard count <= SungText.mostLyrics else { return }
            sung.append((passage, lyrics))
        }
    }

    /// The syllables that are sung, with their onsets in played time.
    func syllables() -> [(onset: Fraction, text: String)] {
        var syllables: [(onset: Fraction, text: String)] = []
        for (passage, lyrics) in sung {
            var rest = lyrics
            while let first = rest.first {
                let note = part.lyrics[first].note
                let end = rest.first { part.lyrics[$0].note != note } ?? rest.upperBound
                let words = (first..<end).filter { isSung($0, on: passage.stretch.pass) }.map { part.lyrics[$0].value }
                if let text = SungText.text(words) {
                    syllables.append((passage.onset + (part.notes[note].onset - passage.stretch.start), text))
                }
                rest = end..<rest.upperBound
            }
        }
        return syllables
    }

    /// The notes of the lyrics that are sung on no pass.
    func unsung() -> [Int] {
        var isLost = [Bool](repeating: true, count: part.lyrics.count)
        for (passage, lyrics) in sung {
            for index in lyrics where isSung(index, on: passage.stretch.pass) { isLost[index] = false }
        }
        return zip(part.lyrics, isLost).compactMap { lyric, isLost in isLost ? lyric.note : nil }
    }

    /// The lyrics whose notes begin in a stretch of the score.
    private func lyrics(in stretch: PlayOrder.Stretch) -> Range<Int> {
        let start = part.lyrics.partitioningIndex { part.notes[$0.note].onset >= stretch.start }
        return start..<max(start, part.lyrics.partitioningIndex { part.notes[$0.note].onset >= stretch.end })
    }

    private func isSung(_ index: Int, on pass: Int) -> Bool {
        if let passes = part.lyrics[index].value.timeOnly { return Passes(passes).contains(pass) }
        let count = verseCounts[part.notes[part.lyrics[index].note].measure] ?? 1
        return verses[index] == (pass <= count ? pass : 1)
    }

    /// One event for the syllables that are sung on one note.
    private static func text(_ syllables: [Lyric]) -> String? {
        var text = ""
        for syllable in syllables where !syllable.text.isEmpty {
            text += (text.isEmpty ? "" : syllable.elision ?? " ") + syllable.text
        }
        guard let last = syllables.last, !text.isEmpty else { return nil }
        if last.syllabic != .begin, last.syllabic != .middle { text += " " }
        return text + (last.endsParagraph ? "\n" : last.endsLine ? "\r" : "")
    }
}

extension String {
    /// The number that a verse has for a name; names that are none come behind all numbers.
    fileprivate var verseNumber: Int { Int(self) ?? .max }
}

extension Int {
    fileprivate mutating func formMaximum(_ other: Int) { self = Swift.max(self, other) }
}
