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
            quartet lint IN OUT-OPTIONS --format musicxml [options]
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
    private static let annotated = "musicxml"
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
        // A report that is wanted of nothing is never written.
        let report = ReportList.report(
            format, isColoured: output == nil && console.isColoured,
            version: QuartetCommand.configuration.version)
        let isOnly = steps.count == 1
        let isStreamed = output.map { $0 == "-" } ?? true && report.map { !type(of: $0).isOneDocument } ?? false
        let readingLimits = limits.limits
        let reports = writeBaseline == nil
        var summary = LintSummary()
        var bodies: [String] = []
        var known: [Baseline.Entry] = []
        let bar = ProgressBar(total: steps.count, draw: isOnly || messages.quiet ? nil : console.status)
        await batch(steps, jobs: jobs ?? ProcessInfo.processInfo.activeProcessorCount) { step in
            defer { bar.step() }
            return step.run(readingLimits, console: console) { judgement in
                reports ? report?.body(of: judgement, isOnly: isOnly) ?? "" : ""
            }
        } take: { outcome in
            tell(outcome, console)
            summary.add(outcome)
            guard let judgement = outcome.judgement else { return }
            if let writeBaseline {
                let path = relativePath(of: outcome.input.path, from: folder(of: writeBaseline))
                known += judgement.findings.map { Baseline.Entry($0, file: path) }
            } else if isStreamed {
                console.write(Array(outcome.body.utf8))
            } else {
                bodies.append(outcome.body)
            }
        }
        if let writeBaseline, summary.unreadable == 0 {
            try write(Baseline.file(known), to: writeBaseline, console)
            messages.summary("\(known.count) findings listed in \(writeBaseline)", to: console)
            return
        }
        if reports, !isStreamed, let report, !bodies.isEmpty {
            try write(Array(report.document(of: bodies, totals: summary.totals).utf8), to: output ?? "-", console)
        }
        if summary.missing > 0 {
            messages.summary(
                "\(summary.missing) entries of the baseline no longer occur; --write-baseline leaves them out",
                to: console)
        }
        if !isOnly { messages.summary(summary.text, to: console) }
        if summary.unreadable > 0 { throw ExitStatus.unreadable }
        if summary.hasFailures, reports { throw ExitStatus.findings }
    }

    private func tell(_ outcome: LintOutcome, _ console: Console) {
        messages.print(outcome.diagnostics, about: outcome.input.path, to: console)
        if outcome.isSpellingInferred {
            messages.summary(
                "\(outcome.input.path): note: MIDI has no letters; they were inferred, so that rules about letters are less sure",
                to: console)
        }
    }

    private func write(_ bytes: [UInt8], to path: String, _ console: Console) throws {
        do {
            try OutputFile(path: path).write(bytes, console: console)
        } catch let error as FileError {
            console.error(error.diagnostic.message)
            throw ExitStatus.unreadable
        }
    }

    // MARK: The plan

    /// What is to be judged and how. Nothing is done yet when a configuration is wrong.
    private func plan(_ console: Console) throws -> [LintStep] {
        do {
            let files = InputFile.find(inputs)
            let outputs = try annotatedFiles(files)
            var search = try ConfigurationSearch(settings.choice, console: console)
            var baselines: [String: Baseline] = [:]
            return try zip(files, outputs).map { file, output in
                let found = try search.configuration(of: file.path)
                var known: Baseline?
                if writeBaseline == nil, let path = baseline ?? found?.baseline {
                    known = try baselines[path] ?? Baseline(path: path, console: console)
                    baselines[path] = known
                }
                return LintStep(
                    input: file, settings: settings.settings(found?.changes(for: file.path) ?? []),
                    failOn: failOn ?? found?.configuration.failOn ?? .error, baseline: known, annotated: output)
            }
        } catch let error as FileError {
            console.error(error.diagnostic.message)
            throw ExitStatus.wrongUsage
        }
    }

    /// Where each score goes with marks in it; nowhere unless that is asked for.
    private func annotatedFiles(_ files: [InputFile]) throws -> [OutputFile?] {
        guard format == LintCommand.annotated else { return files.map { _ in nil } }
        guard let outputDir else {
            guard files.count < 2 else {
                throw FileError(code: "usage", "--format musicxml of several scores needs --output-dir")
            }
            return try files.map { try LintCommand.marked($0, path: output ?? "-") }
        }
        var owners: [String: String] = [:]
        return try files.map { file in
            let name = (file.relativePath as NSString).deletingPathExtension
            let format = FileFormat(fileName: file.path) == .mxl ? FileFormat.mxl : .musicxml
            let path = (outputDir as NSString).appendingPathComponent("\(name).\(format.extensions[0])")
            if let other = owners.updateValue(file.path, forKey: path) {
                throw FileError(code: "usage", "\(other) and \(file.path) would both be written to \(path)")
            }
            return try LintCommand.marked(file, path: path)
        }
    }

    /// Marks would be taken for music the next time, so that no score is replaced by itself with marks in it.
    private static func marked(_ file: InputFile, path: String) throws -> OutputFile {
        guard path == "-" || absolutePath(path) != absolutePath(file.path) else {
            throw FileError(code: "usage", "\(file.path) would be replaced by its copy with marks in it")
        }
        return OutputFile(path: path)
    }
}
