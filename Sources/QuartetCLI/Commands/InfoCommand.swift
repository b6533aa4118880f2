import ArgumentParser
import ScoreModel

/// `quartet info`.
struct InfoCommand: AsyncParsableCommand {
    enum Format: String, CaseIterable, ExpressibleByArgument {
        case text, json
    }

    static let configuration = CommandConfiguration(
        commandName: "info",
        abstract: "Tell what is in a score: parts, measures, keys, meters, tempos, length, ranges.",
        discussion: "With several inputs, json prints one object a line.")

    @Argument(help: ArgumentHelp("The scores, or folders with scores; - is standard input.", valueName: "in"))
    var inputs: [String]

    @Option(help: ArgumentHelp("text or json.", valueName: "format"))
    var format = Format.text

    @OptionGroup(title: "Messages")
    var messages: MessageOptions

    @OptionGroup(title: "Limits")
    var limits: LimitOptions

    func run() async throws {
        let console = Console.current
        let files = InputFile.find(inputs)
        var hasFailed = false
        for (index, file) in files.enumerated() {
            do {
                let score = try ScoreInput(path: file.path, limits: limits.limits, messages: messages).read(console)
                let summary = ScoreSummary(score, file: file.path)
                switch format {
                case .text: console.write(Array(((index > 0 ? "\n" : "") + summary.text).utf8))
                case .json: console.write(Array((try jsonText(summary, isPretty: files.count == 1) + "\n").utf8))
                }
            } catch ExitStatus.unreadable {
                hasFailed = true
            }
        }
        if hasFailed { throw ExitStatus.unreadable }
    }
}
