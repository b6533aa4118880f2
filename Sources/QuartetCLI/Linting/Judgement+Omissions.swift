import Counterpoint
import ScoreModel

extension Judgement {
    /// What was too much to be judged or told.
    var omissions: [Diagnostic] {
        var omissions = passage.omissions
        if findings.count + allowed + known >= Linter.mostFindings {
            omissions.append(
                Diagnostic(
                    code: "findings-omitted", severity: .warning,
                    message: "the linter stopped at \(Linter.mostFindings) findings"))
        }
        return omissions
    }
}

extension Passage {
    /// The voices that found no room in it.
    var omissions: [Diagnostic] {
        guard omitted > 0 else { return [] }
        return [
            Diagnostic(
                code: "voices-omitted", severity: .warning,
                message: "\(omitted) voices are left out; the first \(voices.count) are looked at")
        ]
    }
}
