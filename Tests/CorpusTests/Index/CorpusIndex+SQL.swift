import GRDB

@testable import Corpus

extension CorpusIndex {
    /// What a question gives, fields joined by bars.
    func lines(_ sql: String) throws -> [String] {
        try database.read { database in
            try Row.fetchAll(database, sql: sql).map { row in
                row.databaseValues.map { value in
                    switch value.storage {
                    case .null: ""
                    case .int64(let number): "\(number)"
                    case .double(let number): "\(number)"
                    case .string(let text): text
                    case .blob: "blob"
                    }
                }.joined(separator: "|")
            }
        }
    }

    /// Changes something that only a disk would.
    func change(_ sql: String) throws { try database.write { try $0.execute(sql: sql) } }
}
