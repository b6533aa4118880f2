internal import Files
internal import Foundation
internal import GRDB
internal import ScoreModel

extension CorpusIndex {
    /// The files that it knows, by path.
    public func stamps() throws(CorpusIndexError) -> [String: FileEntry.Stamp] {
        try read { database in
            var stamps: [String: FileEntry.Stamp] = [:]
            let rows = try Row.fetchCursor(database, sql: "SELECT path, bytes, modified FROM file")
            while let row = try rows.next() {
                stamps[row["path"]] = FileEntry.Stamp(bytes: row["bytes"], modified: row["modified"])
            }
            return stamps
        }
    }

    /// Adds files, or replaces what it says of them; all of them or none.
    public func add(_ entries: [FileEntry]) throws(CorpusIndexError) {
        try write { database in
            try CorpusIndex.setComplete(false, in: database)
            for entry in entries { try CorpusIndex.add(entry, to: database) }
        }
    }

    /// Forgets files.
    public func remove(_ paths: [String]) throws(CorpusIndexError) {
        guard !paths.isEmpty else { return }
        try write { database in
            try CorpusIndex.setComplete(false, in: database)
            let statement = try database.cachedStatement(sql: "DELETE FROM file WHERE path = ?")
            for path in paths { try statement.execute(arguments: [path]) }
        }
    }

    private static func add(_ entry: FileEntry, to database: Database) throws {
        var columns: [String: (any DatabaseValueConvertible)?] = [
            "path": entry.path, "kind": entry.kind.rawValue, "bytes": entry.stamp.bytes,
            "modified": entry.stamp.modified, "checksum": entry.checksum,
        ]
        switch entry.outcome {
        case .score(let score, _):
            columns["status"] = "score"
            columns.merge(score.columns) { $1 }
        case .broken(let diagnostic):
            columns["status"] = "broken"
            columns["reason"] = "\(diagnostic)"
            columns["diagnostics"] = 1
            columns["worst"] = diagnostic.severity.rawValue
        case .other(let reason):
            columns["status"] = "other"
            columns["reason"] = reason
        }
        // A file keeps its number and its part of the split when it changes.
        let old = try Row.fetchOne(database, sql: "SELECT id, split FROM file WHERE path = ?", arguments: [entry.path])
        columns["id"] = old?["id"] as Int64?
        columns["split"] = old?["split"] as String?
        let names = columns.keys.sorted()
        let insertion = try database.cachedStatement(
            sql: """
                INSERT OR REPLACE INTO file (\(names.joined(separator: ", "))) \
                VALUES (\(names.map { _ in "?" }.joined(separator: ", ")))
                """)
        let values = names.map { name -> (any DatabaseValueConvertible)? in columns[name] ?? nil }
        try insertion.execute(arguments: StatementArguments(values))
        guard case .score(let score, let outline) = entry.outcome else { return }
        let id = database.lastInsertedRowID
        for (number, part) in score.parts.enumerated() { try add(part, number: number, of: id, to: database) }
        try database.cachedStatement(sql: "INSERT INTO outline (file, notes) VALUES (?, ?)")
            .execute(arguments: [id, Data(outline.bytes)])
    }

    private static func add(_ part: PartDescription, number: Int, of file: Int64, to database: Database) throws {
        let statement = try database.cachedStatement(
            sql: "INSERT INTO part VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        try statement.execute(
            arguments: [
                file, number + 1, part.name, part.instrument, part.program, part.staves, part.voices, part.notes,
                part.unpitched, part.lowest, part.highest, part.polyphony, part.transposition, part.lyrics,
                part.fermatas,
            ])
    }

    /// Notes whether groups have been formed of the files that it has now.
    static func setComplete(_ isComplete: Bool, in database: Database) throws {
        try database.execute(
            sql: isComplete
                ? "INSERT OR REPLACE INTO state VALUES ('groups', 'formed')" : "DELETE FROM state WHERE name = 'groups'"
        )
    }

    /// Whether everything has been done: false after a run that was broken off.
    public func isComplete() throws(CorpusIndexError) -> Bool {
        try read { try Bool.fetchOne($0, sql: "SELECT EXISTS (SELECT 1 FROM state WHERE name = 'groups')") ?? false }
    }
}

extension ScoreDescription {
    /// What stands in the row of its file.
    fileprivate var columns: [String: (any DatabaseValueConvertible)?] {
        func text(_ text: String) -> String? { text.isEmpty ? nil : text }
        return [
            "title": text(title), "work": text(work), "composer": text(composer), "rights": text(rights),
            "software": text(software), "parts": parts.count,
            "instruments": text(parts.map { $0.instrument.isEmpty ? $0.name : $0.instrument }.joined(separator: ", ")),
            "fifths": key?.fifths, "mode": key?.mode, "key": key?.name, "key_source": key?.source.rawValue,
            "key_confidence": key?.confidence.map { ($0 * 1000).rounded() / 1000 }, "keys": keys,
            "meter": meter, "meters": meters, "pickup": pickup.doubleValue, "measures": measures,
            "odd_measures": oddMeasures, "quarters": quarters.doubleValue,
            "played_quarters": playedQuarters.doubleValue, "seconds": seconds, "tempo": tempo,
            "notes": notes, "unpitched": parts.reduce(0) { $0 + $1.unpitched },
            "lowest": parts.compactMap(\.lowest).min(), "highest": parts.compactMap(\.highest).max(),
            "polyphony": polyphony, "part_polyphony": parts.map(\.polyphony).max(),
            "lyrics": parts.reduce(0) { $0 + $1.lyrics }, "fermatas": parts.reduce(0) { $0 + $1.fermatas },
            "quality": qualities.map(\.rawValue).sorted().joined(separator: " "),
            "diagnostics": diagnostics, "worst": worst?.rawValue,
        ]
    }
}
