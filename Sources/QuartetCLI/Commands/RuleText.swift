import Counterpoint

/// A rule explained, for a terminal.
struct RuleText {
    private let card: RuleCard

    init(_ card: RuleCard) { self.card = card }

    var text: String {
        var sections = [
            "\(card.id): \(card.title) (\(card.group.rawValue))\n",
            RuleText.wrapped(card.fault),
            section("Why", RuleText.wrapped(card.reason)),
        ]
        if !card.exceptions.isEmpty { sections.append(section("Where it is fine", items(card.exceptions))) }
        sections.append(section("How much it matters", severities))
        if card.needsSpelling {
            sections.append(
                RuleText.wrapped(
                    "It goes by letters: where they were inferred, as for MIDI files, it is at most a warning."))
        }
        sections.append(section("Wrong", examples(card.wrong)))
        sections.append(section("Right", examples(card.right)))
        sections.append(section("Sources", items(card.sources)))
        return sections.joined(separator: "\n")
    }

    private func section(_ title: String, _ body: String) -> String { "\(title)\n\n\(body)" }

    private func items(_ items: [String]) -> String {
        items.map { RuleText.wrapped($0, first: "- ", rest: "  ") }.joined()
    }

    private var severities: String {
        let cases =
            [("usually", card.severity)]
            + [card.grave, card.mild].compactMap { degree in degree.map { ("when " + $0.when, $0.severity) } }
        let rows = cases.map { when, severity in
            Profile.allCases.map { severity[$0].rawValue.padded(to: 9) }.joined() + when + "\n"
        }
        return Profile.allCases.map { $0.rawValue.padded(to: 9) }.joined() + "\n" + rows.joined()
    }

    private func examples(_ examples: [Example]) -> String {
        examples.map { example in
            let profiles = example.profiles.map { " (\($0.map(\.rawValue).joined(separator: ", ")))" } ?? ""
            let music = example.text.split(separator: "\n").map { "    \($0)\n" }.joined()
            return RuleText.wrapped(example.caption + profiles) + "\n" + music
        }.joined(separator: "\n")
    }

    /// Text in lines of at most 80 characters, where words allow it.
    private static func wrapped(_ text: String, first: String = "", rest: String = "") -> String {
        var lines: [String] = []
        var line = first
        var isEmpty = true
        for word in text.split(whereSeparator: \.isWhitespace) {
            if !isEmpty, line.count + 1 + word.count > 80 {
                lines.append(line)
                (line, isEmpty) = (rest, true)
            }
            line += isEmpty ? String(word) : " \(word)"
            isEmpty = false
        }
        return (lines + [line]).map { $0 + "\n" }.joined()
    }
}
