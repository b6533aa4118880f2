import ScoreModel

/// The page of a rule in the documentation, made from its card.
public struct RulePage: Sendable {
    private let card: RuleCard

    /// The page of a card.
    public init(_ card: RuleCard) { self.card = card }

    /// The page in Markdown.
    public var markdown: String {
        """
        # \(card.title)

        `\(card.id)` · \(card.group.rawValue)

        ## What it finds

        \(card.fault)

        ## Why

        \(card.reason)

        ## Where it is fine

        \(list(card.exceptions))

        ## How much it matters

        \(severities)
        \(card.needsSpelling ? "\nIt goes by letters: where they were inferred, as for MIDI files, it is at most a warning.\n" : "")\(guess)
        ## How often

        \(rates)

        ## Wrong

        ![\(card.wrong.first?.caption ?? "")](Pictures/\(card.id).svg)

        \(card.wrong.map(example).joined(separator: "\n\n"))

        ## Right

        \(card.right.map(example).joined(separator: "\n\n"))

        ## Sources

        \(list(card.sources))

        """
    }

    /// A picture of the first passage that breaks the rule, as an SVG file: the notes at fault are coloured and joined.
    public var picture: String {
        guard let example = card.wrong.first, let shorthand = try? Shorthand(example.text) else { return "" }
        let marks = shorthand.marks.sorted { ($0.part, $0.note) < ($1.part, $1.note) }
            .map { ScorePicture.Mark(part: $0.part, note: $0.note) }
        let joins = zip(marks, marks.dropFirst()).filter { $0.part == $1.part }.map(ScorePicture.Join.init)
        return ScorePicture(
            shorthand.score, parts: Array(shorthand.score.parts.indices), measures: shorthand.score.measures.indices,
            marks: marks, joins: joins, title: card.title, description: example.caption
        ).document
    }

    private func list(_ items: [String]) -> String { items.map { "* \($0)" }.joined(separator: "\n") }

    private var guess: String {
        card.group.needsHarmony && card.id != CrossRelation.card.id
            ? "\nChords and keys are found first: where they are not sure (below 0.9) and not given, it is info.\n" : ""
    }

    /// What good composers do.
    private var rates: String {
        guard let chorales = BaseRate.inChorales(card.id), let quartets = BaseRate.inQuartets(card.id) else {
            return "It was not measured."
        }
        return list([
            "365 chorales by Bach: \(chorales.text("chorale"))",
            "354 movements of string quartets: \(quartets.text("movement"))",
        ]) + "\n\n" + """
            Within phrases, whatever the severity, with the limits of `chorale` and `strings` (`Tools/measure-lint`). Some of it is the encoding's.
            """
    }

    private var severities: String {
        let head =
            "| case | " + Profile.allCases.map { "`\($0.rawValue)`" }.joined(separator: " | ") + " |\n"
            + String(repeating: "|---", count: Profile.allCases.count + 1) + "|\n"
        let cases =
            [("usually", card.severity)] + [card.grave, card.mild].compactMap { $0.map { ($0.when, $0.severity) } }
        return head
            + cases.map { name, severity in
                "| \(name) | " + Profile.allCases.map { severity[$0].rawValue }.joined(separator: " | ") + " |"
            }.joined(separator: "\n")
    }

    private func example(_ example: Example) -> String {
        let profiles = example.profiles.map { " (\($0.map { "`\($0.rawValue)`" }.joined(separator: ", ")))" } ?? ""
        return "\(example.caption)\(profiles)\n\n```\n\(example.text)\n```"
    }
}
