import Counterpoint
import ScoreModel

extension Judgement {
    /// What was too much to be judged or told.
    var omissions: [Diagnostic] {
        var omissions: [Diagnostic] = []
        if passage.omitted > 0 {
            omissions.append(
                Diagnostic(
                    code: "voices-omitted", severity: .warning,
                    message: "\(passage.omitted) voices are not judged; the first \(passage.voices.count) are"))
        }
        if findings.count + allowed + known >= Linter.mostFindings {
            omissions.append(
                Diagnostic(
                    code: "findings-omitted", severity: .warning,
                    message: "the linter stopped at \(Linter.mostFindings) findings"))
        }
        return omissions
    }
}
