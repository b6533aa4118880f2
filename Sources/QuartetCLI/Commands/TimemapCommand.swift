import ArgumentParser
import ScoreModel

/// `quartet timemap`.
struct TimemapCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "timemap",
        abstract: "Print when each note of a score is played, one row a note.",
        discussion: """
            Repeats are unfolded, and notes are played as Docs/Performance.md says. Each row has the written note that it \
            comes from, and its onset in quarter notes, seconds and MIDI ticks.
            """)

    @Argument(help: ArgumentHelp("The score; - is standard input.", valueName: "in"))
    var input: String

    @Option(help: ArgumentHelp("csv or json.", valueName: "format"))
    var format = TableFormat.csv

    @Flag(help: "Play the bare notes: written lengths, one velocity, neither grace notes nor ornaments.")
    var plain = false

    @Flag(name: .customLong("no-unfold"), help: "Play every measure once, whatever the repeats say.")
    var keepsRepeats = false

    @OptionGroup(title: "Messages")
    var messages: MessageOptions

    @OptionGroup(title: "Limits")
    var limits: LimitOptions

    func run() async throws {
        let console = Console.current
        let score = try ScoreInput(path: input, limits: limits.limits, messages: messages).readScore(console)
        let performance = Performance(
            score, order: keepsRepeats ? .written(score) : nil, style: plain ? .plain : Performance.Style())
        try console.write(TimeTable.rows(performance, of: score), as: format)
    }
}
