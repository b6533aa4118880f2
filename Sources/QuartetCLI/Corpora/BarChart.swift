import Counterpoint

/// Bars that lie beside their names, as SVG whose colours come from the page around it.
struct BarChart {
    private let bars: [(name: String, count: Int, isOthers: Bool)]
    private let title: String

    /// - Parameter others: What is of sorts that are not listed.
    init(_ entries: [(name: String, count: Int)], others: Int, title: String) {
        bars = entries.map { ($0.name, $0.count, false) } + (others > 0 ? [("others", others, true)] : [])
        self.title = title
    }

    private static let (width, nameWidth, countWidth, rowHeight) = (420, 180, 60, 22)
    /// The letters of a name that have room beside its bar.
    private static let mostLetters = 22

    var svg: String {
        let most = max(bars.map(\.count).max() ?? 1, 1)
        let room = BarChart.width - BarChart.nameWidth - BarChart.countWidth
        let rows = bars.enumerated().map { index, bar in
            let (y, length) = (index * BarChart.rowHeight, max(1, room * bar.count / most))
            let name =
                bar.name.count > BarChart.mostLetters ? bar.name.prefix(BarChart.mostLetters - 1) + "…" : bar.name[...]
            return """
                <g><title>\(bar.name.escapedForXML): \(bar.count)</title>\
                <text x="\(BarChart.nameWidth - 8)" y="\(y + 15)" text-anchor="end">\(String(name).escapedForXML)</text>\
                <rect x="\(BarChart.nameWidth)" y="\(y + 3)" width="\(length)" height="\(BarChart.rowHeight - 6)" rx="2"\
                \(bar.isOthers ? " class=\"others\"" : "")/>\
                <text class="count" x="\(BarChart.nameWidth + length + 6)" y="\(y + 15)">\(bar.count)</text></g>
                """
        }
        return """
            <svg class="chart" role="img" aria-label="\(title.escapedForXML)" \
            viewBox="0 0 \(BarChart.width) \(max(bars.count, 1) * BarChart.rowHeight)">
            \(rows.joined(separator: "\n"))
            </svg>

            """
    }
}
