import ArgumentParser
import Foundation
import ScoreModel

/// A row of a table, as CSV and as JSON have it.
protocol TableRow: Encodable {
    /// The names of the fields.
    static var columns: [String] { get }
    /// The fields in the order of ``columns``.
    var fields: [String] { get }
}

/// How a table is printed.
enum TableFormat: String, CaseIterable, ExpressibleByArgument {
    case csv, json
}

extension Console {
    /// Prints rows: as CSV with a line of names, or as a JSON array with an object a line. Rows are made as they are printed, so that a table of
    /// any length takes little memory.
    func write<Row: TableRow>(_ rows: some Sequence<Row>, as format: TableFormat) throws {
        var output: [UInt8] = []
        func append(_ text: String) {
            output += text.utf8
            guard output.count > 1 << 16 else { return }
            write(output)
            output.removeAll(keepingCapacity: true)
        }
        switch format {
        case .csv:
            append(csvLine(Row.columns))
            for row in rows { append(csvLine(row.fields)) }
        case .json:
            let encoder = JSONEncoder.ofReports()
            var joint = "[\n"
            for row in rows {
                append(joint + String(decoding: try encoder.encode(row), as: UTF8.self))
                joint = ",\n"
            }
            append(joint == "[\n" ? "[\n]\n" : "\n]\n")
        }
        write(output)
    }
}
