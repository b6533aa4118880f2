extension [(title: String, cells: [String])] {
    /// Titles to the left, numbers to the right, lines ended.
    var aligned: String {
        let title = map(\.title.count).max() ?? 0
        let widths = (0..<(first?.cells.count ?? 0)).map { column in map { $0.cells[column].count }.max() ?? 0 }
        return map { row in
            let cells = zip(row.cells, widths).map { String(repeating: " ", count: $1 - $0.count) + $0 }
            let padded = row.title + String(repeating: " ", count: title - row.title.count)
            return ([padded] + cells).joined(separator: "  ") + "\n"
        }.joined()
    }
}

extension Double {
    /// With so many digits after the point.
    func text(digits: Int) -> String {
        let scale = (0..<digits).reduce(1) { scale, _ in scale * 10 }
        let number = Int((magnitude * Double(scale)).rounded())
        let sign = self < 0 && number > 0 ? "-" : ""
        guard digits > 0 else { return "\(sign)\(number)" }
        return "\(sign)\(number / scale).\("\(number % scale + scale)".dropFirst())"
    }
}
