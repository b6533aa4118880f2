import Counterpoint
import Harmonizer
import Testing

struct FaultCountsTests {
    private func faults(_ text: String) throws -> FaultCounts {
        try StyleSample(name: "", Grid.Reading(choir(text)).grid).faults(Linter(Settings(.chorale)))
    }

    @Test func `Findings for 100 chords, pieces added up`() throws {
        var sum = try faults("S E5 E5\nA G4 A4\nT E4 C4\nB C3 D3")
        #expect(sum.rate("parallel-fifths") == 50)
        #expect(sum.faultless == 0 && sum.errors == 1)
        sum += try faults("S C5 C5\nA G4 A4\nT E4 F4\nB C3 F3")
        #expect(sum.rate("parallel-fifths") == 25)
        #expect(sum.pieces == 2 && sum.faultless == 1 && sum.chords == 4)
    }

    @Test func `What lies across a phrase's end counts apart`() throws {
        let faults = try faults("S E5^ E5\nA G4 A4\nT E4 C4\nB C3 D3")
        let count = try #require(faults.rules["parallel-fifths"])
        #expect(count.within == 0 && count.across == 1 && count.errors == 0)
        #expect(faults.rate("parallel-fifths") == 0 && faults.faultless == 1)
    }
}
