import ScoreModel
import Testing

@Suite struct SemitonesTests {
    @Test(
        arguments: [
            (0, "0"), (1000, "1"), (-1000, "-1"), (-12_000, "-12"), (500, "0.5"), (-500, "-0.5"), (1500, "1.5"),
            (250, "0.25"), (1050, "1.05"), (-1005, "-1.005"), (1, "0.001"), (Int32.min, "-2147483.648"),
        ] as [(Int32, String)])
    func `are written as decimals without needless digits`(thousandths: Int32, decimal: String) {
        #expect(Semitones(thousandths: thousandths).decimal == decimal)
    }

    @Test(arguments: [(0, 0), (-2000, -2), (500, nil), (2001, nil)] as [(Int32, Int?)])
    func `have a whole number when they are whole`(thousandths: Int32, whole: Int?) {
        #expect(Semitones(thousandths: thousandths).whole == whole)
    }

    @Test func `are ordered flats first`() {
        #expect(Semitones(-1) < Semitones(thousandths: -500) && Semitones(thousandths: -500) < .zero)
    }

    @Test(arguments: [(3, 3000), (-7, -7000), (Int.max, 2_000_000_000), (Int.min, -2_000_000_000)] as [(Int, Int32)])
    func `of a whole number that is too large are held at the limit`(whole: Int, thousandths: Int32) {
        #expect(Semitones(whole).thousandths == thousandths)
    }
}
