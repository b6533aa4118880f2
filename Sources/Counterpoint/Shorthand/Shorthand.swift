public import ScoreModel

/// A few bars of music as text, one line a voice, for examples that one can read.
///
///     S C5 ↓D5 | E5*2^
///     B F3 ↓G3 | C3*2
///
/// A line begins with the name of its voice: `S`, `A`, `T`, `B`, `Vl1`, `Vl2`, `Va`, `Vc`, or anything else. A note is a pitch, `~` when it is tied to
/// the next, `*2` or `/2` or both for its length in quarter notes, `^` for a fermata; `r` is a rest. `|` is a bar line, `||` a double one; text
/// without bar lines is one bar. `↓` marks a note.
public struct Shorthand: Sendable {
    /// The music.
    public let score: Score
    /// The marked notes, by their parts and their indices in ``Part/notes``.
    public let marks: Set<Mark>

    /// A marked note.
    public struct Mark: Hashable, Sendable {
        /// The index of the part.
        public let part: Int
        /// The index of the note.
        public let note: Int

        /// A mark.
        public init(part: Int, note: Int) {
            self.part = part
            self.note = note
        }
    }

    private static let names = [
        "S": "Soprano", "A": "Alto", "T": "Tenor", "B": "Bass", "Vl1": "Violin I", "Vl2": "Violin II",
        "Va": "Viola", "Vc": "Violoncello",
    ]
    private static let clefs: [String: Clef] = [
        "S": Clef(.g, line: 2), "A": Clef(.g, line: 2), "T": Clef(.g, line: 2, octaveChange: -1),
        "B": Clef(.f, line: 4),
        "Vl1": Clef(.g, line: 2), "Vl2": Clef(.g, line: 2), "Va": Clef(.c, line: 3), "Vc": Clef(.f, line: 4),
    ]

    /// Reads a text.
    public init(_ text: String) throws(ShorthandError) {
        var score = Score()
        var marks: Set<Mark> = []
        var bars: [Fraction] = []
        for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let words = line.split(whereSeparator: \.isWhitespace).map(String.init)
            guard let name = words.first else { continue }
            var reader = ShorthandLine(name: Shorthand.names[name] ?? name, line: number + 1)
            for (index, word) in words.dropFirst().enumerated() { try reader.read(word, at: index + 2) }
            let index = score.parts.count
            var part = reader.part
            part.id = "P\(index + 1)"
            if let clef = Shorthand.clefs[name] { part.clefs = [Timed(onset: .zero, measure: 0, value: clef)] }
            part.keys = [Timed(onset: .zero, measure: 0, value: .traditional(fifths: 0))]
            for note in reader.marked { marks.insert(Mark(part: index, note: note)) }
            score.parts.append(part)
            let own = reader.bars
            if bars.isEmpty { bars = own }
            guard own == bars else {
                throw ShorthandError(line: number + 1, word: 1, message: "the bars of '\(name)' are not those above")
            }
        }
        for (index, bar) in bars.enumerated() {
            score.measures.append(
                Measure(
                    number: "\(index + 1)", onset: bar, length: (index + 1 < bars.count ? bars[index + 1] : bar) - bar))
        }
        // The last of the bars is where the music ends.
        if score.measures.count > 1 || score.measures.first?.length == .zero { score.measures.removeLast() }
        self.score = score
        self.marks = marks
    }
}
