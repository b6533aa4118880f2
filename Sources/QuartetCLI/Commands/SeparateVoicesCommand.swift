import ArgumentParser
import MusicXML
import ScoreModel

/// `quartet separate-voices`.
struct SeparateVoicesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "separate-voices",
        abstract: "Find the voices of polyphonic music.",
        discussion: """
            Reads a score and writes MusicXML in which every staff with several tones at a time in a voice has a voice for each \
            line; all else stays as it is. Notes that are tied are one tone.
            """)

    @Argument(help: ArgumentHelp("The score; - is standard input.", valueName: "in"))
    var input: String

    @Argument(help: ArgumentHelp("The MusicXML file to write; - is standard output.", valueName: "out"))
    var output: String

    @Option(help: ArgumentHelp("Find this many voices on a staff at most.", valueName: "n"))
    var most: Int?

    @Flag(
        name: .customLong("chords"), help: "Leave tones that begin and end together in one voice where that is smooth.")
    var allowsChords = false

    @Flag(name: .customLong("parts"), help: "Write a part for each voice.")
    var divides = false

    @OptionGroup(title: "Messages")
    var messages: MessageOptions

    @OptionGroup(title: "Limits")
    var limits: LimitOptions

    func validate() throws {
        if let most, !(1...16).contains(most) { throw ValidationError("--most must be between 1 and 16.") }
        if let format = FileFormat(fileName: output), format != .musicxml {
            throw ValidationError("separate-voices writes MusicXML.")
        }
    }

    func run() async throws {
        let console = Console.current
        let score = try ScoreInput(path: input, limits: limits.limits, messages: messages).readScore(console)
        let separated = score.separatingVoices(most: most, allowsChords: allowsChords)
        let (xml, diagnostics) = (divides ? separated.dividingParts() : separated).musicXML()
        messages.print(diagnostics, about: input, to: console)
        do {
            try OutputFile(path: output).write(xml, console: console)
        } catch let error as FileError {
            console.error(error.diagnostic.message)
            throw ExitStatus.unreadable
        }
    }
}
