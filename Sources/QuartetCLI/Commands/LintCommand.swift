import ArgumentParser
import Counterpoint
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

    @Argument(
        help: ArgumentHelp("The scores, folders with scores, or corpus indices; - is standard input.", valueName: "in"))
    var inputs: [String]

    @Option(help: ArgumentHelp("\(LintCommand.formats.joined(separator: ", ")).", valueName: "format"))
    var format = LintCommand.formats[0]

    @OptionGroup
    var reporting: ReportingOptions

    @OptionGroup(title: "Rules")
    var settings: SettingsOptions

    @Option(
        help: ArgumentHelp(
            "The key of the piece, for rules about harmony, if you know it: G, e, \"Bb major\"; a small letter alone is minor.",
            valueName: "key"))
    var key: Tonality?

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

    @OptionGroup(title: "Messages")
    var messages: MessageOptions

    @OptionGroup(title: "Limits")
    var limits: LimitOptions

    private static let formats = ReportList.names + [ReportingOptions.annotated]

    func validate() throws {
        try reporting.check(format, among: LintCommand.formats)
        if writeBaseline != nil {
            guard baseline == nil, reporting.output == nil, format == LintCommand.formats[0] else {
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
            format, isColoured: reporting.output == nil && console.isColoured,
            showsInfo: messages.verbose || !settings.only.isEmpty,
            version: QuartetCommand.configuration.version)
        let isStreamed = reporting.isShown && report.map { !type(of: $0).isOneDocument } ?? false
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
            let document = report.document(of: bodies, totals: summary.totals)
            try OutputFile(path: reporting.output ?? "-").deliver(Array(document.utf8), console: console)
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
        try OutputFile(path: path).deliver(Baseline.file(entries), console: console)
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
        await batch(steps, jobs: reporting.workers) { step in
            defer { bar.step() }
            return step.run(limits, console: console, report: report)
        } take: { outcome in
            messages.print(outcome.diagnostics, about: outcome.input.path, to: console)
            summary.add(outcome)
            take(outcome)
        }
        return summary
    }
}
