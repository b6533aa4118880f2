import Counterpoint
import ScoreModel

/// The names of rules, as users write them.
enum RuleNames {
    /// All of them.
    static let known = Set(RuleList.cards.map(\.id))

    /// Why a name is none of a rule; nil when it is one.
    static func problem(with name: String) -> String? {
        guard !known.contains(name) else { return nil }
        let hint = nearest(to: name, among: RuleList.cards.map(\.id)).map { "did you mean \($0)?" }
        return "unknown rule \"\(name)\"; \(hint ?? "quartet rules lists them")"
    }

    /// The names in lists that are set apart by commas.
    static func names(in lists: [String]) -> [String] {
        lists.flatMap { $0.split(separator: ",").map { $0.trimmed } }.filter { !$0.isEmpty }
    }
}

extension Substring {
    /// The text without white space around it.
    fileprivate var trimmed: String {
        let start = drop(while: \.isWhitespace)
        return String(
            start.prefix(upTo: start.lastIndex { !$0.isWhitespace }.map(start.index(after:)) ?? start.startIndex))
    }
}
