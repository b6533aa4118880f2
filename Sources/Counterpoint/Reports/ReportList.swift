/// All reports.
public enum ReportList {
    /// The names of the reports, in the order of the help.
    public static let names = ["text"]

    /// The report of a name.
    ///
    /// - Parameters:
    ///   - isColoured: Whether text is for a terminal that shows colours.
    ///   - version: The version of the linter, for reports that tell it.
    public static func report(_ name: String, isColoured: Bool, version: String) -> (any Report)? {
        name == "text" ? PlainReport() : nil
    }
}

/// A line a finding.
private struct PlainReport: Report {
    static let name = "text"

    func body(of judgement: Judgement, isOnly: Bool) -> String {
        judgement.findings.map { finding in
            let line = finding.notes.first?.origin.flatMap { judgement.sources[$0]?.line }.map { "line \($0), " } ?? ""
            return "\(judgement.file): \(line)measure \(finding.place.measure): "
                + "\(finding.severity.rawValue): \(finding.message) [\(finding.rule)]\n"
        }.joined()
    }
}
