import Foundation
import Testing

@testable import ScoreModel

@Suite struct ExponentialTests {
    @Test(arguments: [0, 1, -1, 0.3466, -0.3466, 12.5, -40, 300, -600] as [Double])
    func `powers of e are those of the C library`(_ exponent: Double) {
        #expect(abs(exponential(exponent) / exp(exponent) - 1) < 1e-12)
    }

    @Test(arguments: [1, 2, 0.5, 0.005, 1.99999, 12345, 1e-300] as [Double])
    func `logarithms are those of the C library`(_ number: Double) {
        #expect(abs(logarithm(number) - log(number)) < 1e-11)
    }

    @Test func `what has no value is bounded`() {
        #expect(exponential(-.infinity) == 0 && exponential(.infinity).isFinite)
        #expect(logarithm(0) == -700 && logarithm(-1) == -700)
    }
}
