import Foundation

/// Rows of words in columns: the first to the left, numbers to the right.
struct Table: CustomStringConvertible {
    private var rows: [[String]]

    init(_ head: String...) { rows = [head] }

    /// A table with as many columns as its head has.
    init(head: [String]) { rows = [head] }

    mutating func add(_ row: String...) { rows.append(row) }

    mutating func add(row: [String]) { rows.append(row) }

    var description: String {
        let columns = rows.map(\.count).max() ?? 0
        let widths = (0..<columns).map { column in rows.map { column < $0.count ? $0[column].count : 0 }.max() ?? 0 }
        return rows.map { row in
            zip(row, widths).enumerated().map { column, cell in
                let space = String(repeating: " ", count: cell.1 - cell.0.count)
                return column == 0 ? cell.0 + space : space + cell.0
            }.joined(separator: "  ")
        }.joined(separator: "\n")
    }
}

extension Double {
    /// The number with so many digits behind the point.
    func digits(_ count: Int) -> String { String(format: "%.\(count)f", self) }
}

/// Writes a value as JSON; `-` is standard output.
func write(_ value: some Encodable, json path: String) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let text = try encoder.encode(value) + Data("\n".utf8)
    if path == "-" {
        FileHandle.standardOutput.write(text)
    } else {
        try text.write(to: URL(filePath: path))
    }
}
