internal import Foundation
internal import GRDB

extension CorpusIndex {
    /// The files that are meant, in the order of their paths.
    public func files(_ selection: Selection = Selection()) throws(CorpusIndexError) -> [IndexedFile] {
        try read { database in
            let statement = try database.cachedStatement(
                sql: "SELECT \(IndexedFile.columns.joined(separator: ", ")) FROM file WHERE id = ?")
            return try selection.files(in: database).compactMap { id in
                try Row.fetchOne(statement, arguments: [id]).map(IndexedFile.init)
            }
        }
    }

    /// Writes an index of the files that are meant.
    ///
    /// - Parameters:
    ///   - path: Where it is written; there must be no file yet.
    ///   - relocate: Gives the path that a file has from the folder of the new index.
    public func extract(
        _ selection: Selection, to path: String, relocate: (String) -> String
    ) throws(CorpusIndexError) {
        try CorpusIndex.attempt {
            let ids = try database.read { try selection.files(in: $0) }
            try database.backup(to: DatabaseQueue(path: path))
            let copy = try CorpusIndex.writing(path, mayBeNew: false)
            try copy.database.write { database in
                try database.execute(sql: "CREATE TEMP TABLE kept (id INTEGER PRIMARY KEY)")
                let keep = try database.makeStatement(sql: "INSERT INTO kept VALUES (?)")
                for id in ids { try keep.execute(arguments: [id]) }
                try database.execute(
                    sql: """
                        DELETE FROM file WHERE id NOT IN (SELECT id FROM kept);
                        DELETE FROM likeness WHERE first NOT IN (SELECT path FROM file) OR second NOT IN (SELECT path FROM file)
                        """)
                try CorpusIndex.relocate(relocate, in: database)
                try CorpusIndex.form(in: database)
            }
            try copy.database.vacuum()
        }
    }

    private static func relocate(_ relocate: (String) -> String, in database: Database) throws {
        let paths = try Row.fetchAll(database, sql: "SELECT id, path FROM file")
        // By way of names that no file has, so that none takes that of another.
        try database.execute(sql: "UPDATE file SET path = '/' || id")
        for row in paths {
            let (old, new): (String, String) = (row["path"], relocate(row["path"]))
            try database.execute(sql: "UPDATE file SET path = ? WHERE id = ?", arguments: [new, row["id"] as Int64])
            guard old != new else { continue }
            for column in ["first", "second"] {
                try database.execute(
                    sql: "UPDATE likeness SET \(column) = ? WHERE \(column) = ?", arguments: [new, old])
            }
        }
    }
}
