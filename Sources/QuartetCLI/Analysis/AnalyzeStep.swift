import Counterpoint
import MusicXML
import ScoreModel

/// One file whose harmony is told.
struct AnalyzeStep: Sendable {
    let input: InputFile
    /// The key of the piece, when the user says so.
    let key: Tonality?
    /// Where the score goes with its harmony in it, if that is wanted.
    let annotated: OutputFile?

    /// Reads and analyzes; whatever goes wrong is in the outcome.
    ///
    /// - Parameter report: Writes down what was found.
    func run(
        _ limits: ReadingLimits, console: Console, report: (AnalyzedScore) -> String
    ) -> AnalyzeOutcome {
        var outcome = AnalyzeOutcome(input: input)
        do {
            let bytes = try input.read(limit: limits.bytes, console: console)
            let music = try MusicFile(bytes, limits: limits, isToBeWritten: annotated != nil)
            let analyzed = AnalyzedScore(file: input.path, score: music.score, spelling: music.spelling, key: key)
            outcome.diagnostics = music.diagnostics + analyzed.passage.omissions
            outcome.diagnostics += analyzed.analysis.disagreements.map {
                $0.diagnostic(analyzed.passage, music.notation?.document)
            }
            outcome.isSpellingInferred = music.spelling == .inferred
            if let annotated, let notation = music.notation {
                let document = HarmonySymbols(analyzed, in: notation.document).document
                try notation.write(document, to: annotated, console: console)
            }
            outcome.body = report(analyzed)
        } catch {
            outcome.diagnostics = [FileError.diagnostic(of: error)]
        }
        return outcome
    }
}

/// What became of one file.
struct AnalyzeOutcome: Sendable {
    let input: InputFile
    /// What the report says of it; nil when the file could not be read.
    var body: String?
    /// What the readers had to tell, and where the score contradicts itself.
    var diagnostics: [Diagnostic] = []
    /// True when the file has no letters for its pitches.
    var isSpellingInferred = false
}
