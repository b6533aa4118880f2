import ArgumentParser
import Counterpoint

/// `quartet rules`.
struct RulesCommand: AsyncParsableCommand {
    enum Format: String, CaseIterable, ExpressibleByArgument {
        case text, json
    }

    static let configuration = CommandConfiguration(
        commandName: "rules",
        abstract: "List the rules of counterpoint, or explain one.",
        discussion:
            "For each rule: what it finds, why, where that is fine, who says so, how much it matters, and examples.")

    @Argument(help: ArgumentHelp("The rule to explain; all are listed if not given.", valueName: "rule"))
    var rule: String?

    @Option(help: ArgumentHelp("text or json.", valueName: "format"))
    var format = Format.text

    func validate() throws {
        if let rule, let problem = RuleNames.problem(with: rule) { throw ValidationError(problem) }
    }

    func run() async throws {
        let console = Console.current
        let card = rule.flatMap { RuleList.rule($0)?.card }
        let text =
            switch (format, card) {
            case (.text, let card?): RuleText(card).text
            case (.text, nil): RuleTable(RuleList.cards).text
            case (.json, let card?): try jsonText(RuleJSON(card), isPretty: true) + "\n"
            case (.json, nil): try jsonText(RuleList.cards.map(RuleJSON.init), isPretty: true) + "\n"
            }
        console.write(Array(text.utf8))
    }
}
