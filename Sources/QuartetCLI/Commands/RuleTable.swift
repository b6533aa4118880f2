import Counterpoint
import Foundation

/// All rules with how much they matter, by groups, for a terminal.
struct RuleTable {
    private let cards: [RuleCard]

    init(_ cards: [RuleCard]) { self.cards = cards }

    var text: String {
        RuleGroup.allCases.map { group in
            let own = cards.filter { $0.group == group }
            guard !own.isEmpty else { return "" }
            return row(group.rawValue, Profile.allCases.map(\.rawValue), "")
                + own.map { card in
                    row("  " + card.id, Profile.allCases.map { card.severity[$0].rawValue }, card.title)
                }.joined()
        }.filter { !$0.isEmpty }.joined(separator: "\n")
    }

    private func row(_ name: String, _ severities: [String], _ title: String) -> String {
        let width = 2 + (cards.map(\.id.count).max() ?? 0)
        let cells = [name.padded(to: width)] + severities.map { $0.padded(to: "warning".count) } + [title]
        let line = cells.joined(separator: "  ")
        return String(line.reversed().drop(while: \.isWhitespace).reversed()) + "\n"
    }
}

extension String {
    /// The text with spaces behind it; never cut.
    func padded(to width: Int) -> String { self + String(repeating: " ", count: max(width - count, 0)) }
}
