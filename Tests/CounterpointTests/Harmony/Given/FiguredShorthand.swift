import Counterpoint
import ScoreModel

extension Score {
    /// A score in shorthand with figures under the notes of its last part.
    ///
    /// A word stands under each note: figures with `.` between them from top to bottom, `,` where the next ones share the note, `-` for
    /// nothing, `_` for a line that goes on and `=` for an element without figures.
    init(_ text: String, figures: String, fifths: Int = 0) throws {
        self = try Shorthand(text).score
        for index in parts.indices {
            parts[index].keys = [Timed(onset: .zero, measure: 0, value: .traditional(fifths: fifths))]
        }
        guard let last = parts.indices.last else { return }
        for (note, word) in zip(parts[last].notes, figures.split(separator: " ")) where word != "-" {
            let stacks = word.split(separator: ",")
            let length = note.duration * (Fraction(1, over: stacks.count) ?? 1)
            for (index, stack) in stacks.enumerated() {
                var bass = FiguredBass()
                bass.figures = stack == "=" ? [] : stack.split(separator: ".").map(FiguredBass.Figure.init)
                bass.duration = length
                parts[last].figuredBasses.append(
                    Timed(
                        onset: note.onset + length * Fraction(index), measure: Int(note.measure), value: bass,
                        origin: Origin(rawValue: UInt32(parts[last].figuredBasses.count))))
            }
        }
    }
}

extension FiguredBass.Figure {
    fileprivate init(_ text: Substring) {
        self.init()
        let signs: [Character: String] = [
            "#": "sharp", "b": "flat", "n": "natural", "+": "plus", "\\": "back-slash", "/": "slash",
        ]
        if text == "_" { self.extension = Lyric.Extension() }
        prefix = text.first.flatMap { signs[$0] }
        let digits = text.filter(\.isNumber)
        number = digits.isEmpty ? nil : String(digits)
        if prefix == nil { suffix = text.last.flatMap { signs[$0] } }
    }
}

extension GivenHarmony {
    /// `1-2 C major`, `0-4 e V7`.
    var summary: String {
        let said =
            switch content {
            case .chord(let root, let quality): "\(root) \(quality.rawValue)"
            case .numeral(let numeral): "\(numeral)"
            case .key: "key"
            }
        return "\(onset)-\(end.map { "\($0)" } ?? "") " + (key.map { "\($0.symbol): " } ?? "") + said
    }
}
