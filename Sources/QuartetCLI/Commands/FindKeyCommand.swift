import ArgumentParser
import ScoreModel

/// `quartet find-key`.
struct FindKeyCommand: AsyncParsableCommand {
    enum Format: String, CaseIterable, ExpressibleByArgument {
        case text, csv, json
    }

    static let configuration = CommandConfiguration(
        commandName: "find-key",
        abstract: "Find the keys of scores and MIDI files in their tones.",
        discussion: """
            Names of notes and written signatures are not looked at. The signatures that one would write come first, then the \
            local keys, each with the share of right answers among such (its confidence). Times are exact fractions of a quarter \
            note.
            """)

    @Argument(help: ArgumentHelp("The scores, or folders with scores; - is standard input.", valueName: "in"))
    var inputs: [String]

    @Option(help: ArgumentHelp("text, csv or json.", valueName: "format"))
    var format = Format.text

    @OptionGroup(title: "Messages")
    var messages: MessageOptions

    @OptionGroup(title: "Limits")
    var limits: LimitOptions

    func run() async throws {
        let console = Console.current
        var hasFailed = false
        var rows: [KeyTable.Row] = []
        for file in try InputFile.find(inputs, console) {
            do {
                let input = ScoreInput(path: file.path, limits: limits.limits, messages: messages)
                let table =
                    switch try input.read(console) {
                    case .score(let score): KeyTable(score, file: file.path)
                    case .midi(let listing): KeyTable(listing, file: file.path)
                    }
                if format == .text { console.write(Array(table.text.utf8)) } else { rows += table.rows }
            } catch ExitStatus.unreadable {
                hasFailed = true
            }
        }
        switch format {
        case .text: break
        case .csv: try console.write(rows, as: .csv)
        case .json: try console.write(rows, as: .json)
        }
        if hasFailed { throw ExitStatus.unreadable }
    }
}
