public import Counterpoint
internal import Foundation

/// What findings of a linter weigh together: each as much, in nats, as it would surprise whoever knows Bach's chorales, or string quartets.
///
/// A rule that is broken n times in a piece of a chorale's length weighs ln(1 + 1/n); one that is broken all the time next to nothing. Errors of the
/// profile weigh ``error`` more, so that nothing outweighs them, but not across the end of a phrase. By the profile of strings little is an error;
/// what is worth a warning there weighs ``warning`` more.
public struct FaultCost: Sendable {
    /// What an error weighs besides its rareness.
    public static let error = 10.0
    /// What a warning weighs besides its rareness in string music.
    public static let warning = 2.0
    /// The rate of a rule that was never found, in findings a piece.
    private static let rarest = 0.003

    private let weights: [String: Double]
    private let ensemble: Ensemble

    /// The weights of all rules for what an ensemble performs.
    public init(_ ensemble: Ensemble = .choir) {
        self.ensemble = ensemble
        weights = RuleList.cards.reduce(into: [:]) { weights, card in
            weights[card.id] = log(1 + 1 / max(ensemble.rate(card.id) ?? 1, Self.rarest))
        }
    }

    /// What a finding weighs.
    public func weight(of finding: Finding) -> Double {
        let own = (weights[finding.rule] ?? 0) * finding.confidence
        return switch (finding.severity, ensemble) {
        case (.error, _): own + Self.error
        case (.warning, .strings): own + Self.warning
        default: own
        }
    }

    /// What findings weigh together.
    public func weight(of findings: [Finding]) -> Double { findings.reduce(0) { $0 + weight(of: $1) } }
}

extension Ensemble {
    /// How often its composers break a rule in a piece of a chorale's length; nil for a rule that was not measured.
    fileprivate func rate(_ rule: String) -> Double? {
        switch self {
        case .choir: BaseRate.inChorales(rule)?.mean
        case .strings: BaseRate.inQuartets(rule).map { $0.mean / Self.choralesInMovement }
        }
    }

    /// A movement of a quartet has 719 quarter notes, a chorale 60.
    private static let choralesInMovement = 12.0
}
