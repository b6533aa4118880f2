import Harmonizer
import ScoreModel
import Testing

struct FingeringTests {
    private static func keys(_ names: String) throws -> [Int] {
        try names.split(separator: " ").map { try #require(Pitch(String($0))?.keyNumber) }
    }

    /// What orchestration treatises call possible, easy or not.
    private static let easy: [(StringInstrument, String)] = [
        // Open strings, alone and beside any note of the next string.
        (.violin, "G3 D4"), (.violin, "D4 D4"), (.violin, "G3 B4"), (.violin, "D4 C#4"), (.violin, "A4 E6"),
        (.viola, "C3 G3"), (.viola, "C3 E4"), (.cello, "C2 G2"), (.cello, "C2 C3"), (.cello, "C2 E3"),
        // Thirds, fourths, fifths, sixths, sevenths and octaves.
        (.violin, "Bb3 D4"), (.violin, "E4 G4"), (.violin, "B3 E4"), (.violin, "A3 E4"), (.violin, "Ab3 F4"),
        (.violin, "Ab3 G4"), (.violin, "Ab3 Ab4"), (.violin, "E4 F#4"), (.violin, "B5 B6"), (.viola, "Db3 Db4"),
        (.cello, "E2 G#2"), (.cello, "F2 A2"), (.cello, "D2 A2"), (.cello, "D2 B2"), (.cello, "D2 C3"),
        (.cello, "A3 C4"),
        // Chords of three and four notes.
        (.violin, "G3 D4 B4"), (.violin, "D4 F4 A4"), (.violin, "G3 Eb4 Bb4 G5"), (.violin, "A3 E4 C#5 A5"),
        (.viola, "C3 G3 E4 C5"), (.cello, "C2 G2 E3 C4"), (.cello, "D2 A2 F3 D4"),
    ]

    @Test(arguments: easy) func `In the frame of the hand`(
        _ instrument: StringInstrument, _ names: String
    )
        throws
    {
        let fingering = try #require(Fingering(Self.keys(names), on: instrument))
        #expect(!fingering.isExtended)
    }

    private static let extended: [(StringInstrument, String)] = [
        (.violin, "Ab3 Bb4"), (.violin, "A3 C5"), (.violin, "B3 D#5"), (.violin, "E4 E4"), (.viola, "D3 E4"),
        (.viola, "E3 G4"), (.cello, "D2 D3"), (.cello, "E2 E3"), (.cello, "A2 B2"),
    ]

    @Test(arguments: extended) func `For a hand that is extended`(
        _ instrument: StringInstrument, _ names: String
    ) throws {
        let fingering = try #require(Fingering(Self.keys(names), on: instrument))
        #expect(fingering.isExtended)
    }

    private static let impossible: [(StringInstrument, String)] = [
        // Two notes below the second string have one string between them.
        (.violin, "G3 C4"), (.violin, "G#3 B3"), (.violin, "B3 C#4"), (.viola, "C3 F3"), (.cello, "D2 F2"),
        (.cello, "D2 Eb2"), (.violin, "G3 B3 D4"), (.violin, "C4 E4 G4"), (.violin, "C4 E4 G4 C5"),
        // Too far apart.
        (.violin, "A3 C#5"), (.violin, "A3 E5"), (.violin, "Ab3 Eb5"), (.viola, "D3 F4"), (.cello, "C#2 C#3"),
        (.cello, "D2 E3"), (.cello, "F#2 G#2"),
        // Beyond the instrument, or more notes than strings.
        (.violin, "F#3 D4"), (.viola, "B2 G3"), (.cello, "B1 G2"), (.violin, "G3 E6"),
        (.violin, "G3 D4 A4 E5 B5"),
    ]

    @Test(arguments: impossible) func `Impossible`(_ instrument: StringInstrument, _ names: String) throws {
        #expect(try Fingering(Self.keys(names), on: instrument) == nil)
    }

    @Test func `Each note has its place`() throws {
        let chord = try #require(try Fingering(Self.keys("A3 E4 C#5 A5"), on: .violin))
        #expect(chord.places.map(\.string) == [0, 1, 2, 3])
        #expect(chord.places.map(\.semitones) == [2, 2, 4, 5])
        // Both lie on the string of D4: the lower one is easier to reach on the string below.
        let second = try #require(try Fingering(Self.keys("E4 F#4"), on: .violin))
        #expect(second.places.map(\.string) == [0, 1])
        #expect(second.places.map(\.semitones) == [9, 4])
    }

    @Test func `A hand reaches no less far in a higher position`() {
        for instrument in StringInstrument.allCases {
            for interval in 8...17 {
                let lowest = instrument.strings[0]
                // The lower note is on the lowest string, and none is an open one.
                let possible = (1...6).map { Fingering([lowest + $0, lowest + $0 + interval], on: instrument) != nil }
                let first = possible.firstIndex(of: true) ?? possible.count
                #expect(possible[first...].allSatisfy { $0 }, "\(instrument) \(interval)")
            }
        }
    }
}
