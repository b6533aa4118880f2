internal import GRDB

extension CorpusIndex {
    /// Divides the scores and writes into the index which part each is in.
    ///
    /// - Returns: Each score with its part, in the order of paths.
    public func assign(_ split: CorpusSplit) throws(CorpusIndexError) -> [(path: String, part: CorpusSplit.Part)] {
        try write { database in
            let rows = try Row.fetchAll(
                database,
                sql: """
                    SELECT id, path, duplicate_group, tune_group, composer, coalesce(work, title) AS work \
                    FROM file WHERE status = 'score' ORDER BY path
                    """)
            var groups = Groups(rows.count)
            var firsts: [String: Int] = [:]
            func join(_ index: Int, by name: String) {
                if let first = firsts[name] { groups.join(first, index) } else { firsts[name] = index }
            }
            for (index, row) in rows.enumerated() {
                if let number = row["duplicate_group"] as Int? { join(index, by: "duplicates \(number)") }
                if split.bond == .tune, let number = row["tune_group"] as Int? { join(index, by: "tune \(number)") }
                if split.bond == .work, let work = (row["work"] as String?)?.folded {
                    join(index, by: "work \((row["composer"] as String?)?.folded ?? "")\n\(work)")
                }
            }
            // A group is named by its first path.
            let names = rows.indices.map { rows[groups.root($0)]["path"] as String }
            var sizes: [String: Int] = [:]
            for name in names { sizes[name, default: 0] += 1 }
            let parts = split.parts(of: sizes)
            try database.execute(sql: "UPDATE file SET split = NULL")
            let update = try database.makeStatement(sql: "UPDATE file SET split = ? WHERE id = ?")
            let assigned = rows.indices.map { (rows[$0]["path"] as String, parts[names[$0]] ?? .train) }
            for (row, assigned) in zip(rows, assigned) {
                try update.execute(arguments: [assigned.1.rawValue, row["id"] as Int64])
            }
            return assigned
        }
    }
}
