import ArgumentParser
import Counterpoint
import Foundation
import ScoreModel

/// `quartet lint`.
struct LintCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lint",
        abstract: "Find what breaks the rules of counterpoint.",
        usage: """
            quartet lint IN... [options]
            quartet lint IN --format musicxml --output OUT [options]
            quartet lint IN... --format musicxml --output-dir DIR [options]
            """,
        discussion: """
            Scores and MIDI files are judged by the rules of a style; quartet rules explains them. \
            .quartet.yml in the folder of a score, or the nearest one above it, sets rules, limits and exceptions; the command \
            line is stronger. A score allows what <?quartet allow RULE?> in it says. \
            With --format musicxml the score itself is written, with the notes at fault coloured and a text over each finding.
            Exit status: 0 nothing that fails; 1 findings at or above --fail-on; 2 wrong usage or a wrong configuration; 3 some \
            input could not be read.
            """)

    @Argument(help: ArgumentHelp("The scores, or folders with scores; - is standard input.", valueName: "in"))
    var inputs: [String]

    @Option(help: ArgumentHelp("\(LintCommand.formats.joined(separator: ", ")).", valueName: "format"))
    var format = LintCommand.formats[0]

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp("The file to write; standard output if not given.", valueName: "file"))
    var output: String?

    @Option(
        help: ArgumentHelp(
            "The folder to write to with --format musicxml; it is made if it is missing.", valueName: "dir"))
    var outputDir: String?

    @OptionGroup(title: "Rules")
    var settings: SettingsOptions

    @Option(
        help: ArgumentHelp(
            "From when on a finding is a failure: error, warning or never; error if not given.",
            valueName: "severity"))
    var failOn: FailureThreshold?

    @Option(help: ArgumentHelp("Leave out what this file lists.", valueName: "file.json"))
    var baseline: String?

    @Option(
        help: ArgumentHelp(
            "List what is found in this file, for --baseline, and report nothing.", valueName: "file.json"))
    var writeBaseline: String?

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp(
            "How many files to judge at a time; as many as there are processors if not given.", valueName: "n"))
    var jobs: Int?

    @OptionGroup(title: "Messages")
    var messages: MessageOptions

    @OptionGroup(title: "Limits")
    var limits: LimitOptions

    /// The format that is the score itself.
    static let annotated = "musicxml"
    private static let formats = ReportList.names + [annotated]

    func validate() throws {
        guard jobs ?? 1 > 0 else { throw ValidationError("--jobs must be above zero.") }
        guard LintCommand.formats.contains(format) else {
            let hint = nearest(to: format, among: LintCommand.formats).map { "; did you mean \($0)?" } ?? "."
            throw ValidationError(
                "There is no format \"\(format)\": there are \(LintCommand.formats.joined(separator: ", "))\(hint)")
        }
        if outputDir != nil {
            guard format == LintCommand.annotated, output == nil else {
                throw ValidationError("--output-dir is for --format musicxml, and not with --output.")
            }
        }
        if format == LintCommand.annotated, let output, FileFormat(fileName: output)?.isMIDI == true {
            throw ValidationError("--format musicxml writes MusicXML or MXL.")
        }
        if writeBaseline != nil {
            guard baseline == nil, output == nil, format == LintCommand.formats[0] else {
                throw ValidationError("--write-baseline writes no report: leave --baseline, --format and --output out.")
            }
        }
    }

    func run() async throws {
        let console = Console.current
        let steps = try plan(console)
        if let writeBaseline {
            try await list(steps, in: writeBaseline, console)
        } else {
            try await report(steps, console)
        }
    }

    private func report(_ steps: [LintStep], _ console: Console) async throws {
        let isOnly = steps.count == 1
        // There is none of the score itself, which is written file by file.
        let report = ReportList.report(
            format, isColoured: output == nil && console.isColoured,
            showsInfo: messages.verbose || !settings.only.isEmpty,
            version: QuartetCommand.configuration.version)
        let isStreamed = (output ?? "-") == "-" && report.map { !type(of: $0).isOneDocument } ?? false
        var bodies: [String] = []
        // Results that scroll by and a bar that stays are too much for one terminal.
        let drawsBar = !isOnly && !messages.quiet && !(isStreamed && console.isTerminal)
        let bar = ProgressBar(total: steps.count, draw: drawsBar ? console.status : nil)
        let summary = await judge(steps, bar, console, report: { report?.body(of: $0, isOnly: isOnly) ?? "" }) {
            outcome in
            if isStreamed {
                console.write(Array(outcome.body.utf8))
            } else if outcome.judgement != nil {
                bodies.append(outcome.body)
            }
        }
        if !isStreamed, let report, !bodies.isEmpty {
            try write(Array(report.document(of: bodies, totals: summary.totals).utf8), to: output ?? "-", console)
        }
        if summary.inferred > 0 {
            let files = summary.inferred == 1 ? "a MIDI file" : "\(summary.inferred) MIDI files"
            messages.summary(
                "the spelling of \(files) was inferred: rules that go by letters are less sure", to: console)
        }
        if summary.missing > 0 {
            let entries = summary.missing == 1 ? "1 entry" : "\(summary.missing) entries"
            messages.summary(
                "\(entries) of the baseline no longer \(summary.missing == 1 ? "occurs" : "occur"); "
                    + "--write-baseline leaves out what has gone",
                to: console)
        }
        // Of one score its report tells, if it has one.
        if !isOnly || report == nil { messages.summary(summary.text, to: console) }
        if summary.unreadable > 0 { throw ExitStatus.unreadable }
        if summary.hasFailures { throw ExitStatus.findings }
    }

    /// Writes a baseline, unless it would lack what nobody could read.
    private func list(_ steps: [LintStep], in path: String, _ console: Console) async throws {
        let folder = folder(of: path)
        var entries: [Baseline.Entry] = []
        let bar = ProgressBar(total: steps.count, draw: steps.count > 1 && !messages.quiet ? console.status : nil)
        let summary = await judge(steps, bar, console, report: { _ in "" }) { outcome in
            let file = relativePath(of: outcome.input.path, from: folder)
            entries += outcome.judgement?.findings.map { Baseline.Entry($0, file: file) } ?? []
        }
        guard summary.unreadable == 0 else {
            console.error("\(path) is not written, because some input could not be read")
            throw ExitStatus.unreadable
        }
        try write(Baseline.file(entries), to: path, console)
        messages.summary(
            "\(entries.count) \(entries.count == 1 ? "finding" : "findings") listed in \(path)", to: console)
    }

    /// Judges all files and takes the outcomes in their order.
    private func judge(
        _ steps: [LintStep], _ bar: ProgressBar, _ console: Console, report: @escaping @Sendable (Judgement) -> String,
        take: (LintOutcome) -> Void
    ) async -> LintSummary {
        var summary = LintSummary()
        let limits = limits.limits
        await batch(steps, jobs: jobs ?? ProcessInfo.processInfo.activeProcessorCount) { step in
            defer { bar.step() }
            return step.run(limits, console: console, report: report)
        } take: { outcome in
            messages.print(outcome.diagnostics, about: outcome.input.path, to: console)
            summary.add(outcome)
            take(outcome)
        }
        return summary
    }

    private func write(_ bytes: [UInt8], to path: String, _ console: Console) throws {
        do {
            try OutputFile(path: path).write(bytes, console: console)
        } catch let error as FileError {
            console.error(error.diagnostic.message)
            throw ExitStatus.unreadable
        }
    }
}
