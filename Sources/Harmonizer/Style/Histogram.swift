internal import Foundation

/// How often each of some values was found. What the numbers stand for is up to who counts.
public struct Histogram: Hashable, Sendable {
    /// The counts, none of them 0.
    public private(set) var counts: [Int: Int] = [:]

    /// Nothing found.
    public init() {}

    /// All that was found.
    public var total: Int { counts.values.reduce(0, +) }

    /// Counts a value.
    public mutating func add(_ value: Int, times: Int = 1) {
        guard times > 0 else { return }
        counts[value, default: 0] += times
    }

    /// Adds what was found elsewhere.
    public static func += (sum: inout Histogram, other: Histogram) {
        sum.counts.merge(other.counts, uniquingKeysWith: +)
    }

    /// The Jensen-Shannon divergence of two histograms, taken as probabilities, in nats: from 0 for the same to ln 2 for those that share
    /// nothing (Lin, “Divergence measures based on the Shannon entropy”, 1991). Nil where one is empty.
    public func divergence(from other: Histogram) -> Double? {
        let (ownTotal, otherTotal) = (Double(total), Double(other.total))
        guard ownTotal > 0, otherTotal > 0 else { return nil }
        /// What a value adds to the divergence of a histogram from the mean of both.
        func share(_ probability: Double, of mean: Double) -> Double {
            probability > 0 ? probability * log(probability / mean) / 2 : 0
        }
        // In one order, since sums of floating-point numbers depend on it.
        var divergence = 0.0
        for value in Set(counts.keys).union(other.counts.keys).sorted() {
            let own = Double(counts[value] ?? 0) / ownTotal
            let others = Double(other.counts[value] ?? 0) / otherTotal
            let mean = (own + others) / 2
            divergence += share(own, of: mean) + share(others, of: mean)
        }
        return divergence
    }

    /// The Wasserstein distance of two histograms, taken as probabilities over their values: how far the one has to be moved to become the
    /// other. Nil where one is empty.
    func distance(from other: Histogram) -> Double? {
        let (ownTotal, otherTotal) = (Double(total), Double(other.total))
        guard ownTotal > 0, otherTotal > 0 else { return nil }
        let values = Set(counts.keys).union(other.counts.keys).sorted()
        var (surplus, distance) = (0.0, 0.0)
        for (value, next) in zip(values, values.dropFirst()) {
            surplus += Double(counts[value] ?? 0) / ownTotal - Double(other.counts[value] ?? 0) / otherTotal
            distance += abs(surplus) * Double(next - value)
        }
        return distance
    }

    /// The same with values that have no order of their own: each stands where it has its rank in a reference, the most frequent first, and
    /// after these what the reference lacks, the rarest first. (So in Fang et al.'s code.) Nil where one is empty.
    func rankedDistance(from reference: Histogram) -> Double? {
        let known = reference.counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
        let unknown = counts.filter { reference.counts[$0.key] == nil }.sorted {
            ($0.value, $0.key) < ($1.value, $1.key)
        }
        let ranks = Dictionary(
            uniqueKeysWithValues: (known + unknown.map(\.key)).enumerated().map { ($0.element, $0.offset) })
        func ranked(_ histogram: Histogram) -> Histogram {
            var result = Histogram()
            for (value, count) in histogram.counts { result.add(ranks[value] ?? 0, times: count) }
            return result
        }
        return ranked(self).distance(from: ranked(reference))
    }
}
