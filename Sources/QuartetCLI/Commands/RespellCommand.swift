import ArgumentParser
import MusicXML
import ScoreModel

/// `quartet respell`.
struct RespellCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "respell",
        abstract: "Name the notes of a score anew from how they sound.",
        discussion: """
            Written signatures hold; names follow the local key, the line of each voice and the chords. The result is written anew \
            from the score alone, as MusicXML.
            """)

    @Argument(help: ArgumentHelp("The score; - is standard input.", valueName: "in"))
    var input: String

    @Argument(help: ArgumentHelp("The file to write; - is standard output.", valueName: "out"))
    var output: String

    @OptionGroup(title: "Messages")
    var messages: MessageOptions

    @OptionGroup(title: "Limits")
    var limits: LimitOptions

    func run() async throws {
        let console = Console.current
        let score = try ScoreInput(path: input, limits: limits.limits, messages: messages).readScore(console)
        let (xml, diagnostics) = score.respelled().musicXML()
        messages.print(diagnostics, about: input, to: console)
        do {
            try OutputFile(path: output).write(xml, console: console)
        } catch let error as FileError {
            messages.print([error.diagnostic], about: output, to: console)
            throw ExitStatus.unreadable
        }
    }
}
