import ScoreModel
import TestSupport
import Testing

/// Laws that hold for all fractions, tried on many.
@Suite struct FractionLawTests {
    @Test(arguments: 0..<10) func `sums and products obey the laws of arithmetic`(seed: UInt64) throws {
        var generator = SeededGenerator(seed)
        for _ in 0..<100 {
            let (a, b, c) = try (generator.fraction(), generator.fraction(), generator.fraction())
            #expect(a + b == b + a && a * b == b * a)
            #expect((a + b) + c == a + (b + c) && (a * b) * c == a * (b * c))
            #expect(a * (b + c) == a * b + a * c)
            #expect(a + .zero == a && a * 1 == a && a - a == .zero && a + b - b == a)
            #expect(b == .zero || a / b * b == a)
        }
    }

    @Test(arguments: 0..<10) func `order agrees with differences and with floating point`(seed: UInt64) throws {
        var generator = SeededGenerator(seed)
        for _ in 0..<100 {
            let (a, b) = try (generator.fraction(), generator.fraction())
            #expect((a < b) == (a - b < .zero) && (a < b) == (-b < -a))
            #expect((a < b) == (a.doubleValue < b.doubleValue))
        }
    }

    @Test(arguments: 0..<10) func `floor and rounding stay near`(seed: UInt64) throws {
        var generator = SeededGenerator(seed)
        for _ in 0..<100 {
            let value = try generator.fraction()
            #expect(Fraction(value.floor) <= value && value < Fraction(value.floor + 1))
            #expect(value.rounded == Int(value.doubleValue.rounded(.toNearestOrAwayFromZero)))
            #expect((-value).rounded == -value.rounded)
        }
    }

    @Test(arguments: 0..<10) func `results are in lowest terms`(seed: UInt64) throws {
        var generator = SeededGenerator(seed)
        for _ in 0..<100 {
            let (a, b) = try (generator.fraction(), generator.fraction())
            #expect([a + b, a - b, a * b].allSatisfy { $0.isInLowestTerms })
        }
    }
}

/// What happens where terms do not fit: hostile files get there, music does not.
@Suite struct FractionLimitTests {
    static let terms = [Int.min, Int.min + 1, -3, -1, 0, 1, 2, 3, 1 << 31, 1 << 62, Int.max - 1, Int.max]
    static let extremes = terms.flatMap { top in terms.compactMap { Fraction(top, over: $0) } } + [Fraction(Int.min)]

    @Test func `arithmetic never traps and leaves lowest terms`() {
        for a in FractionLimitTests.extremes {
            for b in FractionLimitTests.extremes {
                let results = [a + b, a - b, a * b, b == .zero ? .zero : a / b, -a]
                #expect(results.allSatisfy { $0.isInLowestTerms }, "\(a) and \(b)")
            }
        }
    }

    @Test func `rounding never traps`() {
        for value in FractionLimitTests.extremes {
            #expect(value.floor <= value.rounded && value.rounded - value.floor <= 1, "\(value)")
        }
    }

    @Test func `order is that of the values`() {
        for a in FractionLimitTests.extremes {
            for b in FractionLimitTests.extremes where a.doubleValue < b.doubleValue { #expect(a < b) }
        }
    }

    @Test(
        arguments: [
            (1 / 2, 1 / 3, true), (Fraction(Int.max - 1), 1, true), (Fraction(Int.max), 1, false),
            (Fraction(-Int.max), -2, false), (1 / Fraction(Int.max), 1 / Fraction(Int.max - 1), false),
            (Fraction(Int.max), Fraction(-Int.max), true), (1 / Fraction(1 << 40), 1 / Fraction(1 << 41), true),
        ] as [(Fraction, Fraction, Bool)])
    func `sums tell whether they are exact`(left: Fraction, right: Fraction, isExact: Bool) {
        #expect(left.addingReportingInexact(right).isExact == isExact)
    }

    @Test func `whole numbers that are too large are held at the limit`() {
        #expect(Fraction(Int.max) + 1 == Fraction(Int.max))
        #expect(Fraction(Int.max) * Fraction(Int.max) == Fraction(Int.max))
        #expect(Fraction(Int.max) * -2 == Fraction(-Int.max))
    }

    @Test func `a number less itself is nothing`() {
        for value in FractionLimitTests.extremes { #expect(value - value == .zero, "\(value)") }
    }

    @Test func `a number is the same over one`() {
        for value in FractionLimitTests.terms { #expect(Fraction(value, over: 1) == Fraction(value)) }
    }

    @Test(
        arguments: [
            (Fraction(Int.max) * (2 / 11), 0x1p63 * 2 / 11), (Fraction(Int.max) / 3 * (5 / 7), 0x1p63 * 5 / 21),
            (1 / Fraction(Int.max) + 1 / Fraction(Int.max - 1), 0x1p-62),
            (1 / Fraction(Int.max) * (3 / 4), 0x1p-63), (1 / Fraction(Int.max) / 3, 0),
            (1 / Fraction(1 << 32) + 1 / Fraction((1 << 32) - 1), 0x1p-31),
        ] as [(Fraction, Double)])
    func `what does not fit becomes the nearest that does`(result: Fraction, nearest: Double) {
        #expect(abs(result.doubleValue - nearest) <= nearest * 0x1p-30, "\(result)")
    }
}

extension Fraction {
    fileprivate var isInLowestTerms: Bool {
        denominator > 0 && greatestCommonDivisor(numerator.magnitude, denominator.magnitude) == 1
    }
}

extension SeededGenerator {
    /// A fraction such as music is made of, and somewhat beyond.
    fileprivate mutating func fraction() throws -> Fraction {
        try #require(Fraction(.random(in: -2000...2000, using: &self), over: .random(in: 1...2000, using: &self)))
    }
}
