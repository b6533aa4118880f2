import Counterpoint
import Foundation

/// What was found in several files, counted.
struct LintSummary {
    private(set) var totals = Totals()
    /// How many files could not be read.
    private(set) var unreadable = 0
    /// How many entries of baselines have gone.
    private(set) var missing = 0
    /// How many files have no letters for their pitches.
    private(set) var inferred = 0
    /// True when something was found that fails.
    private(set) var hasFailures = false

    private static let severities: [Severity] = [.error, .warning, .info]

    /// Counts one more file.
    mutating func add(_ outcome: LintOutcome) {
        guard let judgement = outcome.judgement else {
            unreadable += 1
            return
        }
        totals.add(judgement)
        missing += outcome.missing
        inferred += outcome.isSpellingInferred ? 1 : 0
        hasFailures = hasFailures || outcome.isFailure
    }

    /// A table with a line a rule, and a last line about all files.
    var text: String { (rows + [sum]).joined(separator: "\n") }

    private var rows: [String] {
        let rules = RuleList.cards.map(\.id).filter { totals.counts[$0] != nil }
        guard !rules.isEmpty else { return [] }
        let width = rules.map(\.count).max() ?? 0
        let head = [""] + LintSummary.severities.map(\.rawValue)
        let cells = rules.map { rule in
            [rule] + LintSummary.severities.map { (totals.counts[rule]?[$0]).map { "\($0)" } ?? "" }
        }
        return ([head] + cells).map { row in
            row[0].padding(toLength: width, withPad: " ", startingAt: 0)
                // Seven digits are more than anybody has scores for, and "warning" has seven letters.
                + row.dropFirst().map { String(repeating: " ", count: max(9 - $0.count, 2)) + $0 }.joined()
        }
    }

    private var sum: String {
        let counts = LintSummary.severities.map { severity in
            let count = totals.count(severity)
            return "\(count) \(severity.rawValue)\(severity == .info || count == 1 ? "" : "s")"
        }
        let others = [
            (totals.allowed, "allowed in the scores"), (totals.known, "in the baseline"), (unreadable, "unreadable"),
        ].filter { $0.0 > 0 }
        let files = totals.files.count + unreadable
        return "\(files) \(files == 1 ? "file" : "files"): "
            + (counts + others.map { "\($0.0) \($0.1)" }).joined(separator: ", ")
    }
}
