import Counterpoint
import Harmonizer
import ScoreModel
import Testing

struct StringInstrumentTests {
    @Test func `Ranges are those of the linter`() throws {
        let compasses = Settings(.strings).limits.compasses
        for (role, instrument) in [(Role.violin1, StringInstrument.violin), (.viola, .viola), (.cello, .cello)] {
            let compass = try #require(compasses[role])
            let ordinary = compass.low.keyNumber...compass.high.keyNumber
            let all = compass.lowest.keyNumber...compass.highest.keyNumber
            #expect(instrument.ordinary == ordinary)
            #expect(instrument.all == all)
        }
    }

    @Test func `Strings are fifths apart, and the lowest is the lowest note`() {
        for instrument in StringInstrument.allCases {
            let strings = instrument.strings
            #expect(zip(strings, strings.dropFirst()).allSatisfy { $1 - $0 == 7 })
            #expect(strings.first == instrument.all.lowerBound)
        }
    }

    @Test func `Singers have none`() {
        let instruments = Role.allCases.compactMap { StringInstrument($0) }
        #expect(instruments == StringInstrument.quartet)
    }

    @Test func `A grid tells what cannot be played`() throws {
        let text = "Vl1 G5*4\nVl2 C4*4\nVa C3 B2 G3*2\nVc C2*4"
        var grid = try Grid.Reading(choir(text), vocabulary: .strings).grid
        let found = grid.unplayable(on: StringInstrument.quartet)
        #expect(found.map(\.keys) == [[47]])
        #expect(found.first?.voice == 2 && found.first?.tick == 4)
        // With the lowest open strings, and a third on one string.
        grid.stops = [0: Stop(intervals: [-24, -17]), 1: Stop(intervals: [-3])].compactMapValues { $0 }
        let keys = grid.unplayable(on: StringInstrument.quartet).map(\.keys)
        #expect(keys == [[57, 60], [47]])
    }
}
