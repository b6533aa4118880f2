import ScoreModel
import Testing

@Suite struct MeterTests {
    @Test(
        arguments: [
            ([([4], 4)], 4, "4/4"), ([([3], 4)], 3, "3/4"), ([([6], 8)], 3, "6/8"), ([([2], 2)], 4, "2/2"),
            ([([3, 2], 8)], 5 / 2, "3+2/8"), ([([3], 8), ([2], 4)], 7 / 2, "3/8+2/4"), ([([1], 64)], 1 / 16, "1/64"),
            ([([4], 3)], 16 / 3, "4/3"), ([([2, 2, 3], 16)], 7 / 4, "2+2+3/16"),
        ] as [([([Int], Int)], Fraction, String)])
    func `has a length and a name`(components: [([Int], Int)], length: Fraction, description: String) throws {
        let meter = Meter(try components.map { try #require(Meter.Component(beats: $0.0, beatType: $0.1)) })
        #expect((meter.length, meter.description) == (length, description))
    }

    @Test func `may be missing`() {
        #expect((Meter.senzaMisura.length, Meter.senzaMisura.description) == (nil, "senza misura"))
    }

    @Test(
        arguments: [
            ([], 4), ([0], 4), ([-3], 4), ([3, 0], 8), ([4], 0), ([4], -4), ([100_001], 4), ([4], 100_001), ([.max], 4),
        ] as [([Int], Int)])
    func `has beats and beat types above zero that make sense`(beats: [Int], beatType: Int) {
        #expect(Meter.Component(beats: beats, beatType: beatType) == nil)
    }

    @Test func `is the same only when it is drawn the same`() throws {
        let component = try #require(Meter.Component(beats: [4], beatType: 4))
        #expect(Meter([component], symbol: "common") != Meter([component]))
    }
}
