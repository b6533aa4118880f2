/// How often a rule finds something where good composers wrote.
public struct BaseRate: Hashable, Sendable {
    /// Findings a piece, within phrases, whatever their severity.
    public let mean: Double
    /// The share of pieces with one or more.
    public let share: Double
}

extension BaseRate {
    /// The rate of a rule in 365 chorales by Bach; nil for a rule that was not measured.
    public static func inChorales(_ rule: String) -> BaseRate? { BaseRates.rate(of: rule)?.chorales }
    /// The rate of a rule in 354 movements of string quartets.
    public static func inQuartets(_ rule: String) -> BaseRate? { BaseRates.rate(of: rule)?.quartets }

    /// `0.12 a piece, in 9 % of them`.
    func text(_ piece: String) -> String {
        guard mean > 0 else { return "none" }
        let hundredths = Int((mean * 100).rounded())
        let digits = String(hundredths % 100 + 100).dropFirst()
        let often = hundredths == 0 ? "less than 0.01" : "\(hundredths / 100).\(digits)"
        let percent = Int((share * 100).rounded())
        return "\(often) a \(piece), in \(percent == 0 ? "less than 1" : "\(percent)") % of them"
    }
}
