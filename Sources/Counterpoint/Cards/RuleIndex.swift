/// The list of all rules in the documentation.
public enum RuleIndex {
    /// The list in Markdown: a table a group.
    public static var markdown: String {
        var text = """
            # The rules

            One page a rule: what it finds exactly, why, where it is fine, how much it matters in each profile, and examples. The pages are made \
            from the rules' own cards, and the examples are tests. [Lint](../Lint.md) tells how to choose rules, and what the words mean.

            """
        for group in RuleGroup.allCases {
            let cards = RuleList.cards.filter { $0.group == group }
            guard !cards.isEmpty else { continue }
            text += "\n## \(group.rawValue)\n\n"
            text += "| rule | " + Profile.allCases.map { "`\($0.rawValue)`" }.joined(separator: " | ") + " |\n"
            text += String(repeating: "|---", count: Profile.allCases.count + 1) + "|\n"
            for card in cards {
                text += "| [\(card.title)](\(card.id).md) `\(card.id)` | "
                text += Profile.allCases.map { card.severity[$0].rawValue }.joined(separator: " | ") + " |\n"
            }
        }
        return text
    }
}
