/// A way to tell the harmony of scores: analyses in, text out.
///
/// A report is its head, what it says of each score, and its foot, so that it can be told while further scores are read.
public protocol AnalysisReport: Sendable {
    /// Its name, as `--format` takes it.
    static var name: String { get }

    /// What stands before all scores.
    ///
    /// - Parameter isOnly: Whether there is one score only.
    func head(isOnly: Bool) -> String
    /// What it says of one score.
    ///
    /// - Parameter isOnly: Whether it is the only one.
    func body(of score: AnalyzedScore, isOnly: Bool) -> String
    /// What stands behind all scores.
    var foot: String { get }
}

extension AnalysisReport {
    /// Most reports begin with the first score.
    public func head(isOnly: Bool) -> String { "" }
    /// Most reports end with the last score.
    public var foot: String { "" }
}

/// All reports of harmony.
public enum AnalysisReportList {
    /// The names of the reports, in the order of the help.
    public static let names = [
        AnalysisTextReport.name, AnalysisJSONReport.name, AnalysisCSVReport.name, AnalysisHTMLReport.name,
    ]

    /// The report of a name.
    ///
    /// - Parameter version: The version of the program, for reports that tell it.
    public static func report(_ name: String, version: String) -> (any AnalysisReport)? {
        switch name {
        case AnalysisTextReport.name: AnalysisTextReport()
        case AnalysisJSONReport.name: AnalysisJSONReport()
        case AnalysisCSVReport.name: AnalysisCSVReport()
        case AnalysisHTMLReport.name: AnalysisHTMLReport(version: version)
        default: nil
        }
    }
}
