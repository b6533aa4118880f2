/// One page that holds everything.
public struct HTMLReport: Report {
    /// What `--format` calls it.
    public static let name = "html"
    /// A page has all findings.
    public static let isOneDocument = true

    private let version: String

    /// The report of a version of the linter.
    public init(version: String) { self.version = version }

    /// A section.
    public func body(of judgement: Judgement, isOnly: Bool) -> String { "" }
}
