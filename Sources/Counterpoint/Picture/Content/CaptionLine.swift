internal import ScoreModel

/// A line of short texts under the staves, each in the column of its time.
struct CaptionLine {
    let row: ScorePicture.Caption.Row
    let texts: [Moment: String]

    /// More letters than this are no caption.
    private static let mostLetters = 40
    /// More captions than this no picture has room for.
    static let mostTexts = 600

    /// The lines that have a text, from top to bottom.
    static func lines(
        _ captions: [ScorePicture.Caption], of score: Score, in measures: Range<Int>
    ) -> [CaptionLine] {
        ScorePicture.Caption.Row.allCases.compactMap { row in
            var texts: [Moment: String] = [:]
            for caption in captions where caption.row == row && !caption.text.isEmpty && texts.count < mostTexts {
                guard let measure = measures.last(where: { score.measures[$0].onset <= caption.time }),
                    caption.time < score.measures[measure].onset + score.measures[measure].length
                else { continue }
                let moment = Moment(measure: measure, onset: caption.time)
                let text = [texts[moment], caption.text].compactMap { $0 }.joined(separator: " ")
                texts[moment] = String(text.prefix(mostLetters))
            }
            return texts.isEmpty ? nil : CaptionLine(row: row, texts: texts)
        }
    }

    /// The height of its letters.
    private var size: Double {
        switch row {
        case .tones: 12
        case .chords: 16
        case .phrases: 12
        }
    }

    private var style: String {
        switch row {
        case .tones: " font-style=\"italic\""
        case .chords: ""
        case .phrases: " font-family=\"sans-serif\""
        }
    }

    /// How far each text reaches to the right of its column.
    var reaches: [Moment: Double] { texts.mapValues { Canvas.width(of: $0, size: size) } }

    /// Writes its texts.
    ///
    /// - Parameter top: What is free from here on; the bottom of the line afterwards.
    func draw(on canvas: inout Canvas, spacing: Spacing, below top: inout Double) {
        let base = top + size
        for (moment, text) in texts.sorted(by: { $0.key < $1.key }) {
            guard let x = spacing.columns[moment] else { continue }
            canvas.write(text, x: x, y: base, size: size, style: style + " class=\"\(row.rawValue)\"")
        }
        top = base + size * 0.35
    }
}
