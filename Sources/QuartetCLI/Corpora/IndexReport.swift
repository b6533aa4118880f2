import Corpus

/// What is told when an index has been made.
struct IndexReport {
    /// What was different from the last time.
    struct Changes {
        let new: Int
        let changed: Int
        let gone: Int
    }

    let path: String
    let statistics: Statistics
    let changes: Changes

    init(path: String, _ statistics: Statistics, changes: Changes) {
        (self.path, self.statistics, self.changes) = (path, statistics, changes)
    }

    /// The report for people.
    var text: String {
        var text = """
            \(path): \(count(statistics.files, "file")), \(count(statistics.scores, "score")), \(statistics.broken) broken
              \(changes.new) new, \(changes.changed) changed, \(changes.gone) gone

            """
        let width = statistics.kinds.map(\.kind.count).max() ?? 0
        for row in statistics.kinds {
            text += "  \(pad(row.kind, to: width))  \(count(row.files, "file"))"
            if row.broken > 0 { text += ", \(row.broken) broken" }
            if let reason = row.reason { text += ": \(reason)" }
            text += "\n"
        }
        return text + """
              \(count(statistics.duplicateGroups, "group")) of duplicates: \(count(statistics.copies, "score")) of \
            \(statistics.scores) could be left out

            """
    }

    private func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }
}
