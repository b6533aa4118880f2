import Foundation
import Harmonizer
import ScoreModel

/// Which piece is learned from, which is stopped by, and which is held back.
enum Split {
    /// As a table says, by the names of files. What it does not name is left out.
    case table([String: Dataset.Part])
    /// Eight of ten are learned from, one each is stopped by and held back, chosen by the names of files alone.
    case byName

    /// Reads a table of comma-separated values: the files stand in its column `file`, and the parts, `train`, `valid` or `test`, in another.
    ///
    /// - Throws: `FileError` that names the line.
    init(table bytes: [UInt8], column: String) throws {
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw FileError(code: "split-invalid", "the table is not UTF-8")
        }
        var rows = Split.rows(text)
        guard !rows.isEmpty else { throw FileError(code: "split-invalid", "the table is empty") }
        let names = rows.removeFirst()
        guard let file = names.firstIndex(of: "file"), let part = names.firstIndex(of: column) else {
            throw FileError(
                code: "split-invalid",
                "the table needs columns \"file\" and \"\(column)\"; it has \(names.joined(separator: ", "))")
        }
        var parts: [String: Dataset.Part] = [:]
        for (index, row) in rows.enumerated() where row.count > max(file, part) && !row[part].isEmpty {
            guard let known = Dataset.Part.allCases.first(where: { "\($0)" == row[part] }) else {
                throw FileError(
                    code: "split-invalid",
                    "line \(index + 2): \"\(row[part])\" is none of train, valid and test")
            }
            parts[row[file]] = known
        }
        self = .table(parts)
    }

    /// The part of a file; nil when it is to be left out.
    func part(of file: InputFile) -> Dataset.Part? {
        switch self {
        case .table(let parts):
            return parts[file.relativePath] ?? parts[(file.relativePath as NSString).lastPathComponent]
        case .byName:
            let sum = file.relativePath.utf8.reduce(UInt64(0xCBF2_9CE4_8422_2325)) {
                ($0 ^ UInt64($1)) &* 0x100_0000_01B3
            }
            return switch sum % 10 {
            case 0: .test
            case 1: .valid
            default: .train
            }
        }
    }

    /// The fields of each line (RFC 4180).
    private static func rows(_ text: String) -> [[String]] {
        var rows: [[String]] = []
        var (row, field): ([String], String) = ([], "")
        var isQuoted = false
        var characters = text.replacing("\r\n", with: "\n")[...]
        while let character = characters.popFirst() {
            switch character {
            case "\"" where isQuoted && characters.first == "\"":
                field.append("\"")
                characters.removeFirst()
            case "\"": isQuoted.toggle()
            case "," where !isQuoted:
                row.append(field)
                field = ""
            case "\n" where !isQuoted:
                rows.append(row + [field])
                (row, field) = ([], "")
            default: field.append(character)
            }
        }
        if !row.isEmpty || !field.isEmpty { rows.append(row + [field]) }
        return rows
    }
}
