import Corpus
import Foundation
import Harmonizer
import ScoreModel
import SwiftCSV

/// Which piece is learned from, which is stopped by, and which is held back.
enum Split {
    /// As a table says, by the names of files. What it does not name is left out.
    case table([String: Dataset.Part])
    /// As the corpus index has it that they come from; else eight of ten are learned from, one each is stopped by and held back, chosen by the
    /// names of files alone.
    case byName

    /// Reads a table of comma-separated values: the files stand in its column `file`, and the parts, `train`, `valid` or `test`, in another.
    ///
    /// - Throws: `FileError` that names the line.
    init(table bytes: [UInt8], column: String) throws {
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw FileError(code: "split-invalid", "the table is not UTF-8")
        }
        let table: CSV<Enumerated>
        do { table = try CSV<Enumerated>(string: text, delimiter: .comma, loadColumns: false) } catch {
            throw FileError(code: "split-invalid", "the table is no comma-separated values: \(error)")
        }
        guard let file = table.header.firstIndex(of: "file"), let part = table.header.firstIndex(of: column) else {
            throw FileError(
                code: "split-invalid",
                "the table needs columns \"file\" and \"\(column)\"; it has \(table.header.joined(separator: ", "))")
        }
        var parts: [String: Dataset.Part] = [:]
        for (index, row) in table.rows.enumerated() where row.count > max(file, part) && !row[part].isEmpty {
            guard let known = Dataset.Part.allCases.first(where: { "\($0)" == row[part] }) else {
                throw FileError(
                    code: "split-invalid",
                    "line \(index + 2): \"\(row[part])\" is none of train, valid and test")
            }
            // The table of a corpus index may lead out of its folder.
            parts[row[file].hasPrefix("../") ? insidePath(row[file]) : row[file]] = known
        }
        self = .table(parts)
    }

    /// The part of a file; nil when it is to be left out.
    func part(of file: InputFile) -> Dataset.Part? {
        switch self {
        case .table(let parts):
            return parts[file.relativePath] ?? parts[(file.relativePath as NSString).lastPathComponent]
        case .byName:
            if let part = file.part {
                return switch part {
                case .train: .train
                case .valid: .valid
                case .test: .test
                }
            }
            var hash = StableHash()
            hash.add(file.relativePath)
            return switch hash.value % 10 {
            case 0: .test
            case 1: .valid
            default: .train
            }
        }
    }
}
