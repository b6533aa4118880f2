import Foundation
import Testing

@testable import Harmonizer

struct HistogramTests {
    private func histogram(_ counts: [Int: Int]) -> Histogram {
        counts.reduce(into: Histogram()) { $0.add($1.key, times: $1.value) }
    }

    @Test(
        arguments: [
            ([1: 2, 5: 6], [1: 1, 5: 3], 0),
            ([1: 3], [2: 4], log(2.0)),
            // (1/2) (1 ln(1 / (3/4))) + (1/2) (1/2 ln((1/2) / (3/4)) + 1/2 ln((1/2) / (1/4)))
            ([1: 5], [1: 1, 2: 1], (log(4.0 / 3) + log(2.0 / 3) / 2 + log(2.0) / 2) / 2),
        ] as [([Int: Int], [Int: Int], Double)])
    func `The divergence is that of Jensen and Shannon`(own: [Int: Int], other: [Int: Int], expected: Double) throws {
        let divergence = try #require(histogram(own).divergence(from: histogram(other)))
        #expect(abs(divergence - expected) < 1e-12)
        #expect(try abs(#require(histogram(other).divergence(from: histogram(own))) - divergence) < 1e-12)
    }

    @Test(
        arguments: [
            ([3: 1], [3: 7], 0), ([3: 1], [5: 1], 2), ([0: 1, 1: 1], [1: 1, 2: 1], 1),
            ([0: 1, 10: 1], [0: 3, 10: 1], 2.5),
        ] as [([Int: Int], [Int: Int], Double)]) func `The distance is how far all has to be moved`(
            own: [Int: Int], other: [Int: Int], expected: Double
        ) throws
    {
        #expect(try abs(#require(histogram(own).distance(from: histogram(other))) - expected) < 1e-12)
    }

    /// 70 is the most frequent, so rank 0; 10 is rank 1; 40 rank 2; what the reference lacks comes after these, 90 before the more frequent 80.
    @Test(
        arguments: [([70: 1], 0.7), ([10: 1], 0.7), ([40: 2], 1.3), ([80: 2, 90: 1, 70: 7], 0.8)]
            as [([Int: Int], Double)])
    func `Values without order stand by their ranks`(own: [Int: Int], expected: Double) throws {
        let reference = histogram([70: 5, 10: 3, 40: 2])
        #expect(try abs(#require(histogram(own).rankedDistance(from: reference)) - expected) < 1e-12)
    }

    @Test func `Nothing is no probability`() {
        #expect(Histogram().divergence(from: histogram([1: 1])) == nil)
        #expect(histogram([1: 1]).distance(from: Histogram()) == nil)
    }
}
