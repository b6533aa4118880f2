import ScoreModel

/// The measures of a score in the order in which they sound, as rows of text.
struct PlayOrderTable {
    /// A measure, or the part of it that is played in one go.
    struct Row: TableRow {
        let index: Int
        let measure: String
        let measureIndex: Int
        let pass: Int
        /// Played quarter notes before it.
        let start: String
        let seconds: Double
        let cause: String
        /// Where in the measure it begins and ends, in quarter notes.
        let from: String
        let to: String
        /// Whether that is not all of the measure.
        let partial: Bool

        static let columns = [
            "index", "measure", "measure_index", "pass", "start", "seconds", "cause", "from", "to", "partial",
        ]

        var fields: [String] {
            ["\(index)", measure, "\(measureIndex)", "\(pass)", start, "\(seconds)", cause, from, to, "\(partial)"]
        }
    }

    private(set) var rows: [Row] = []

    init(_ score: Score, order: PlayOrder) {
        let tempos = score.tempos
        var (start, seconds) = (Fraction.zero, 0.0)
        for stretch in order.stretches {
            var cause = stretch.cause
            for index in score.measures.indices(from: stretch.start, to: stretch.end) {
                let measure = score.measures[index]
                let (from, to) = (max(measure.onset, stretch.start), min(measure.onset + measure.length, stretch.end))
                let isPartial = to - from < measure.length
                rows.append(
                    Row(
                        index: rows.count, measure: measure.number, measureIndex: index, pass: stretch.pass,
                        start: "\(start)", seconds: (seconds * 1000).rounded() / 1000, cause: cause.rawValue,
                        from: "\(from - measure.onset)", to: "\(to - measure.onset)", partial: isPartial))
                cause = .next
                start = start + (to - from)
                seconds += PlayOrder.seconds(from: from, to: to, tempos: tempos)
            }
        }
    }

    /// The table for people: columns in line, and what is usual left out.
    var text: String {
        let header = ["", "measure", "pass", "start", "seconds", "", ""]
        let lines = rows.map { row in
            [
                "\(row.index + 1)", row.measure, "\(row.pass)", row.start, "\(row.seconds)",
                row.cause == PlayOrder.Cause.next.rawValue ? "" : row.cause,
                row.partial ? "from \(row.from) to \(row.to)" : "",
            ]
        }
        let widths = header.indices.map { column in
            max(header[column].count, lines.map { $0[column].count }.max() ?? 0)
        }
        return ([header] + lines).map { line in
            let fields = zip(line, widths).enumerated().map { column, field in
                let space = String(repeating: " ", count: field.1 - field.0.count)
                return column < 5 ? space + field.0 : field.0 + space
            }
            let text = fields.joined(separator: "  ")
            return text.replacing(/\ +$/, with: "") + "\n"
        }.joined()
    }
}

extension [Measure] {
    /// The indices of the measures that sound between two moments; measures are sorted by onset.
    fileprivate func indices(from start: Fraction, to end: Fraction) -> Range<Int> {
        let first = partition { $0.onset + $0.length > start }
        return first..<Swift.max(first, partition { $0.onset >= end })
    }

    private func partition(_ isBehind: (Measure) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if isBehind(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
