/// The list of all rules in the documentation.
public enum RuleIndex {
    /// The list in Markdown: a table a group.
    public static var markdown: String {
        var text = """
            # The rules

            One page a rule: what it finds exactly, why, where it is fine, how much it matters in each profile, and examples. The pages are made \
            from the rules' own cards, and the examples are tests. How often each finds something in Bach's chorales and in string quartets was \
            measured (`Tools/measure-lint`). [Lint](../Lint.md) tells how to choose rules, and what the words mean.

            """
        for group in RuleGroup.allCases {
            let cards = RuleList.cards.filter { $0.group == group }
            guard !cards.isEmpty else { continue }
            text += "\n## \(group.rawValue)\n\n"
            text += "| rule | " + Profile.allCases.map { "`\($0.rawValue)`" }.joined(separator: " | ")
            text += " | a chorale by Bach | a quartet movement |\n"
            text += String(repeating: "|---", count: Profile.allCases.count + 3) + "|\n"
            for card in cards {
                text += "| [\(card.title)](\(card.id).md) `\(card.id)` | "
                text += Profile.allCases.map { card.severity[$0].rawValue }.joined(separator: " | ")
                text += " | \(rate(BaseRate.inChorales(card.id))) | \(rate(BaseRate.inQuartets(card.id))) |\n"
            }
        }
        return text
    }

    private static func rate(_ rate: BaseRate?) -> String {
        guard let rate else { return "–" }
        let hundredths = Int((rate.mean * 100).rounded())
        return hundredths == 0 && rate.mean > 0
            ? "< 0.01" : "\(hundredths / 100)." + String(hundredths % 100 + 100).dropFirst()
    }
}
