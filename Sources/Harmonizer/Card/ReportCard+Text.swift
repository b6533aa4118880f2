internal import Counterpoint

extension ReportCard {
    /// The card for a terminal: a screen of text, 80 columns wide as long as names are short.
    public var text: String {
        let parts = [header, comparison, candidates, footer]
        return parts.map { lines in lines.map { $0 + "\n" }.joined() }.joined(separator: "\n")
    }

    /// More rows than these are no screen any more.
    private static let (mostRules, mostCandidates) = (8, 5)

    private var header: [String] {
        let (first, rest) = (verdict[0], verdict.dropFirst())
        return ["\(file): \(first)"] + rest.flatMap { $0.wrapped }
    }

    private var comparison: [String] {
        var rows: [(title: String, cells: [String])] = [("", ["here", ensemble.composers, "from", "to", ""])]
        let found = foundRules
        if !found.isEmpty { rows.append(("Found, per 100 chords", [])) }
        for (card, row) in found.prefix(Self.mostRules) {
            let cells = [row.perHundredChords.text(digits: 1)] + Self.cells(row.usual, digits: 1)
            rows.append(("  \(card.id): \(row.times)", cells + [row.isUnusual ? "more" : ""]))
        }
        if found.count > Self.mostRules { rows.append(("  and of \(found.count - Self.mostRules) more rules", [])) }
        rows.append(("Style", []))
        for (rate, row) in style(where: { _ in true }) {
            let cells = [row.here.text(digits: rate.digits)] + Self.cells(row.usual, digits: rate.digits)
            rows.append(("  \(rate.title)", cells + [row.comparison]))
        }
        return Self.lines(rows)
    }

    private static func cells(_ norm: Norm?, digits: Int) -> [String] {
        norm.map { [$0.mean, $0.low, $0.high].map { $0.text(digits: digits) } } ?? ["–", "–", "–"]
    }

    private var candidates: [String] {
        let columns = ["errors", "warnings", "info", "faults", "nats a tick", "copied", "repairs"]
        var rows: [(title: String, cells: [String])] = [("Candidate", columns)]
        let shown = others.prefix(Self.mostCandidates - 1)
        for row in [chosen] + shown {
            let copied = [row.copied.byTicks?.ticks.count, row.copied.byAttacks?.attacks].map { "\($0 ?? 0)" }
            let title = "\(row.number)" + (row == chosen ? ", this one" : row.isCopy ? ", a copy" : "")
            rows.append(
                (
                    "  " + title,
                    ["\(row.found.errors)", "\(row.found.warnings)", "\(row.found.infos)"] + [
                        row.faultCost.text(digits: 1), row.likelihoodPerTick.text(digits: 2),
                        copied.joined(separator: "/"), "\(row.repairs)",
                    ]
                ))
        }
        var lines = Self.lines(rows)
        let more = others.count - shown.count
        if more > 0 { lines.append("  and \(more) more, \(others.count(where: \.isCopy)) of all left out as copies") }
        return lines
    }

    private var footer: [String] {
        var lines = request.wrapped
        lines += commission.adaptations.prefix(Self.mostAdaptations).flatMap(\.text.wrapped)
        return lines + "again: \(recipe)".wrapped
    }

    private static let mostAdaptations = 4

    private static func lines(_ rows: [(title: String, cells: [String])]) -> [String] {
        let width = rows.map(\.cells.count).max() ?? 0
        return rows.map { ($0.title, $0.cells + Array(repeating: "", count: width - $0.cells.count)) }.aligned
            .split(separator: "\n").map { line in
                String(line.reversed().drop { $0 == " " }.reversed())
            }
    }
}

extension StyleRow {
    /// `more` or `less` where it is unusual.
    var comparison: String {
        guard isUnusual, let usual else { return "" }
        return here > usual.high ? "more" : "less"
    }
}

extension String {
    /// Its words in lines of a terminal; those after the first are indented.
    fileprivate var wrapped: [String] {
        var lines: [String] = []
        for word in split(separator: " ") {
            if let last = lines.last, last.count + word.count < 80 {
                lines[lines.count - 1] = last + " " + word
            } else {
                lines.append(lines.isEmpty ? String(word) : "  " + word)
            }
        }
        return lines
    }
}
