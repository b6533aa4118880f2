public import ArgumentParser
public import Counterpoint

/// `quartet analyze`.
struct AnalyzeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "analyze",
        abstract: "Tell the harmony: keys, chords, tones foreign to them, cadences.",
        usage: """
            quartet analyze IN... [options]
            quartet analyze IN --format musicxml --output OUT [options]
            quartet analyze IN... --format musicxml --output-dir DIR [options]
            """,
        discussion: """
            Of each score and MIDI file it tells the key and the local keys, the chords with their numerals, the tones that \
            belong to no chord by what they do, and the cadences, each with the share of right answers among such (its \
            confidence). What the score says itself by numerals, chord symbols and figures is believed. \
            With --format musicxml the score itself is written, with chord symbols over it and numerals under it.
            Exit status: 0 done; 2 wrong usage; 3 some input could not be read, or some output not written.
            """)

    @Argument(help: ArgumentHelp("The scores, or folders with scores; - is standard input.", valueName: "in"))
    var inputs: [String]

    @Option(help: ArgumentHelp("\(AnalyzeCommand.formats.joined(separator: ", ")).", valueName: "format"))
    var format = AnalyzeCommand.formats[0]

    @OptionGroup
    var reporting: ReportingOptions

    @Option(
        help: ArgumentHelp(
            "The key of the piece, if you know it better: G, e, \"Bb major\"; a small letter alone is minor.",
            valueName: "key"))
    var key: Tonality?

    @OptionGroup(title: "Messages")
    var messages: MessageOptions

    @OptionGroup(title: "Limits")
    var limits: LimitOptions

    private static let formats = AnalysisReportList.names + [ReportingOptions.annotated]

    func validate() throws { try reporting.check(format, among: AnalyzeCommand.formats) }

    func run() async throws {
        let console = Console.current
        let steps = try plan(console)
        let isOnly = steps.count == 1
        let report = AnalysisReportList.report(format, version: QuartetCommand.configuration.version)
        let isStreamed = reporting.isShown && report != nil
        let drawsBar = !isOnly && !messages.quiet && !(isStreamed && console.isTerminal)
        let bar = ProgressBar(total: steps.count, draw: drawsBar ? console.status : nil)
        let limits = limits.limits
        var (text, told, inferred) = ("", 0, 0)
        await batch(steps, jobs: reporting.workers) { step in
            defer { bar.step() }
            return step.run(limits, console: console) { report?.body(of: $0, isOnly: isOnly) ?? "" }
        } take: { outcome in
            messages.print(outcome.diagnostics, about: outcome.input.path, to: console)
            guard let body = outcome.body else { return }
            if told == 0 { text += report?.head(isOnly: isOnly) ?? "" }
            text += body
            told += 1
            inferred += outcome.isSpellingInferred ? 1 : 0
            if isStreamed {
                console.write(Array(text.utf8))
                text = ""
            }
        }
        if told > 0, let report {
            text += report.foot
            try OutputFile(path: reporting.output ?? "-").deliver(Array(text.utf8), console: console)
        }
        if inferred > 0 {
            let files = inferred == 1 ? "a MIDI file" : "\(inferred) MIDI files"
            messages.summary("the spelling of \(files) was inferred: names of chords are less sure", to: console)
        }
        if told < steps.count { throw ExitStatus.unreadable }
    }

    /// What is to be done. Nothing is done yet when an output would replace its input.
    private func plan(_ console: Console) throws -> [AnalyzeStep] {
        let files = try InputFile.find(inputs, console)
        do {
            let outputs = try reporting.scores(from: files, format: format)
            return zip(files, outputs).map { AnalyzeStep(input: $0, key: key, annotated: $1) }
        } catch {
            console.error("\(error)")
            throw ExitStatus.wrongUsage
        }
    }
}

extension Tonality: ExpressibleByArgument {
    /// The key of a name.
    public init?(argument: String) { self.init(argument) }
}
