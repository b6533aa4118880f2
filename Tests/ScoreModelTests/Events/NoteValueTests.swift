import ScoreModel
import Testing

@Suite struct NoteValueTests {
    @Test(
        arguments: [
            (.maxima, 32), (.long, 16), (.breve, 8), (.whole, 4), (.half, 2), (.quarter, 1), (.eighth, 1 / 2),
            (.sixteenth, 1 / 4), (.thirtySecond, 1 / 8), (.sixtyFourth, 1 / 16), (.hundredTwentyEighth, 1 / 32),
            (.twoHundredFiftySixth, 1 / 64), (.fiveHundredTwelfth, 1 / 128), (.thousandTwentyFourth, 1 / 256),
        ] as [(NoteValue.Base, Fraction)])
    func `has a length in quarter notes`(base: NoteValue.Base, quarters: Fraction) {
        #expect(NoteValue(base).quarters == quarters)
    }

    @Test(arguments: NoteValue.Base.allCases) func `each dot adds half of what the last one added`(base: NoteValue.Base)
    {
        #expect(NoteValue(base, dots: 1).quarters == base.quarters * 3 / 2)
        #expect(NoteValue(base, dots: 2).quarters == base.quarters * 7 / 4)
        #expect(NoteValue(base, dots: 3).quarters == base.quarters * 15 / 8)
    }

    @Test func `absurdly many dots come near twice the value`() {
        let quarters = NoteValue(.whole, dots: .max).quarters
        #expect(quarters < 8 && quarters > 7)
    }
}

@Suite struct TupletRatioTests {
    @Test(arguments: [(3, 2, 2 / 3), (5, 4, 4 / 5), (2, 3, 3 / 2), (6, 4, 2 / 3), (1, 1, 1)] as [(Int, Int, Fraction)])
    func `multiplies the written length`(actual: Int, normal: Int, factor: Fraction) throws {
        #expect(try #require(TupletRatio(actual: actual, normal: normal)).factor == factor)
    }

    @Test(arguments: [(0, 2), (3, 0), (-3, 2), (3, -2), (70_000, 2), (3, .max)])
    func `has two sides above zero that fit`(actual: Int, normal: Int) {
        #expect(TupletRatio(actual: actual, normal: normal) == nil)
    }

    @Test func `six in the time of four is not three in the time of two`() {
        #expect(TupletRatio(actual: 6, normal: 4) != TupletRatio(actual: 3, normal: 2))
        #expect(TupletRatio.none == TupletRatio(actual: 1, normal: 1))
    }
}
