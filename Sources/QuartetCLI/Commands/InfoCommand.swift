public import ArgumentParser
import ScoreModel
public import StandardMIDI

extension MIDIText.Encoding: ExpressibleByArgument {}

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

    @Option(help: ArgumentHelp("The encoding of texts in MIDI files; guessed if not given.", valueName: "encoding"))
    var encoding: MIDIText.Encoding?

    @OptionGroup(title: "Messages")
    var messages: MessageOptions

    @OptionGroup(title: "Limits")
    var limits: LimitOptions

    func run() async throws {
        let console = Console.current
        let files = try InputFile.find(inputs, console)
        var hasFailed = false
        for (index, file) in files.enumerated() {
            do {
                let input = ScoreInput(path: file.path, limits: limits.limits, messages: messages, encoding: encoding)
                let output =
                    switch try input.read(console) {
                    case .score(let score): try text(ScoreSummary(score, file: file.path), isOnly: files.count == 1)
                    case .midi(let listing): try text(MIDISummary(listing, file: file.path), isOnly: files.count == 1)
                    }
                console.write(Array(((index > 0 && format == .text ? "\n" : "") + output).utf8))
            } catch ExitStatus.unreadable {
                hasFailed = true
            }
        }
        if hasFailed { throw ExitStatus.unreadable }
    }

    private func text(_ summary: some Summary, isOnly: Bool) throws -> String {
        switch format {
        case .text: summary.text
        case .json: try jsonText(summary, isPretty: isOnly) + "\n"
        }
    }
}
