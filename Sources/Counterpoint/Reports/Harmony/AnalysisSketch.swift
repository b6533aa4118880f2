internal import ScoreModel

/// The bars of a score drawn with letters and the analysis under them: a line a voice, a column a moment.
///
///     m.       1                │ 2
///     beat     1     2     3    │ 1
///     Soprano  D5    ·     C#5  │ D5
///     Bass     G3    E3p   A3   │ D3
///              4-3
///     D:       IV64        V      I
///                                 PAC
struct AnalysisSketch {
    private let score: AnalyzedScore
    /// The moments that have a column.
    private let columns: [Fraction]
    /// The measure of each column.
    private let bars: [Int]
    /// What belongs to no chord, by the time since when and the voice.
    private let tones: [Fraction: [Int: Ornament]]
    /// The chords that begin at a time.
    private let chords: [Fraction: Int]
    private let cadences: [Int: Cadence]
    private let labels: [String]
    /// How wide the names of the lines are.
    private let margin: Int

    /// Terminals have at least eighty columns and mostly more than a hundred; two are left for the indent.
    static let width = 98
    /// Longer names of voices are cut.
    private static let longestLabel = 16

    init(_ score: AnalyzedScore) {
        self.score = score
        let passage = score.passage
        var times = passage.voices.flatMap { $0.events.map(\.onset) } + score.analysis.chords.map(\.onset)
        var tones: [Fraction: [Int: Ornament]] = [:]
        for ornament in score.analysis.ornaments {
            guard let time = score.time(of: ornament) else { continue }
            times.append(time)
            tones[time, default: [:]][ornament.voice] = ornament
        }
        var last: Fraction?
        columns = times.sorted().filter { time in
            defer { last = time }
            return time != last
        }
        bars = columns.map { passage.clock.bar(at: $0) ?? 0 }
        self.tones = tones
        chords = Dictionary(score.analysis.chords.enumerated().map { ($1.onset, $0) }) { first, _ in first }
        cadences = score.cadences
        labels = passage.labels.map { String($0.prefix(AnalysisSketch.longestLabel)) }
        margin = max(labels.map(\.count).max() ?? 0, "beat".count) + 1
    }

    /// The lines of each system.
    var systems: [[String]] {
        var systems: [[String]] = []
        var start = 0
        while start < columns.count {
            let system = SketchSystem(from: start, in: bars, margin: margin, width: AnalysisSketch.width) {
                cells(at: $0)
            }
            systems.append(system.lines(titles: titles(at: start)))
            start = max(system.end, start + 1)
        }
        return systems
    }

    // MARK: Lines

    /// The names of the lines, in the order of the cells of a column.
    private func titles(at column: Int) -> [String] {
        let key = score.analysis.keys.last { $0.onset <= columns[column] }?.key ?? score.analysis.home.key
        return ["m.", "beat"] + labels + ["", key.symbol + ":", ""]
    }

    /// What stands in a column, from top to bottom: measure, beat, the voices, figures, numeral and cadence.
    private func cells(at column: Int) -> [SketchSystem.Cell] {
        let time = columns[column]
        let place = score.passage.clock.place(of: time)
        let isFirst = column == 0 || bars[column - 1] != bars[column]
        var cells = [
            SketchSystem.Cell(isFirst ? place.measure : "", crossesBars: false),
            SketchSystem.Cell(place.beatText, crossesBars: false),
        ]
        let tones = tones[time] ?? [:]
        for voice in labels.indices { cells.append(note(of: voice, at: time, tones[voice])) }
        let figures = labels.indices.compactMap { tones[$0]?.figure }.joined(separator: " ")
        cells.append(SketchSystem.Cell(figures, crossesBars: true))
        let index = chords[time]
        cells.append(SketchSystem.Cell(index.map(numeral) ?? "", crossesBars: true))
        let cadence = index.flatMap { cadences[$0] }
        let end = cadence?.kind.map { $0.abbreviation + doubt(cadence?.confidence ?? 1) }
        cells.append(SketchSystem.Cell(end ?? "", crossesBars: true))
        return cells
    }

    private func note(of voice: Int, at time: Fraction, _ ornament: Ornament?) -> SketchSystem.Cell {
        guard let event = score.passage.voices[voice].event(at: time) else {
            return SketchSystem.Cell("–", crossesBars: false)
        }
        var text = event.onset == time ? "\(event.pitch)" : "·"
        if let ornament { text += (ornament.kind?.letter ?? Ornament.Kind.otherLetter) + doubt(ornament.confidence) }
        return SketchSystem.Cell(text, crossesBars: false)
    }

    /// A numeral, behind its key where that changes.
    private func numeral(_ index: Int) -> String {
        let spans = score.analysis.chords
        let span = spans[index]
        let isNew = index > 0 && spans[index - 1].key != span.key
        return (isNew ? span.key.symbol + ": " : "") + "\(span.numeral)" + doubt(span.confidence)
    }

    private func doubt(_ confidence: Double) -> String { confidence < AnalyzedScore.leastSure ? "?" : "" }

    /// Items in lines that are not too long.
    static func wrapped(_ items: [String], by separator: String, width: Int = width) -> [String] {
        var lines: [String] = []
        for item in items {
            if let last = lines.last, last.count + separator.count + item.count <= width {
                lines[lines.count - 1] = last + separator + item
            } else {
                lines.append(item)
            }
        }
        return lines
    }
}
