/// How much a finding matters.
public enum Severity: String, Sendable, CaseIterable {
    /// The rule is not looked at.
    case off
    /// Worth knowing, and often right as it is.
    case info
    /// Should be looked at.
    case warning
    /// Breaks a rule that its style keeps.
    case error
}

extension Severity: Comparable {
    private var rank: Int { Severity.allCases.firstIndex(of: self) ?? 0 }

    /// Orders from off to error.
    public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }
}
