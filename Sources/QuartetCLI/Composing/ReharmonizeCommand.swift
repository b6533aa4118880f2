import ArgumentParser
import Counterpoint
import Foundation
import Harmonizer
import MusicXML
import ScoreModel

/// `quartet reharmonize`.
struct ReharmonizeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reharmonize",
        abstract: "Compose a new setting around the voices that are kept.",
        usage: "quartet reharmonize IN -o OUT [options]",
        discussion: """
            Any melody is taken, or a choir of which some voices stay: MusicXML, MXL or MIDI. What is kept stays untouched; the other \
            voices are composed by a model, led by the rules that quartet lint judges by, and mended where it finds something. The best \
            of some candidates is written, as MusicXML, MXL or MIDI.
            Exit status: 0 done; 1 no candidate within --max-errors; 2 wrong usage; 3 the input could not be read or makes no theme, \
            or the output could not be written.
            """)

    @Argument(help: ArgumentHelp("The melody or score; - is standard input.", valueName: "in"))
    var input: String

    @Option(name: .shortAndLong, help: ArgumentHelp("The file to write; - is standard output.", valueName: "file"))
    var output: String

    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp(
            "The voices that stay: soprano, alto, tenor, bass, or violin-1, violin-2, viola, cello; the theme, or the top voice of a choir or quartet, if not given.",
            valueName: "voice"))
    var keep: [Role] = []

    @Option(help: ArgumentHelp("Compose these measures alone, by their printed numbers.", valueName: "first-last"))
    var region: RegionWish?

    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp(
            "Where phrases end: measures, or measures with the beat of the last note; fermatas, or what looks like an end, if not given.",
            valueName: "measure[:beat]"))
    var phrases: [PhraseEndWish] = []

    @Option(
        help: ArgumentHelp(
            "Stay near to the setting given: from 0, not at all, to 1, change hardly anything.", valueName: "0...1"))
    var stayClose: Float = 0

    @Flag(help: "Compose under any harmony, whatever chord symbols, numerals or figures the score has.")
    var ignoreChords = false

    @OptionGroup(title: "Composing")
    var composing: ComposingOptions

    @OptionGroup(title: "Messages")
    var messages: MessageOptions

    @OptionGroup(title: "Limits")
    var limits: LimitOptions

    func validate() throws {
        guard (0...1).contains(stayClose) else { throw ValidationError("--stay-close goes from 0 to 1.") }
        try ComposedFile.check(output)
    }

    func run() async throws {
        let console = Console.current
        let model = try composing.readModel(console)
        let theme: Theme
        let measures: Range<Int>?
        do {
            let bytes = try InputFile(path: input, relativePath: input).read(
                limit: limits.limits.bytes, console: console)
            let music = try MusicFile(bytes, limits: limits.limits, isToBeWritten: false)
            messages.print(music.diagnostics, about: input, to: console)
            var wishes = ThemeWishes(model.model.network.vocabulary.ensemble)
            wishes.instrumentation = composing.instrumentation
            if !keep.isEmpty { wishes.kept = Set(keep) }
            if !phrases.isEmpty { wishes.phrases = .given(phrases.map(\.end)) }
            do throws(ThemeError) { theme = try Theme(music.score, wishes) } catch {
                throw FileError(
                    Diagnostic(code: error.code.name, severity: .error, place: error.place, message: error.message))
            }
            measures = try region?.measures(of: theme.score)
        } catch {
            messages.print([FileError.diagnostic(of: error)], about: input, to: console)
            throw ExitStatus.unreadable
        }
        messages.print(theme.adaptations, about: input, to: console)
        var work = Composing(theme: theme, measures: measures, options: composing, messages: messages)
        if !ignoreChords {
            work.pitchClasses = ChordTones(of: theme)?.pitchClasses
        }
        work.faithfulness = Self.faithfulness(stayClose)
        try await work.run(model, to: output, console)
    }

    /// What a cell gains by staying as it is, in nats: at the upper end so much that next to nothing outweighs it.
    private static func faithfulness(_ closeness: Float) -> Float { 6 * closeness }
}
