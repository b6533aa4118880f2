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
        func quantile(_ share: Double) -> Double {
            let place = share * Double(sorted.count - 1)
            let (low, part) = (Int(place), place - place.rounded(.down))
            return sorted[low] + part * (sorted[min(low + 1, sorted.count - 1)] - sorted[low])
        }
        let count = Double(sorted.count)
        let mean = sorted.reduce(0, +) / count
        median = quantile(0.5)
        deviation = (sorted.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / count).squareRoot()
        percentile99 = quantile(0.99)
        greatest = sorted[sorted.count - 1]
    }
}
