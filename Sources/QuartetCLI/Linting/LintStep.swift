import Counterpoint
import MusicXML
import ScoreModel

/// One file that is judged.
struct LintStep: Sendable {
    let input: InputFile
    let settings: Settings
    /// From when on its findings are failures.
    let failOn: FailureThreshold
    /// What is known already.
    let baseline: Baseline?
    /// The key of the score, when its user says so.
    let key: Tonality?
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
            let music = try MusicFile(bytes, limits: limits, isToBeWritten: annotated != nil)
            outcome.diagnostics = music.diagnostics
            outcome.isSpellingInferred = music.spelling == .inferred
            var judgement = Judgement(
                file: input.path, score: music.score, linter: Linter(settings), spelling: music.spelling, key: key)
            if let document = music.notation?.document {
                var allowances = Allowances(document)
                allowances.apply(to: &judgement, settings)
                outcome.diagnostics += allowances.diagnostics
            }
            outcome.missing = baseline?.apply(to: &judgement, of: input.path, settings) ?? 0
            if let notation = music.notation {
                judgement.locate(in: notation.document)
                if let annotated {
                    try notation.write(
                        Annotation(judgement, in: notation.document).document, to: annotated, console: console)
                }
            }
            outcome.diagnostics += judgement.omissions
            outcome.diagnostics += judgement.disagreements.map {
                $0.diagnostic(judgement.passage, music.notation?.document)
            }
            outcome.isFailure = judgement.findings.contains { failOn.isReached(by: $0.severity) }
            outcome.body = report(judgement)
            outcome.judgement = judgement
        } catch {
            outcome.diagnostics = [FileError.diagnostic(of: error)]
        }
        return outcome
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
