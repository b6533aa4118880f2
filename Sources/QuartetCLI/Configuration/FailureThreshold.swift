import ArgumentParser
import Counterpoint

/// From when on a finding is a failure.
enum FailureThreshold: String, CaseIterable, Sendable, ExpressibleByArgument {
    case error, warning, never

    /// True when a finding of the severity fails.
    func isReached(by severity: Severity) -> Bool {
        switch self {
        case .error: severity >= .error
        case .warning: severity >= .warning
        case .never: false
        }
    }
}
