public import Counterpoint
internal import Foundation

/// What findings of a linter weigh together: each as much, in nats, as it would surprise whoever knows Bach's chorales.
///
/// A rule that Bach breaks n times a piece weighs ln(1 + 1/n); one that he breaks all the time next to nothing. Errors of the profile weigh
/// ``error`` more, so that nothing outweighs them, but not across the end of a phrase.
public struct FaultCost: Sendable {
    /// What an error weighs besides its rareness.
    public static let error = 10.0
    /// The rate of a rule that was never found, in findings a piece.
    private static let rarest = 0.003

    private let weights: [String: Double]

    /// The weights of all rules.
    public init() {
        weights = RuleList.cards.reduce(into: [:]) { weights, card in
            let rate = BaseRate.inChorales(card.id)?.mean ?? 1
            weights[card.id] = log(1 + 1 / max(rate, Self.rarest))
        }
    }

    /// What a finding weighs.
    public func weight(of finding: Finding) -> Double {
        let own = (weights[finding.rule] ?? 0) * finding.confidence
        return finding.severity == .error ? own + Self.error : own
    }

    /// What findings weigh together.
    public func weight(of findings: [Finding]) -> Double { findings.reduce(0) { $0 + weight(of: $1) } }
}
