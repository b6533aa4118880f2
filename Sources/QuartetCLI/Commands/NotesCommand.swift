import ArgumentParser
import ScoreModel
import StandardMIDI

/// `quartet notes`.
struct NotesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "notes",
        abstract: "Print the notes of a score as a table, one row a note.",
        discussion: """
            Times are exact fractions of a quarter note, from the start of the piece in written order. \
            pitch is as written, C4 being middle C; midi is the key that sounds. \
            In a MIDI file a part is a track, a voice a channel, and no pitch is written.
            """)

    @Argument(help: ArgumentHelp("The score; - is standard input.", valueName: "in"))
    var input: String

    @Option(help: ArgumentHelp("csv or json.", valueName: "format"))
    var format = TableFormat.csv

    @Flag(help: "Make tied notes one row.")
    var mergeTies = false

    @Option(help: ArgumentHelp("The encoding of texts in MIDI files; guessed if not given.", valueName: "encoding"))
    var encoding: MIDIText.Encoding?

    @OptionGroup(title: "Messages")
    var messages: MessageOptions

    @OptionGroup(title: "Limits")
    var limits: LimitOptions

    func run() async throws {
        let console = Console.current
        let source = try ScoreInput(path: input, limits: limits.limits, messages: messages, encoding: encoding).read(
            console)
        switch source {
        case .score(let score): try console.write(NoteTable.rows(score, mergesTies: mergeTies), as: format)
        case .midi(let listing): try console.write(NoteTable.rows(listing), as: format)
        }
    }
}
