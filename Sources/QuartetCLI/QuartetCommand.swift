import ArgumentParser
import Foundation

/// The command `quartet`: knows every format, prints and exits; the libraries under it do neither.
@main
struct QuartetCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "quartet",
        abstract: "Reads scores, keeps everything in them, converts, judges and composes them.",
        discussion: """
            Exit status: 0 done; 1 something is not valid; 2 wrong usage; 3 some input could not be read or some output not
            written.
            Results go to standard output, messages to standard error.
            """,
        version: "0.1.0",
        subcommands: [
            AnalyzeCommand.self, ConvertCommand.self, CorpusCommand.self, EvaluateCommand.self, FindKeyCommand.self,
            GenerateCommand.self,
            InfoCommand.self, LintCommand.self, NotesCommand.self, PlayOrderCommand.self, ReharmonizeCommand.self,
            RespellCommand.self, RulesCommand.self, SeparateVoicesCommand.self,
            TimemapCommand.self, TrainCommand.self,
            ValidateCommand.self,
        ])

    static func main() async {
        if CommandLine.arguments.count > 1,
            ["evaluate", "generate", "reharmonize", "train"].contains(CommandLine.arguments[1])
        {
            ProductKernels.restartWithBetterOnes(for: CommandLine.arguments)
        }
        let status = await run(Array(CommandLine.arguments.dropFirst()), console: .standard)
        Foundation.exit(status)
    }

    /// Runs the command with the given arguments.
    ///
    /// - Returns: The exit status.
    static func run(_ arguments: [String], console: Console) async -> Int32 {
        do {
            var command = try parseAsRoot(arguments)
            try await Console.$current.withValue(console) {
                if var command = command as? any AsyncParsableCommand {
                    try await command.run()
                } else {
                    try command.run()
                }
            }
            return 0
        } catch let status as ExitStatus {
            return status.rawValue
        } catch {
            // Help and version come as errors too, with a status of success.
            let message = fullMessage(for: error)
            guard exitCode(for: error) == .success else {
                console.error(message)
                return ExitStatus.wrongUsage.rawValue
            }
            console.write(Array((message + "\n").utf8))
            return 0
        }
    }
}

/// How the command ends when it does not end well. What went wrong has been said by then.
enum ExitStatus: Int32, Error {
    case findings = 1
    case wrongUsage = 2
    case unreadable = 3
}
