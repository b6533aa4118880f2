public import Counterpoint

/// How much was found, by severity.
public struct SeverityCounts: Hashable, Sendable, Codable {
    /// What breaks a rule that its style keeps.
    public let errors: Int
    /// What should be looked at.
    public let warnings: Int
    /// What is worth knowing, and often right as it is.
    public let infos: Int

    /// Counts findings.
    public init(_ findings: [Finding]) {
        errors = findings.count { $0.severity == .error }
        warnings = findings.count { $0.severity == .warning }
        infos = findings.count { $0.severity == .info }
    }

    /// `no errors, 1 warning, 4 info`.
    var text: String {
        let rest = [(warnings, warnings == 1 ? "warning" : "warnings"), (infos, "info")].filter { $0.0 > 0 }
        return ([errors == 0 ? "no errors" : errors == 1 ? "1 error" : "\(errors) errors"] + rest.map { "\($0) \($1)" })
            .joined(separator: ", ")
    }
}
