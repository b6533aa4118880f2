/// Workflow commands, which GitHub shows as annotations at the lines of a file.
public struct GitHubReport: Report {
    /// What `--format` calls it.
    public static let name = "github"

    /// The report.
    public init() {}

    /// A command a finding.
    public func body(of judgement: Judgement, isOnly: Bool) -> String {
        judgement.findings.map { finding in
            var properties = ["file=\(escaped(judgement.file, isProperty: true))"]
            if let line = judgement.line(of: finding) { properties.append("line=\(line)") }
            properties.append("title=\(finding.rule)")
            let text = "m. \(finding.place.measure), beat \(finding.place.beat): \(finding.message)"
            return
                "::\(command(finding.severity)) \(properties.joined(separator: ","))::\(escaped(text, isProperty: false))\n"
        }.joined()
    }

    private func command(_ severity: Severity) -> String {
        switch severity {
        case .error: "error"
        case .warning: "warning"
        case .info, .off: "notice"
        }
    }

    /// What would end a command or a property is written as a percent code (GitHub, "Workflow commands").
    private func escaped(_ text: String, isProperty: Bool) -> String {
        text.unicodeScalars.reduce(into: "") { result, scalar in
            switch scalar {
            case "%": result += "%25"
            case "\r": result += "%0D"
            case "\n": result += "%0A"
            case ":" where isProperty: result += "%3A"
            case "," where isProperty: result += "%2C"
            default: result.unicodeScalars.append(scalar)
            }
        }
    }
}

extension Judgement {
    /// The line of the note that a finding is shown at: the one that begins last, where the fault is complete.
    func line(of finding: Finding) -> Int? {
        let shown = finding.notes.filter { $0.onset <= finding.at }.max { $0.onset < $1.onset } ?? finding.notes.first
        return shown?.origin.flatMap { sources[$0]?.line }
    }
}
