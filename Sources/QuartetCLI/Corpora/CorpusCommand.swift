import ArgumentParser

/// `quartet corpus`.
struct CorpusCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "corpus",
        abstract: "Collect scores, and work with collections of them.",
        subcommands: [
            CollectCommand.self
        ])
}
