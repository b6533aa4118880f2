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
    /// Findings of a rule for 100 chords in 365 chorales by Bach, within phrases and whatever their severity; nil for a rule that was not measured.
    public static func inChorales(_ rule: String) -> Norm? {
        ChoraleNorms.rules.first { $0.rule == rule }.map { Norm(mean: $0.mean, low: $0.low, high: $0.high) }
    }

    /// A rate in 365 chorales by Bach, in its unit; nil for one that was not measured.
    public static func inChorales(_ rate: StyleRate) -> Norm? {
        ChoraleNorms.rates.first { $0.rate == rate }.map { Norm(mean: $0.mean, low: $0.low, high: $0.high) }
    }
}
