import ScoreModel
import Testing

@Suite struct FractionTests {
    @Test(arguments: [
        (6, 4, "3/2"), (4, 2, "2"), (0, 7, "0"), (-6, 4, "-3/2"), (6, -4, "-3/2"), (-6, -4, "3/2"), (0, -3, "0"),
        (19, 1, "19"), (Int.max, Int.max, "1"), (Int.min, Int.min, "1"), (Int.max, -1, "\(-Int.max)"),
    ])
    func `is kept in lowest terms, with the sign above the line`(
        numerator: Int, denominator: Int, description: String
    ) throws {
        #expect(try #require(Fraction(numerator, over: denominator)).description == description)
    }

    @Test(arguments: [0, 1, -1, Int.max, Int.min]) func `nothing is divided by zero`(numerator: Int) {
        #expect(Fraction(numerator, over: 0) == nil)
    }

    @Test func `dividing by a zero in the program is a mistake that stops it`() async {
        await #expect(processExitsWith: .failure) { _ = Fraction(1) / Fraction.zero }
    }

    @Test func `equal values are equal and have one hash`() {
        let half: Fraction = 1 / 2
        #expect(Set([half, 2 / 4, -3 / -6]) == Set([half]))
    }

    @Test(
        arguments: [
            (1 / 2 + 1 / 3, 5 / 6), (1 / 6 + 1 / 3, 1 / 2), (1 / 2 - 1 / 3, 1 / 6), (1 / 3 - 1 / 2, -1 / 6),
            (2 / 3 * (3 / 4), 1 / 2), (-2 / 3 * (3 / 4), -1 / 2), (1 / 2 / (1 / 4), 2), (1 / 2 / (-1 / 4), -2),
            (3 / 2 + 3 / 2, 3), (5 - 5, 0), (-(3 / 4), -3 / 4),
        ] as [(Fraction, Fraction)])
    func `arithmetic is exact`(result: Fraction, expected: Fraction) {
        #expect(result == expected)
    }

    @Test(
        arguments: [
            (7 / 2, 3, 4), (5 / 2, 2, 3), (1 / 2, 0, 1), (1 / 3, 0, 0), (2 / 3, 0, 1), (0, 0, 0), (4, 4, 4),
            (-1 / 3, -1, 0), (-1 / 2, -1, -1), (-2 / 3, -1, -1), (-5 / 2, -3, -3), (-7 / 3, -3, -2), (-4, -4, -4),
        ] as [(Fraction, Int, Int)])
    func `floor goes down, rounding goes to the nearest and from halves away from zero`(
        value: Fraction, floor: Int, rounded: Int
    ) {
        #expect((value.floor, value.rounded) == (floor, rounded))
    }

    @Test(
        arguments: [
            (1 / 3, 1 / 2), (-1 / 2, -1 / 3), (-1 / 2, 0), (0, 1 / 1000), (1, 4 / 3), (-2, 1 / 2),
        ] as [(Fraction, Fraction)])
    func `are ordered by value`(smaller: Fraction, larger: Fraction) {
        #expect(smaller < larger && !(larger < smaller) && smaller != larger)
    }

    @Test func `neighbours near the limits are told apart`() throws {
        let first = try #require(Fraction(Int.max - 1, over: Int.max))
        let second = try #require(Fraction(Int.max - 2, over: Int.max - 1))
        #expect(second < first && first < 1)
    }

    @Test(arguments: [(19, true), (5 / 2, false), (0, true), (-4 / 2, true)] as [(Fraction, Bool)])
    func `know whether they are whole`(value: Fraction, isWhole: Bool) {
        #expect(value.isWhole == isWhole)
    }

    @Test(arguments: [(3 / 2, 1.5), (-1 / 4, -0.25), (0, 0)] as [(Fraction, Double)])
    func `become floating point where seconds begin`(value: Fraction, double: Double) {
        #expect(value.doubleValue == double)
    }
}

@Suite struct GreatestCommonDivisorTests {
    @Test(arguments: [(12, 18, 6), (18, 12, 6), (7, 13, 1), (0, 5, 5), (5, 0, 5), (0, 0, 1)] as [(UInt, UInt, UInt)])
    func `divides both, and is one for two zeros`(first: UInt, second: UInt, divisor: UInt) {
        #expect(greatestCommonDivisor(first, second) == divisor)
    }
}
