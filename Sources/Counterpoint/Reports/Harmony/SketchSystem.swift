/// As many columns of a sketch as one line holds, bars as whole as they can be, and where each stands.
struct SketchSystem {
    /// What stands in a column of a line.
    struct Cell {
        let text: String
        /// False for a line that bar lines go through.
        let crossesBars: Bool

        init(_ text: String, crossesBars: Bool) {
            self.text = text
            self.crossesBars = crossesBars
        }
    }

    /// The column behind the last one.
    private(set) var end: Int
    /// For each column, where it stands, whether a bar line stands before it, and what is in it.
    private var columns: [(x: Int, opensBar: Bool, cells: [Cell])] = []

    /// Sets columns.
    ///
    /// - Parameters:
    ///   - start: The first column.
    ///   - bars: The measure of each column.
    ///   - margin: Where the first one stands.
    ///   - width: Where the last one has to end.
    init(from start: Int, in bars: [Int], margin: Int, width: Int, cells: (Int) -> [Cell]) {
        var ends: [Int] = []
        var lastBar: Int?
        end = start
        for column in start..<bars.count {
            let own = cells(column)
            if ends.isEmpty { ends = own.map { _ in margin } }
            let opensBar = column > start && bars[column - 1] != bars[column]
            if opensBar { lastBar = column }
            // A line whose last text is shorter than the room up to here does not matter.
            let reached = zip(own, ends).filter { !$0.0.text.isEmpty || opensBar && !$0.0.crossesBars }.map(\.1)
            var x = (reached.max() ?? margin) + 1
            if let last = columns.last { x = max(x, last.x + 2) }
            if opensBar { x += 2 }
            for (line, cell) in own.enumerated() where !cell.text.isEmpty && line < ends.count {
                ends[line] = x + cell.text.count
            }
            if (ends.max() ?? 0) > width, column > start {
                // Better a bar too few than a bar in two.
                end = lastBar ?? column
                columns.removeLast(max(0, columns.count - (end - start)))
                return
            }
            columns.append((x, opensBar, own))
            end = column + 1
        }
    }

    /// The lines with their names; those that are empty are left out.
    func lines(titles: [String]) -> [String] {
        titles.indices.compactMap { line in
            var text = titles[line]
            var isEmpty = true
            for (x, opensBar, cells) in columns where cells.indices.contains(line) {
                let cell = cells[line]
                if opensBar, !cell.crossesBars { text = padded(text, to: x - 2) + "│" }
                guard !cell.text.isEmpty else { continue }
                text = padded(text, to: x) + cell.text
                isEmpty = false
            }
            return isEmpty ? nil : text
        }
    }

    private func padded(_ text: String, to width: Int) -> String {
        text + String(repeating: " ", count: max(width - text.count, 0))
    }
}
