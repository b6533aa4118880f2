public import Files
internal import GRDB

/// Which files of an index are meant. Everything that is asked for has to hold.
public struct Selection: Sendable {
    /// Something that has to be so, or must not be so.
    public struct Demand: Hashable, Sendable {
        /// What it is about; nil for being a copy of another file.
        public let quality: Quality?
        /// Whether it has to be so.
        public let isWanted: Bool

        /// Reads a demand: the name of a ``Quality`` or `duplicate`, with `no-` before it for what must not be so.
        public init?(_ text: String) {
            isWanted = !text.hasPrefix("no-")
            let name = isWanted ? text : String(text.dropFirst(3))
            quality = Quality(rawValue: name)
            guard quality != nil || name == Demand.duplicate else { return nil }
        }

        /// All names.
        public static var names: [String] { Quality.allCases.map(\.rawValue) + [duplicate] }

        private static let duplicate = "duplicate"
    }

    /// The number of parts.
    public var parts: ClosedRange<Int>?
    /// Names that parts or their instruments have in them; one that is given twice needs two parts.
    public var instruments: [String] = []
    /// What stands in the composer's name.
    public var composer: String?
    /// Sharps or flats of the key at the beginning, and its mode.
    public var key: (fifths: Int, mode: String)?
    /// The meter at the beginning, such as `3/4`.
    public var meter: String?
    /// What has to be so.
    public var demands: [Demand] = []
    /// Kinds of files, one of which it has to be. Without any, and without a condition, only scores are meant.
    public var kinds: Set<FileKind> = []
    /// An expression in SQL over the columns of the table `file`.
    public var condition: String?

    /// All scores.
    public init() {}

    /// What has to hold, in SQL, apart from the user's own condition, and what its question marks stand for.
    private var clauses: [(sql: String, arguments: StatementArguments)] {
        var clauses: [(String, StatementArguments)] = []
        if kinds.isEmpty && condition == nil { clauses.append(("status = 'score'", [])) }
        if !kinds.isEmpty {
            let names = kinds.map(\.rawValue).sorted()
            clauses.append(
                ("kind IN (\(names.map { _ in "?" }.joined(separator: ", ")))", StatementArguments(names)))
        }
        if let parts { clauses.append(("parts BETWEEN ? AND ?", [parts.lowerBound, parts.upperBound])) }
        if let composer { clauses.append(("instr(folded(composer), ?) > 0", [composer.folded])) }
        if let key { clauses.append(("fifths = ? AND mode = ?", [key.fifths, key.mode])) }
        if let meter { clauses.append(("meter = ?", [meter])) }
        for (name, all) in Dictionary(grouping: instruments, by: \.folded).sorted(by: { $0.key < $1.key }) {
            let sql = """
                (SELECT count(*) FROM part WHERE part.file = file.id \
                AND (instr(folded(name), ?) > 0 OR instr(folded(instrument), ?) > 0)) >= ?
                """
            clauses.append((sql, [name, name, all.count]))
        }
        for demand in demands {
            if let quality = demand.quality {
                let sql = "instr(' ' || quality || ' ', ?) \(demand.isWanted ? "> 0" : "= 0")"
                clauses.append((sql, [" \(quality.rawValue) "]))
            } else {
                clauses.append(("copy_of IS \(demand.isWanted ? "NOT " : "")NULL", []))
            }
        }
        return clauses
    }

    /// The numbers of the files, in the order of their paths.
    ///
    /// - Throws: `CorpusIndexError` for a condition that SQLite does not take.
    func files(in database: Database) throws -> [Int64] {
        if let condition { try Selection.check(condition, in: database) }
        let all = clauses.map { "(\($0.sql))" } + (condition.map { ["(\n\($0)\n)"] } ?? [])
        let arguments = clauses.map(\.arguments).reduce(StatementArguments()) { $0 + $1 }
        let filter = all.isEmpty ? "1" : all.joined(separator: " AND ")
        return try Int64.fetchAll(
            database, sql: "SELECT id FROM file WHERE \(filter) ORDER BY path", arguments: arguments)
    }

    /// Refuses what is no single expression, before it is joined with others: it could close their brackets.
    private static func check(_ condition: String, in database: Database) throws {
        do {
            let statement = try database.makeStatement(sql: "SELECT 1 FROM file WHERE \(condition)\n LIMIT 0")
            guard statement.isReadonly, statement.columnCount == 1 else {
                throw CorpusIndexError("only questions may be asked")
            }
        } catch {
            throw CorpusIndexError(
                "the condition is not understood: \(CorpusIndexError(error))", isWrongQuestion: true)
        }
    }
}
