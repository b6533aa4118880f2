import Counterpoint
import MusicXML
import ScoreModel
import StandardMIDI

/// One file that is judged.
struct LintStep: Sendable {
    let input: InputFile
    let settings: Settings
    /// From when on its findings are failures.
    let failOn: FailureThreshold
    /// What is known already.
    let baseline: Baseline?
    /// Where the score goes with marks in it, if that is wanted.
    let annotated: OutputFile?

    /// Reads and judges; whatever goes wrong is in the outcome.
    ///
    /// - Parameter report: Writes down what was found.
    func run(
        _ limits: ReadingLimits, console: Console, report: (Judgement) -> String
    ) -> LintOutcome {
        var outcome = LintOutcome(input: input)
        do {
            let bytes = try input.read(limit: limits.bytes, console: console)
            var judgement: Judgement
            if FileFormat(content: bytes)?.isMIDI == true {
                judgement = try judged(MIDISource(bytes), &outcome)
                outcome.missing = hideKnown(in: &judgement)
            } else {
                var file = try ScoreFile(bytes, limits: limits)
                let score = try file.score()
                outcome.diagnostics = file.diagnostics
                judgement = Judgement(file: input.path, score: score, linter: Linter(settings))
                var allowances = Allowances(file.document)
                allowances.apply(to: &judgement, settings)
                outcome.diagnostics += allowances.diagnostics
                outcome.missing = hideKnown(in: &judgement)
                judgement.locate(in: file.document)
                try annotate(file, judgement, console)
            }
            if judgement.score.parts.count > Passage.mostVoices {
                outcome.diagnostics.append(
                    Diagnostic(
                        code: "voices-left-out", severity: .warning,
                        message: "the score has \(judgement.score.parts.count) parts, and the first "
                            + "\(Passage.mostVoices) voices are judged"))
            }
            outcome.isFailure = judgement.findings.contains { failOn.isReached(by: $0.severity) }
            outcome.body = report(judgement)
            outcome.judgement = judgement
        } catch {
            outcome.diagnostics = [
                (error as? FileError)?.diagnostic
                    ?? Diagnostic(code: "failed", severity: .error, message: "\(error)")
            ]
        }
        return outcome
    }

    private func hideKnown(in judgement: inout Judgement) -> Int {
        baseline?.apply(to: &judgement, of: input.path, settings) ?? 0
    }

    private func judged(_ source: MIDISource, _ outcome: inout LintOutcome) throws -> Judgement {
        guard annotated == nil else {
            throw FileError(
                code: "midi-input",
                "this is a MIDI file, which has no notation to mark; quartet convert makes a score of it")
        }
        let transcription: Transcription
        do throws(MIDIFileError) {
            switch source {
            case .file(let file): transcription = try Transcription(file)
            case .clip(let clip): transcription = try Transcription(clip)
            }
        } catch {
            throw FileError(error.diagnostic)
        }
        outcome.diagnostics = transcription.diagnostics
        outcome.isSpellingInferred = true
        return Judgement(
            file: input.path, score: transcription.score, linter: Linter(settings), spelling: .inferred)
    }

    private func annotate(_ file: ScoreFile, _ judgement: Judgement, _ console: Console) throws {
        guard let annotated else { return }
        var bytes = Annotation(judgement, in: file.document).document.xml()
        if FileFormat(fileName: annotated.path) == .mxl {
            var archive = file.archive ?? MXLArchive(score: bytes)
            archive.replaceScore(bytes)
            do { bytes = try archive.packed() } catch { throw FileError(error.diagnostic) }
        }
        if annotated.path != "-" { try annotated.makeFolder() }
        try annotated.write(bytes, console: console)
    }
}

/// What became of one file.
struct LintOutcome: Sendable {
    let input: InputFile
    /// What was found; nil when the file could not be read.
    var judgement: Judgement?
    /// What the report says of it.
    var body = ""
    /// What the readers had to tell.
    var diagnostics: [Diagnostic] = []
    /// True when the file has no letters for its pitches.
    var isSpellingInferred = false
    /// True when something was found that fails.
    var isFailure = false
    /// How many entries of the baseline about the file have gone.
    var missing = 0
}
