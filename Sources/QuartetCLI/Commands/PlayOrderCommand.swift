import ArgumentParser
import ScoreModel

/// `quartet play-order`.
struct PlayOrderCommand: AsyncParsableCommand {
    enum Format: String, CaseIterable, ExpressibleByArgument {
        case text, csv, json
    }

    static let configuration = CommandConfiguration(
        commandName: "play-order",
        abstract: "Print the measures of a score in the order in which they sound.",
        discussion: """
            One row a measure: its number and index, the pass, when it begins in played quarter notes and in seconds, and why \
            the player came there. A measure that is played in part has a row for each part.
            """)

    @Argument(help: ArgumentHelp("The score; - is standard input.", valueName: "in"))
    var input: String

    @Option(help: ArgumentHelp("text, csv or json.", valueName: "format"))
    var format = Format.text

    @Flag(name: .customLong("no-unfold"), help: "Play every measure once, whatever the repeats say.")
    var keepsRepeats = false

    @Flag(name: .customLong("words"), help: "Follow jumps that are only printed, such as D.C. al Fine without a sound.")
    var readsWords = false

    @OptionGroup(title: "Messages")
    var messages: MessageOptions

    @OptionGroup(title: "Limits")
    var limits: LimitOptions

    func validate() throws {
        if keepsRepeats && readsWords { throw ValidationError("--no-unfold and --words exclude each other.") }
    }

    func run() async throws {
        let console = Console.current
        let score = try ScoreInput(path: input, limits: limits.limits, messages: messages).readScore(console)
        let order = keepsRepeats ? PlayOrder.written(score) : PlayOrder(score, readsWords: readsWords)
        messages.print(order.diagnostics, about: input, to: console)
        let table = PlayOrderTable(score, order: order)
        switch format {
        case .text: console.write(Array(table.text.utf8))
        case .csv: try console.write(table.rows, as: .csv)
        case .json: try console.write(table.rows, as: .json)
        }
    }
}
