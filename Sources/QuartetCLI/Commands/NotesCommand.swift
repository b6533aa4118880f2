import ArgumentParser
import ScoreModel
import StandardMIDI

/// `quartet notes`.
struct NotesCommand: AsyncParsableCommand {
    enum Format: String, CaseIterable, ExpressibleByArgument {
        case csv, json
    }

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
    var format = Format.csv

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
        let table =
            switch try ScoreInput(path: input, limits: limits.limits, messages: messages, encoding: encoding).read(
                console)
            {
            case .score(let score): NoteTable(score, mergesTies: mergeTies)
            case .midi(let listing): NoteTable(listing)
            }
        switch format {
        case .csv: console.write(Array(csvText([NoteTable.columns] + table.rows.map { $0.fields }).utf8))
        case .json:
            let rows = try table.rows.map { try jsonText($0) }
            console.write(Array("[\(rows.isEmpty ? "" : "\n")\(rows.joined(separator: ",\n"))\n]\n".utf8))
        }
    }
}
