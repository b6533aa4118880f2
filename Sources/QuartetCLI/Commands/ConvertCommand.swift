public import ArgumentParser
import Foundation
public import MusicXML
import ScoreModel
public import StandardMIDI

extension Conversion.Route: ExpressibleByArgument {}
extension Conversion.Divisions: ExpressibleByArgument {}
extension ScoreLayout: ExpressibleByArgument {}
extension MusicXMLVersion: ExpressibleByArgument {}
extension MIDIFile.Layout: ExpressibleByArgument {}
extension Transcription.Parts: ExpressibleByArgument {}

/// `quartet convert`.
struct ConvertCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "convert",
        abstract: "Convert scores between MusicXML, MXL and MIDI.",
        usage: """
            quartet convert IN OUT [options]
            quartet convert IN... --to FORMAT --output-dir DIR [--jobs N] [options]
            """,
        discussion: """
            The format of the input is recognized by its content, that of the output by its name or --to. \
            Between MusicXML and MXL, and between MIDI files by themselves and in RIFF files, nothing is lost: comments, \
            unknown elements and white space, running status and unknown chunks included. \
            From MIDI to MusicXML rhythm, meter, key, spelling and voices are found; --report says how surely. \
            IN may be a folder or a corpus index with --output-dir; - is standard input or output. \
            No file is left half-written.
            """)

    @Argument(
        help: ArgumentHelp("The files to read, then the file to write unless --output-dir is given.", valueName: "file")
    )
    var files: [String]

    @Option(help: ArgumentHelp("The format to write.", valueName: "format"))
    var to: FileFormat?

    @Option(help: ArgumentHelp("The format to read, whatever the content looks like.", valueName: "format"))
    var from: FileFormat?

    @Option(help: ArgumentHelp("The folder to write to; it is made if it is missing.", valueName: "dir"))
    var outputDir: String?

    @Option(
        help: ArgumentHelp("Write MusicXML by parts or by measures; as it was read if not given.", valueName: "layout"))
    var layout: ScoreLayout?

    @Option(help: "Go through the document, which loses nothing, or the score.")
    var via = Conversion.Route.auto

    @Option(
        help: ArgumentHelp(
            "With --via score, count as finely as the file did or with the least number of divisions that is exact.",
            valueName: "divisions"))
    var divisions = Conversion.Divisions.asRead

    @Option(
        name: .customLong("musicxml-version"),
        help: ArgumentHelp(
            "With --via score, write for this version of MusicXML; what came later is left out. 4.0 if not given.",
            valueName: "version"))
    var version: MusicXMLVersion?

    @Flag(name: .customLong("no-unfold"), help: "Write every measure to MIDI once, whatever the repeats say.")
    var keepsRepeats = false

    @Flag(help: "Write the bare notes to MIDI: written lengths, one velocity, neither grace notes nor ornaments.")
    var plain = false

    @Flag(
        name: .customLong("words"),
        help: "In MIDI, follow jumps that are only printed, such as D.C. al Fine without a sound.")
    var readsWords = false

    @Option(
        help: ArgumentHelp(
            "From MIDI to MIDI, write the file as it was read or in one canonical way; as it was read if not given.",
            valueName: "layout"))
    var midiLayout: MIDIFile.Layout?

    @OptionGroup(title: "From MIDI to notation")
    var transcription: TranscriptionOptions

    @Flag(help: "Refuse files that had to be repaired.")
    var strict = false

    @Flag(name: .customLong("validate"), help: "Refuse to write MusicXML that its content model does not allow.")
    var validates = false

    @Option(
        help: ArgumentHelp("Write diagnostics and losses to this file, one JSON object a line.", valueName: "file.json")
    )
    var report: String?

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp(
            "How many files to convert at a time; as many as there are processors if not given.", valueName: "n"))
    var jobs: Int?

    @OptionGroup(title: "Messages")
    var messages: MessageOptions

    @OptionGroup(title: "Limits")
    var limits: LimitOptions

    func validate() throws {
        guard jobs ?? 1 > 0 else { throw ValidationError("--jobs must be above zero.") }
        if outputDir != nil {
            guard to != nil else { throw ValidationError("--output-dir needs --to.") }
        } else {
            guard files.count == 2 else {
                throw ValidationError("Give one file to read and one to write, or --to and --output-dir.")
            }
        }
        switch (via, try target()) {
        case (.document, .midi), (.document, .rmid):
            throw ValidationError("MIDI is made from the score: --via document cannot lead there.")
        case (_, .midi2): throw ValidationError(MIDISource.clipNotWritten.diagnostic.message)
        default: break
        }
        if version != nil {
            guard via == .score, try !target().isMIDI else {
                throw ValidationError("--musicxml-version is for MusicXML and MXL with --via score.")
            }
        }
        if plain, try !target().isMIDI { throw ValidationError("--plain is for MIDI.") }
        if readsWords {
            guard !keepsRepeats, try target().isMIDI else {
                throw ValidationError("--words is for MIDI, and not with --no-unfold.")
            }
        }
        if layout != nil, try target().isMIDI { throw ValidationError("--layout is for MusicXML and MXL.") }
        if midiLayout != nil, try !target().isMIDI { throw ValidationError("--midi-layout is for MIDI.") }
    }

    private func target() throws -> FileFormat {
        if let to { return to }
        guard let format = files.last.flatMap({ FileFormat(fileName: $0) }) else {
            throw ValidationError("The name of the output does not tell its format; give --to \(FileFormat.list).")
        }
        return format
    }

    func run() async throws {
        let console = Console.current
        let work = try plan(console)
        let conversion = Conversion(
            from: from, to: try target(), route: via, divisions: divisions, version: version ?? .v4_0,
            layout: layout, tellsLosses: report != nil || !messages.quiet, unfoldsRepeats: !keepsRepeats,
            readsWords: readsWords, isPlain: plain, transcription: transcription.options,
            midiLayout: midiLayout ?? .asRead, isStrict: strict,
            validates: validates,
            limits: limits.limits)
        let bar = ProgressBar(total: work.count, draw: work.count > 1 && !messages.quiet ? console.status : nil)
        let outcomes = await batch(work, jobs: jobs ?? ProcessInfo.processInfo.activeProcessorCount) {
            (step: ConversionStep) -> ConversionOutcome in
            defer { bar.step() }
            return step.run(conversion, console: console)
        }
        for outcome in outcomes { messages.print(outcome.diagnostics, about: outcome.input, to: console) }
        if let report { try write(outcomes, to: report, console: console) }
        sumUpLosses(outcomes.flatMap(\.losses), console)
        let failed = outcomes.count { !$0.ok }
        if work.count > 1 {
            messages.summary("\(work.count - failed) of \(work.count) files converted", to: console)
        }
        if failed > 0 {
            throw ExitStatus.unreadable
        }
    }

    /// What is to be read and where it is to be written. Nothing is done yet when two inputs want the same output.
    private func plan(_ console: Console) throws -> [ConversionStep] {
        guard let outputDir, let to else {
            let input = InputFile(path: files[0], relativePath: files[0])
            return [ConversionStep(input: input, output: OutputFile(path: files[1]))]
        }
        var owners: [String: String] = [:]
        return try InputFile.find(files, console).map { input in
            let name = (input.relativePath as NSString).deletingPathExtension
            let path = (outputDir as NSString).appendingPathComponent("\(name).\(to.extensions[0])")
            if let other = owners.updateValue(input.path, forKey: path) {
                console.error("\(other) and \(input.path) would both be written to \(path)")
                throw ExitStatus.wrongUsage
            }
            return ConversionStep(input: input, output: OutputFile(path: path))
        }
    }

    private func sumUpLosses(_ losses: [Loss], _ console: Console) {
        guard !losses.isEmpty else { return }
        let kinds = Set(losses.map(\.kind)).count
        let all = losses.reduce(0) { $0 + $1.count }.formatted(.number.locale(Locale(identifier: "en_US")))
        let hint = report.map { "\($0) lists them" } ?? "--report lists them"
        messages.summary("lost: \(kinds) \(kinds == 1 ? "kind" : "kinds"), \(all) in all; \(hint)", to: console)
    }

    private func write(_ outcomes: [ConversionOutcome], to path: String, console: Console) throws {
        let lines = try outcomes.map { try jsonText($0) + "\n" }
        do {
            try OutputFile(path: path).write(Array(lines.joined().utf8), console: console)
        } catch let error as FileError {
            console.error(error.diagnostic.message)
            throw ExitStatus.unreadable
        }
    }
}
