import ScoreModel
import TestSupport
import Testing

@Suite struct FractionDecimalTests {
    @Test(
        arguments: [
            ("0", 0), ("5", 5), ("-5", -5), ("+5", 5), ("0.5", 1 / 2), ("-0.5", -1 / 2), (".25", 1 / 4), ("3.", 3),
            ("1.10", 11 / 10), ("007", 7), ("-0", 0), ("1000000000000000000", nil),
            ("9999999999999999", 9_999_999_999_999_999),
            ("0.0000000000001", nil), ("0.000000000001", 1 / 1_000_000_000_000),
            ("", nil), ("-", nil), (".", nil), ("1e3", nil), ("1,5", nil), (" 1", nil), ("1.2.3", nil), ("--1", nil),
            ("1-", nil), ("½", nil), ("0x10", nil), ("NaN", nil),
        ] as [(String, Fraction?)])
    func `is read from a decimal number, exactly or not at all`(text: String, value: Fraction?) {
        #expect(Fraction(decimal: text) == value)
    }

    @Test(
        arguments: [
            (0, "0"), (12, "12"), (-3, "-3"), (1 / 2, "0.5"), (-1 / 2, "-0.5"), (9 / 4, "2.25"), (-9 / 4, "-2.25"),
            (1 / 8, "0.125"), (1 / 3, "0.333333333333"), (-2 / 3, "-0.666666666666"), (1 / 1024, "0.0009765625"),
        ] as [(Fraction, String)])
    func `is written as a decimal number, to twelve places`(value: Fraction, text: String) {
        #expect(value.decimal == text)
    }

    @Test(arguments: 0..<200) func `comes back from its decimal number`(seed: UInt64) throws {
        var random = SeededGenerator(seed)
        let denominators = [1, 2, 4, 5, 8, 10, 16, 25, 100, 1000, 4096]
        let value = try #require(
            Fraction(
                Int.random(in: -1_000_000...1_000_000, using: &random),
                over: denominators.randomElement(using: &random) ?? 1))
        #expect(Fraction(decimal: value.decimal) == value)
    }
}
