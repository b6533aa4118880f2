import Counterpoint
import Harmonizer
import ScoreModel
import Testing

/// A string quartet whose lower three parts hold a note as long as a measure is.
func quartet(_ violin: String, measures: [Fraction] = [4], meter: Meter? = .common) throws -> Score {
    let lower = zip(["Vl2", "Va", "Vc"], ["G4", "C4", "C3"]).map { name, pitch in
        name + " " + measures.map { "\(pitch)*\($0)" }.joined(separator: " | ")
    }
    return try choir((["Vl1 " + violin] + lower).joined(separator: "\n"), meter: meter)
}

extension Grid.Reading {
    /// How many notes are lost, by kind.
    var counts: [String: Int] { Dictionary(uniqueKeysWithValues: losses.map { ($0.kind, $0.count) }) }
}

/// String quartets are held with whatever rhythm they have.
@Suite struct StringsReadingTests {
    @Test func `Plain music has sixteenths, and more ticks only where notes need them`() throws {
        let plain = try Grid.Reading(quartet("C5*2 D5/2 E5/2 F5"), vocabulary: .strings).grid
        #expect(plain.ticks.count == 16)
        let reading = try Grid.Reading(quartet("C5*2 D5/3 E5/3 F5/3 G5"), vocabulary: .strings)
        #expect(reading.grid.line(0) == "72 - - - - - - - 74 - 76 - 77 - 79 - - -")
        let times: [Fraction] = [2, 9 / 4, 7 / 3, 5 / 2, 8 / 3, 11 / 4, 3]
        #expect((8...14).map { reading.grid.times[$0] } == times)
        #expect(reading.losses.isEmpty)
        #expect(reading.notes.all == 8 && reading.notes.held == 8)
    }

    @Test(
        "Fine rhythms are held and written as they are",
        arguments: [
            "C5/3 D5/3 E5/3 F5*2 C5*2/3 D5/3", "C5/8 D5/8 E5/8 F5/8 G5/2 r A5*2", "C5/16 D5*15/16 C5*3",
            "C5/5 D5/5 E5/5 F5/5 G5/5 A5*3", "C5*2/5 D5*3/5 E5/6 F5/6 G5/6 A5/6 B5/6 C6/6 r*2",
            "C5/7 D5/7 E5/7 F5/7 G5/7 A5/7 B5/7 C6*3", "C5/12 D5/12 E5/12 F5*3/4 r*3",
        ])
    func fineRhythms(line: String) throws {
        let score = try quartet(line)
        let reading = try Grid.Reading(score, vocabulary: .strings)
        #expect(reading.losses.isEmpty && reading.notes.held == reading.notes.all)
        let written = reading.grid.score()
        #expect(written.sounds(of: 0) == score.sounds(of: 0))
        let grid = try Grid.Reading(written.reread(), vocabulary: .strings).grid
        #expect(grid == reading.grid)
        #expect(try written.violations().isEmpty)
    }

    @Test func `Thirty-seconds in 6 of 8, after a pickup of one`() throws {
        let violin = "D5/8 | C5/8 D5/8 E5*5/4 F5/8 G5*11/8"
        let score = try quartet(violin, measures: [1 / 8, 3], meter: Meter(6, 8))
        let reading = try Grid.Reading(score, vocabulary: .strings)
        let grid = reading.grid
        #expect(reading.losses.isEmpty)
        #expect(grid.ticks[0].isPickup == true)
        let thirtySeconds = grid.ticks.indices.filter { grid.times[$0 + 1] - grid.times[$0] == 1 / 8 }
        let places: [Fraction?] = [11 / 8, 0, 1 / 8, 0, 1 / 8]
        #expect(thirtySeconds.map { grid.ticks[$0].placeInBeat } == places)
        #expect(thirtySeconds.map { grid.ticks[$0].beatInMeasure } == [1, 0, 0, 1, 1])
        #expect(try Grid.Reading(grid.score(), vocabulary: .strings).grid == grid)
    }

    @Test func `Rests are rests`() throws {
        let grid = try Grid.Reading(quartet("r/2 C5 r/3 D5*2/3 r*3/2"), vocabulary: .strings).grid
        #expect(grid.line(0) == ". . 72 - - - . . 74 - - . . . . . .")
    }

    @Test func `Phrases end with long silences, fermatas and the last note`() throws {
        let score = try quartet("C5 r D5 E5/2 r/2 | F5 G5^ A5 r/2 B5/2", measures: [4, 4])
        let grid = try Grid.Reading(score, vocabulary: .strings).grid
        let ends = grid.notes(ofVoice: 0).filter { grid.ticks[$0.ticks.lowerBound].endsPhrase == true }
        #expect(ends.map(\.pitch) == [72, 79, 83])
        let all = ends.reduce(0) { $0 + $1.ticks.count }
        #expect(grid.ticks.count { $0.endsPhrase == true } == all && grid.ticks.allSatisfy { $0.endsPhrase != nil })
        // Silence needs no fermata to be printed.
        #expect(grid.score().parts[0].fermatas.count == 1)
        #expect(try Grid.Reading(grid.score(), vocabulary: .strings).grid == grid)
    }

    @Test func `A pitch outside the vocabulary is not silence`() throws {
        let reading = try Grid.Reading(quartet("A7*2 G7*2"), vocabulary: .strings)
        #expect(reading.grid.line(0) == "? ? ? ? ? ? ? ? 103 - - - - - - -")
        #expect(reading.counts == ["pitch-range": 1] && reading.notes.all - reading.notes.held == 1)
    }

    @Test func `Quarter notes that a choir has not are not a choir's ticks`() throws {
        let score = try quartet("C5/3 D5/3 E5/3 F5*3")
        let reading = try Grid.Reading(score)
        #expect(reading.grid.ticks.count == 16 && reading.grid.times == .sixteenths(16))
        #expect(reading.counts == ["note-off-grid": 3])
        #expect(reading.notes.all == 7 && reading.notes.held == 4)
    }
}

extension Score {
    /// When each note of a part begins and how long it sounds with all that is tied to it, and its name.
    fileprivate func sounds(of part: Int) -> [String] {
        let part = parts[part]
        return part.notes.filter { !$0.isRest && !part.isContinued($0) }.map {
            "\($0.onset) \(part.tiedDuration(of: $0)) \($0.pitch?.description ?? "")"
        }
    }
}
