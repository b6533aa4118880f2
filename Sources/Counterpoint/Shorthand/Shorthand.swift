public import ScoreModel

/// A few bars of music as text, one line a voice, for examples that one can read.
///
///     S C5 ↓D5 | E5*2^
///     B F3 ↓G3 | C3*2
///
/// A line begins with the name of its voice: `S`, `A`, `T`, `B`, `Vl1`, `Vl2`, `Va`, `Vc`, or anything else. A note is a pitch, `~` when it is tied to
/// the next, `*2` or `/2` or both for its length in quarter notes, `^` for a fermata; `r` is a rest. `|` is a bar line, `||` a double one; text
/// without bar lines is one bar. `↓` marks a note.
///
///     H C: I ii65/V | V7*3/2 viio7*1/2
///
/// The line `H` says what the harmony is, as a score does that has numerals under it: `C:` or `e:` is the key from there on, then Roman
/// numerals (``Numeral/init(_:in:)``) with their lengths after `*`; `.` lets the last one go on, at `r` nothing is said. The first key
/// gives all voices their signature. Numerals stand in ``Part/harmonies`` of the last part.
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
        var harmonies: [Timed<Harmony>] = []
        var signature = Key.traditional(fifths: 0)
        for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let words = line.split(whereSeparator: \.isWhitespace).map(String.init)
            guard let name = words.first else { continue }
            let own: [Fraction]
            if name == "H" {
                var reader = ShorthandHarmony(line: number + 1)
                for (index, word) in words.dropFirst().enumerated() { try reader.read(word, at: index + 2) }
                harmonies += reader.harmonies
                signature = reader.signature ?? signature
                own = reader.bars
            } else {
                var reader = ShorthandLine(name: Shorthand.names[name] ?? name, line: number + 1)
                for (index, word) in words.dropFirst().enumerated() { try reader.read(word, at: index + 2) }
                let index = score.parts.count
                var part = reader.part
                part.id = "P\(index + 1)"
                if let clef = Shorthand.clefs[name] { part.clefs = [Timed(onset: .zero, measure: 0, value: clef)] }
                for note in reader.marked { marks.insert(Mark(part: index, note: note)) }
                score.parts.append(part)
                own = reader.bars
            }
            if bars.isEmpty { bars = own }
            guard own == bars else {
                throw ShorthandError(line: number + 1, word: 1, message: "the bars of '\(name)' are not those above")
            }
        }
        for index in score.parts.indices {
            score.parts[index].keys = [Timed(onset: .zero, measure: 0, value: signature)]
        }
        if let last = score.parts.indices.last { score.parts[last].harmonies = harmonies }
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
