/// What a number usually is in pieces of a composer.
public struct Norm: Hashable, Sendable, Codable {
    /// In all of them together.
    public let mean: Double
    /// What 95 of 100 pieces have at least.
    public let low: Double
    /// What 95 of 100 pieces have at most.
    public let high: Double

    /// - Parameters:
    ///   - mean: In all pieces together, the longer ones counting more.
    ///   - numbers: In each piece; not none.
    init(mean: Double, of numbers: [Double]) {
        let sorted = numbers.sorted()
        (self.mean, low, high) = (mean, sorted.quantile(0.05), sorted.quantile(0.95))
    }

    init(mean: Double, low: Double, high: Double) { (self.mean, self.low, self.high) = (mean, low, high) }
}

extension Norm {
    /// Findings of a rule for 100 chords, within phrases and whatever their severity: in 365 chorales by Bach for a choir, in excerpts of 152 quartets
    /// for strings. Nil for a rule that was not measured.
    public init?(of rule: String, for ensemble: Ensemble) {
        let rules = ensemble == .choir ? ChoraleNorms.rules : QuartetNorms.rules
        guard let row = rules.first(where: { $0.rule == rule }) else { return nil }
        self.init(mean: row.mean, low: row.low, high: row.high)
    }

    /// A rate in its unit, in the same music; nil for one that was not measured.
    public init?(of rate: StyleRate, for ensemble: Ensemble) {
        let rates = ensemble == .choir ? ChoraleNorms.rates : QuartetNorms.rates
        guard let row = rates.first(where: { $0.rate == rate }) else { return nil }
        self.init(mean: row.mean, low: row.low, high: row.high)
    }
}
