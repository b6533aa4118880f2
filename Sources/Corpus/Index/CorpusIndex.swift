internal import Foundation
internal import GRDB

/// An index of a corpus: an SQLite file with a row for each file of some folders.
///
/// `Docs/Corpora.md` lists its tables and columns. Everything in it follows from the files; only the split is a choice of its user.
public final class CorpusIndex: Sendable {
    let database: DatabaseQueue

    /// What tells an index from other SQLite files: "QrtC".
    private static let applicationID: Int32 = 0x5172_7443
    /// The number of the tables' form. Indices of another form are not read.
    private static let version = 1

    private init(_ database: DatabaseQueue) { self.database = database }

    /// Whether a file with these bytes at its beginning is an index. A hundred bytes are enough.
    public static func isIndex(_ head: [UInt8]) -> Bool {
        // The application ID stands at byte 68 of an SQLite file (sqlite.org/fileformat2.html, 1.3).
        head.count >= 72 && head.starts(with: "SQLite format 3\0".utf8)
            && head[68..<72].reduce(0, { $0 << 8 | UInt32($1) }) == UInt32(bitPattern: applicationID)
    }

    /// Opens an index to look into. Nothing can be changed through it.
    public static func reading(_ path: String) throws(CorpusIndexError) -> CorpusIndex {
        var configuration = Configuration()
        configuration.readonly = true
        configuration.prepareDatabase { database in
            try database.execute(sql: "PRAGMA query_only = 1; PRAGMA trusted_schema = 0")
            database.add(function: .folded)
        }
        return try attempt {
            let index = CorpusIndex(try DatabaseQueue(path: path, configuration: configuration))
            try index.database.read(check)
            return index
        }
    }

    /// Opens an index to be changed.
    ///
    /// - Parameter mayBeNew: Whether it is made when there is no such file.
    public static func writing(_ path: String, mayBeNew: Bool) throws(CorpusIndexError) -> CorpusIndex {
        guard mayBeNew || FileManager.default.fileExists(atPath: path) else {
            throw CorpusIndexError("there is no such file")
        }
        var configuration = Configuration()
        configuration.prepareDatabase { $0.add(function: .folded) }
        return try attempt {
            let index = CorpusIndex(try DatabaseQueue(path: path, configuration: configuration))
            try index.database.write { database in
                // A run that was killed before its first row leaves a file without anything.
                if try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_master") == 0, mayBeNew {
                    try database.execute(
                        sql: "PRAGMA application_id = \(applicationID); PRAGMA user_version = \(version)")
                    try database.execute(sql: schema)
                } else {
                    try check(database)
                }
            }
            return index
        }
    }

    private static func check(_ database: Database) throws {
        guard try Int32.fetchOne(database, sql: "PRAGMA application_id") == applicationID else {
            throw CorpusIndexError("this is no corpus index")
        }
        let found = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
        guard found == version else {
            throw CorpusIndexError(
                "this index has form \(found), and only form \(version) is read: delete it and make it anew")
        }
    }

    /// Does something and puts its error into words.
    static func attempt<Value>(_ body: () throws -> Value) throws(CorpusIndexError) -> Value {
        do { return try body() } catch { throw CorpusIndexError(error) }
    }

    func read<Value>(_ body: (Database) throws -> Value) throws(CorpusIndexError) -> Value {
        try CorpusIndex.attempt { try database.read(body) }
    }

    func write<Value>(_ body: (Database) throws -> Value) throws(CorpusIndexError) -> Value {
        try CorpusIndex.attempt { try database.write(body) }
    }
}

extension DatabaseFunction {
    /// A text without capital letters and accents, so that "dvorak" finds "Dvořák".
    static let folded = DatabaseFunction("folded", argumentCount: 1, pure: true) { values in
        String.fromDatabaseValue(values[0])?.folded
    }
}

extension String {
    /// Without capital letters and accents.
    var folded: String {
        folding(
            options: [.caseInsensitive, .diacriticInsensitive, .widthInsensitive], locale: Locale(identifier: "en_US"))
    }
}
