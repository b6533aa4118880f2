import ArgumentParser

/// `quartet corpus`.
struct CorpusCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "corpus",
        abstract: "Collections of scores: collect them, index them, choose from them, divide them, describe them.",
        subcommands: [
            CollectCommand.self, IndexCommand.self, SelectCommand.self, SplitCommand.self, StatsCommand.self,
        ])
}
