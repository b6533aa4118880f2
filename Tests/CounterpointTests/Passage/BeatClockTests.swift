import Counterpoint
import ScoreModel
import Testing

@Suite struct BeatClockTests {
    private func clock(_ lengths: [Fraction], meter: Meter?) -> BeatClock {
        var score = Score()
        var onset = Fraction.zero
        for (index, length) in lengths.enumerated() {
            score.measures.append(Measure(number: "\(index)", onset: onset, length: length))
            onset = onset + length
        }
        score.parts = [Part(id: "P1")]
        if let meter { score.parts[0].meters = [Timed(onset: .zero, measure: 0, value: meter)] }
        return Passage(score).clock
    }

    private func meter(_ beats: Int, _ type: Int) throws -> Meter {
        Meter([try #require(Meter.Component(beats: [beats], beatType: type))])
    }

    @Test func `A pickup ends with the last beat`() throws {
        let clock = clock([1, 4], meter: try meter(4, 4))
        #expect(clock.place(of: 0).beat == 4)
        #expect(clock.place(of: 1) == clock.place(of: 1))
        #expect(clock.place(of: 1).beat == 1 && clock.place(of: 1).measure == "1")
        #expect(clock.place(of: Fraction(5) / 2).beat == Fraction(5) / 2)
    }

    @Test func `Without a meter nothing is a pickup`() {
        #expect(clock([1, 4], meter: nil).place(of: 0).beat == 1)
    }

    @Test func `The second half of a divided measure goes on counting`() throws {
        let clock = clock([4, 3, 1, 4], meter: try meter(4, 4))
        #expect(clock.place(of: 7).beat == 4)
        #expect(clock.place(of: 8).beat == 1)
    }

    @Test func `Beats are counted in the note value of the meter`() throws {
        #expect(clock([3], meter: try meter(6, 8)).place(of: Fraction(3) / 2).beat == 4)
        #expect(clock([6], meter: try meter(3, 2)).place(of: 2).beat == 2)
        #expect(clock([4], meter: nil).place(of: 2).beat == 3)
    }
}
