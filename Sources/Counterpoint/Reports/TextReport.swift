/// Text for a terminal: each finding with the bar drawn in small.
public struct TextReport: Report {
    /// What `--format` calls it.
    public static let name = "text"

    private let isColoured: Bool
    private let showsInfo: Bool

    /// The report.
    ///
    /// - Parameters:
    ///   - isColoured: Whether the terminal shows colours.
    ///   - showsInfo: Whether what is only worth knowing is told, and not just counted.
    public init(isColoured: Bool, showsInfo: Bool) {
        self.isColoured = isColoured
        self.showsInfo = showsInfo
    }

    /// A paragraph a finding.
    public func body(of judgement: Judgement, isOnly: Bool) -> String {
        var text = ""
        for finding in judgement.findings where showsInfo || finding.severity > .info {
            let boundary = finding.boundary.map { " (across a \($0.name))" } ?? ""
            text += "\(judgement.file): \(finding.place.text): "
            text += styled(finding.severity.rawValue, finding.severity.style)
            text += ": \(finding.message)\(boundary) \(styled("[\(finding.rule)]", "2"))\n"
            text += BarSketch(finding, in: judgement.passage).lines { styled($0, finding.severity.style) }
                .map { "    \($0)\n" }.joined()
            text += "\n"
        }
        if isOnly { text += summary(of: judgement) }
        return text
    }

    private func summary(of judgement: Judgement) -> String {
        let counts = [Severity.error, .warning, .info].compactMap { severity -> String? in
            let count = judgement.count(severity)
            guard count > 0 else { return nil }
            if severity == .info, !showsInfo { return "\(count) info (told with --verbose)" }
            let plural = severity == .info || count == 1 ? "" : "s"
            return styled("\(count) \(severity.rawValue)\(plural)", severity.style)
        }
        let hidden = [(judgement.allowed, "allowed in the score"), (judgement.known, "in the baseline")]
            .filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
        return "\(judgement.file): "
            + (counts.isEmpty ? "nothing found" : counts.joined(separator: ", "))
            + (hidden.isEmpty ? "" : " (\(hidden.joined(separator: ", ")))") + "\n"
    }

    /// Text between the codes of a terminal (ECMA-48, SGR).
    private func styled(_ text: String, _ code: String) -> String {
        isColoured ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
    }
}

extension Severity {
    /// Bold red, yellow and blue.
    fileprivate var style: String {
        switch self {
        case .error: "1;31"
        case .warning: "1;33"
        case .info, .off: "1;34"
        }
    }
}

extension Boundary {
    /// Its name for people.
    var name: String {
        switch self {
        case .fermata: "fermata"
        case .doubleBar: "double bar"
        case .generalRest: "general rest"
        }
    }
}
