internal import GRDB

extension CorpusIndex {
    /// What the corpus is like.
    public func statistics() throws(CorpusIndexError) -> Statistics {
        try read { database in
            let row = try Row.fetchOne(
                database,
                sql: """
                    SELECT count(*) AS files, total(status = 'score') AS scores, total(status = 'broken') AS broken, \
                    total(notes) AS notes, total(seconds) AS seconds, count(copy_of) AS copies, \
                    count(DISTINCT duplicate_group) AS groups FROM file
                    """)
            return Statistics(
                files: row?["files"] ?? 0, scores: row?["scores"] ?? 0, broken: row?["broken"] ?? 0,
                notes: row?["notes"] ?? 0, seconds: row?["seconds"] ?? 0, copies: row?["copies"] ?? 0,
                duplicateGroups: row?["groups"] ?? 0,
                kinds: try CorpusIndex.kinds(in: database),
                distributions: try tables.map { try CorpusIndex.distribution($0, in: database) })
        }
    }

    private static func kinds(in database: Database) throws -> [Statistics.Kind] {
        try Row.fetchAll(
            database,
            sql: """
                SELECT kind, count(*) AS files, total(status = 'broken') AS broken, \
                min(iif(status = 'other', reason, NULL)) AS reason FROM file GROUP BY kind ORDER BY files DESC, kind
                """
        ).map { .init(kind: $0["kind"], files: $0["files"], broken: $0["broken"], reason: $0["reason"]) }
    }

    /// A distribution: what it is called, what names a sort, what it is counted in, and whether sorts have an order of their own.
    private struct Table {
        let title: String
        let name: String
        var source = "file WHERE status = 'score'"
        var order: String?
    }

    /// Sorts beyond so many are counted together.
    private static let mostEntries = 24

    private var tables: [Table] {
        [
            Table(title: "Composers", name: "coalesce(composer, 'not named')"),
            Table(title: "Parts", name: "parts", order: "parts"),
            Table(
                title: "Instruments", name: "coalesce(nullif(instrument, ''), nullif(name, ''), 'not named')",
                source: "(SELECT DISTINCT file, name, instrument FROM part)"),
            Table(title: "Keys", name: "coalesce(key, 'none')"),
            Table(title: "How keys are known", name: "coalesce(key_source, 'not')"),
            Table(title: "Meters", name: "coalesce(meter, 'none')"),
            Table(
                title: "Minutes", name: CorpusIndex.ranges("seconds / 60", [0, 1, 2, 5, 10, 20, 40]), order: "seconds"),
            Table(
                title: "Notes", name: CorpusIndex.ranges("notes", [0, 1, 100, 300, 1000, 3000, 10_000]), order: "notes"),
            Table(title: "Notes at a time", name: "polyphony", order: "polyphony"),
            Table(
                title: "Quality", name: "word.value",
                source: """
                    file JOIN json_each('["' || replace(quality, ' ', '","') || '"]') AS word WHERE word.value <> ''
                    """),
            Table(title: "Programs", name: "coalesce(software, 'not named')"),
            Table(title: "Split", name: "split", source: "file WHERE split IS NOT NULL"),
        ]
    }

    /// An expression that names the range that a number lies in.
    private static func ranges(_ number: String, _ borders: [Int]) -> String {
        let cases = zip(borders, borders.dropFirst()).map { low, high in
            "WHEN \(number) < \(high) THEN '\(high - low == 1 ? "\(low)" : "\(low) to \(high)")'"
        }
        return "CASE \(cases.joined(separator: " ")) ELSE '\(borders[borders.count - 1]) and more' END"
    }

    private static func distribution(_ table: Table, in database: Database) throws -> Statistics.Distribution {
        let order = table.order.map { "min(\($0))" } ?? "number DESC, sort"
        let rows = try Row.fetchAll(
            database,
            sql:
                "SELECT CAST(\(table.name) AS TEXT) AS sort, count(*) AS number FROM \(table.source) GROUP BY 1 ORDER BY \(order)"
        )
        let entries = rows.map { Statistics.Distribution.Entry(name: $0["sort"] ?? "", count: $0["number"]) }
        return Statistics.Distribution(
            title: table.title, entries: Array(entries.prefix(mostEntries)),
            others: entries.dropFirst(mostEntries).reduce(0) { $0 + $1.count })
    }
}
