internal import ScoreModel

/// What a page says in tables of the harmony of a score.
struct AnalysisTables {
    private let score: AnalyzedScore

    init(_ score: AnalyzedScore) { self.score = score }

    /// The local keys.
    var keys: String {
        table(
            "Keys", ["Key", "From", "Sure"],
            score.analysis.keys.map { region in
                ["\(region.key)", place(of: region.onset), sure(region.confidence)]
            })
    }

    /// The cadences with the chords that they are made of.
    var cadences: String {
        let chords = score.analysis.chords
        return table(
            "Cadences", ["Where", "Cadence", "Chords", "Sure"],
            score.analysis.cadences.compactMap { cadence in
                guard let kind = cadence.kind, chords.indices.contains(cadence.chord) else { return nil }
                let last = chords[cadence.chord]
                let before = cadence.chord > 0 ? chords[cadence.chord - 1] : nil
                let names = [before.flatMap { $0.key == last.key ? $0 : nil }, last].compactMap { $0 }.map {
                    "\($0.numeral)"
                }
                return [
                    place(of: last.onset), kind.words, "\(last.key.symbol): \(names.joined(separator: " "))",
                    sure(cadence.confidence),
                ]
            })
    }

    /// The tones that belong to no chord.
    var tones: String {
        let rows = score.analysis.ornaments.compactMap { ornament -> [String]? in
            guard let time = score.time(of: ornament), let event = score.event(of: ornament) else { return nil }
            let words = ornament.kind?.words ?? "foreign to its chord otherwise"
            return [
                place(of: time), score.passage.labels[ornament.voice], "\(event.pitch)",
                words + (ornament.figure.map { " \($0)" } ?? ""), sure(ornament.confidence),
            ]
        }
        guard !rows.isEmpty else { return "" }
        let inner = HTMLTable(words: ["Where", "Voice", "Note", "What it is", "Sure"], rows).html
        return "<details><summary>Tones that belong to no chord (\(rows.count))</summary>\n\(inner)</details>\n"
    }

    /// Where the score says other things than its notes.
    var disagreements: String {
        table(
            "Where the score contradicts its notes", ["Where", "What it says"],
            score.analysis.disagreements.map { [place(of: $0.time), $0.message] })
    }

    /// A confidence that is not broken over two lines.
    private func sure(_ confidence: Double) -> String {
        AnalyzedScore.percent(confidence).replacing(" ", with: "\u{A0}")
    }

    private func place(of time: Fraction) -> String { score.passage.clock.place(of: time).text }

    private func table(_ title: String, _ columns: [String], _ rows: [[String]]) -> String {
        rows.isEmpty ? "" : "<h3>\(title)</h3>\n" + HTMLTable(words: columns, rows).html
    }
}
