import Harmonizer
import ScoreModel
import Testing

@Suite struct TickContextsTests {
    /// The places of all ticks as `beat.tick`, one for each of the lengths of measures given.
    private func places(_ lengths: [Fraction], _ meter: Meter?) throws -> [String] {
        let bars = lengths.map { "C4*\($0)" }.joined(separator: " | ")
        let score = try choir("S \(bars)\nA \(bars)\nT \(bars)\nB \(bars)", meter: meter)
        return try Grid.Reading(score).grid.ticks.map { tick in
            tick.beatInMeasure.map { "\($0).\((tick.placeInBeat ?? -1) * 4)" } ?? "-"
        }
    }

    @Test func `A beat is a quarter note, in compound meters a dotted one`() throws {
        #expect(try places([1], Meter(2, 8)) == ["0.0", "0.1", "0.2", "0.3"])
        #expect(try places([2], Meter(1, 2)).last == "1.3")
        #expect(try places([3], Meter(6, 8))[5...6] == ["0.5", "1.0"])
        #expect(try places([3 / 2], Meter(3, 8)).last == "0.5")
        #expect(try places([3 / 2], Meter(6, 16))[2...3] == ["0.2", "1.0"])
        #expect(try places([6], Meter(3, 2)).last == "5.3")
        #expect(try places([5 / 2], Meter(5, 8)).last == "2.1")
    }

    @Test func `A short first measure is the end of a whole one`() throws {
        #expect(try places([1 / 2, 4], .common)[0...2] == ["3.2", "3.3", "0.0"])
        let score = try choir("S C5 | C5*4\nA C4 | C4*4\nT C4 | C4*4\nB C3 | C3*4")
        let ticks = try Grid.Reading(score).grid.ticks
        #expect(ticks.map(\.isPickup) == Array(repeating: true, count: 4) + Array(repeating: false, count: 16))
        #expect(ticks.allSatisfy { $0.beatsPerMeasure == 4 })
    }

    @Test func `A divided measure goes on counting`() throws {
        let divided = try places([4, 3, 1, 4], .common)
        #expect(divided[27...28] == ["2.3", "3.0"])
        #expect(divided[32] == "0.0")
        #expect(try places([4, 1, 1, 2, 4], .common)[16...].prefix(16).suffix(8).first == "2.0")
        #expect(try places([4, 4, 3], .common).last == "2.3")
    }

    @Test func `Without a meter places are not known`() throws {
        #expect(try places([1], nil) == ["-", "-", "-", "-"])
        #expect(try places([1], .senzaMisura) == ["-", "-", "-", "-"])
        let score = try choir("S C5\nA C4\nT C4\nB C3", meter: nil)
        #expect(try Grid.Reading(score).grid.ticks.allSatisfy { $0.isPickup == nil && $0.beatsPerMeasure == nil })
    }

    @Test func `A fermata covers all ticks of its note in the top voice; with none at all they are not known`() throws {
        let lower = "A C4*2\nT C4*2\nB C3*2^"
        let ticks = try Grid.Reading(choir("S C5 D5/2^ E5/2\n" + lower)).grid.ticks
        #expect(ticks.map(\.endsPhrase) == [false, false, false, false, true, true, false, false])
        #expect(try Grid.Reading(choir("S C5*2\n" + lower)).grid.ticks.allSatisfy { $0.endsPhrase == nil })
    }

    @Test func `The key is that of the signature in force as it sounds`() throws {
        var score = try choir("S C5*2\nA C4*2\nT C4*2\nB C3*2", fifths: -3)
        score.parts[0].keys.append(Timed(onset: 1, measure: 0, value: .traditional(fifths: 2)))
        #expect(try Grid.Reading(score).grid.ticks.map(\.fifths) == [-3, -3, -3, -3, 2, 2, 2, 2])
        score.parts[0].transpositions = [
            Timed(onset: .zero, measure: 0, value: Transposition(diatonic: -1, chromatic: Semitones(-2)))
        ]
        #expect(try Grid.Reading(score).grid.ticks.map(\.fifths)[3...4] == [-5, 0])
        score.parts[0].keys = [Timed(onset: .zero, measure: 0, value: .alterations([]))]
        #expect(try Grid.Reading(score).grid.ticks.allSatisfy { $0.fifths == nil })
    }
}
