internal import GRDB

/// A row of an index: a file with all that is said of it.
public struct IndexedFile: Sendable, Encodable {
    /// What stands in a column.
    public enum Value: Hashable, Sendable, Encodable {
        case null
        case integer(Int64)
        case real(Double)
        case text(String)

        /// As programs take it.
        public func encode(to encoder: any Encoder) throws {
            var container = encoder.singleValueContainer()
            switch self {
            case .null: try container.encodeNil()
            case .integer(let number): try container.encode(number)
            case .real(let number): try container.encode(number)
            case .text(let text): try container.encode(text)
            }
        }

        /// As a table has it; empty for null.
        public var text: String {
            switch self {
            case .null: ""
            case .integer(let number): "\(number)"
            case .real(let number): number == number.rounded() && abs(number) < 1e15 ? "\(Int64(number))" : "\(number)"
            case .text(let text): text
            }
        }
    }

    /// The columns, in the order of the table.
    public static let columns = [
        "path", "kind", "status", "reason", "bytes", "modified", "checksum", "title", "work", "composer", "rights",
        "software", "parts", "instruments", "fifths", "mode", "key", "key_source", "key_confidence", "keys", "meter",
        "meters", "pickup", "measures", "odd_measures", "quarters", "played_quarters", "seconds", "tempo", "notes",
        "unpitched", "lowest", "highest", "polyphony", "part_polyphony", "lyrics", "fermatas", "quality", "diagnostics",
        "worst", "duplicate_group", "similarity", "copy_of", "tune_group", "split",
    ]

    /// What stands in the columns.
    public let values: [Value]

    init(_ row: Row) {
        values = row.databaseValues.map { value in
            switch value.storage {
            case .int64(let number): .integer(number)
            case .double(let number): .real(number)
            case .string(let text): .text(text)
            case .null, .blob: .null
            }
        }
    }

    /// What stands in a column.
    public subscript(column: String) -> Value {
        IndexedFile.columns.firstIndex(of: column).map { values[$0] } ?? .null
    }

    /// The way to the file from the folder of the index.
    public var path: String { self["path"].text }

    /// The columns by name.
    public func encode(to encoder: any Encoder) throws {
        try Dictionary(uniqueKeysWithValues: zip(IndexedFile.columns, values)).encode(to: encoder)
    }
}
