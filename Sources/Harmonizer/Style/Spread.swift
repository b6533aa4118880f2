/// How numbers of many pieces are spread.
public struct Spread: Hashable, Sendable, Codable {
    /// The middle one.
    public let median: Double
    /// The standard deviation: the root of the mean square of what parts them from their mean.
    public let deviation: Double
    /// What 99 of 100 do not exceed; between two numbers, in proportion.
    public let percentile99: Double
    /// The greatest.
    public let greatest: Double

    /// The spread of some numbers; nil of none.
    public init?(_ numbers: [Double]) {
        guard !numbers.isEmpty else { return nil }
        let sorted = numbers.sorted()
        let count = Double(sorted.count)
        let mean = sorted.reduce(0, +) / count
        median = sorted.quantile(0.5)
        deviation = (sorted.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / count).squareRoot()
        percentile99 = sorted.quantile(0.99)
        greatest = sorted[sorted.count - 1]
    }
}

extension [Double] {
    /// What a share of sorted numbers does not exceed; between two numbers, in proportion.
    func quantile(_ share: Double) -> Double {
        let place = share * Double(count - 1)
        let (low, part) = (Int(place), place - place.rounded(.down))
        return self[low] + part * (self[Swift.min(low + 1, count - 1)] - self[low])
    }
}
