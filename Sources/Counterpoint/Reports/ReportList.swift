/// All reports.
public enum ReportList {
    /// The names of the reports, in the order of the help.
    public static let names = [
        TextReport.name, JSONReport.name, SARIFReport.name, GitHubReport.name, HTMLReport.name,
    ]

    /// The report of a name.
    ///
    /// - Parameters:
    ///   - isColoured: Whether text is for a terminal that shows colours.
    ///   - showsInfo: Whether text tells what is only worth knowing.
    ///   - version: The version of the linter, for reports that tell it.
    public static func report(_ name: String, isColoured: Bool, showsInfo: Bool, version: String) -> (any Report)? {
        switch name {
        case TextReport.name: TextReport(isColoured: isColoured, showsInfo: showsInfo)
        case JSONReport.name: JSONReport()
        case SARIFReport.name: SARIFReport(version: version)
        case GitHubReport.name: GitHubReport()
        case HTMLReport.name: HTMLReport(version: version)
        default: nil
        }
    }
}
