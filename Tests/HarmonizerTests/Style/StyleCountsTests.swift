import Counterpoint
import Harmonizer
import Testing

struct StyleCountsTests {
    private static func counts(_ text: String, fifths: Int = 0, key: String = "C") throws -> StyleCounts {
        let grid = try Grid.Reading(choir(text, fifths: fifths)).grid
        return try StyleCounts(grid, key: #require(Tonality(key)))
    }

    private static let cadence = """
        S C5 A4 B4 C5^
        A E4 D4 D4 E4
        T G3 A3 G3 G3
        B C3 F3 G3 C3
        """

    @Test(
        arguments: [
            (.ticks, 16), (.slices, 4), (.tertianSlices, 4), (.beatSlices, 4), (.attacks, 16), (.pitchChanges, 14),
            (.fullBeats, 4), (.rootPositions, 3), (.firstInversions, 1), (.phraseEnds, 1), (.triadPhraseEnds, 1),
            (.rootPositionEnds, 1), (.tonicEnds, 1), (.parallelFifths, 0), (.cleanPieces, 1), (.oddLeaps, 0),
        ] as [(StyleCount, Int)]) func `A cadence`(count: StyleCount, expected: Int) throws
    {
        #expect(try Self.counts(Self.cadence)[count] == expected)
    }

    /// What stands in each passage once, and nothing else of its kind.
    @Test(
        arguments: [
            (.parallelFifths, "S E5 E5\nA G4 A4\nT E4 C4\nB C3 D3"),
            (.parallelOctaves, "S C5 D5\nA G4 G4\nT E4 B3\nB C3 D3"),
            (.beatFifths, "S G5 A5\nA G4 F4\nT E4/2 D4/2 D4\nB C3/2 F3/2 D3"),
            (.oddLeaps, "S F4 B4\nA F4 G4\nT C4 D4\nB A3 G3"),
            (.oddLeaps, "S C5 D5\nA F4 F4\nT C4 B3\nB A3 B2"),
            (.crossings, "S A4 G4\nA F4 B4\nT C4 D4\nB F3 G3"),
            (.overlaps, "S C5 G4\nA A4 G4\nT F4 D4\nB F3 G3"),
            (.wideSpacings, "S C5 A5\nA A4 G4\nT F4 D4\nB F3 G3"),
            (.sixFours, "S C5 B4\nA E4 D4\nT C4 B3\nB G3 G3"),
            (.firstInversions, "S C5 C5\nA G4 G4\nT E4 C4\nB C3 E3"),
        ] as [(StyleCount, String)]) func `One of a kind`(count: StyleCount, text: String) throws
    {
        #expect(try Self.counts(text)[count] == 1)
    }

    @Test func `Slices that are no chord, off the beat`() throws {
        let counts = try Self.counts("S C5 A4/2 B4/2\nA G4 F4\nT E4 C4\nB C3 F3")
        #expect(counts[.slices] == 3 && counts[.tertianSlices] == 2)
        #expect(counts[.beatSlices] == 2 && counts[.tertianBeatSlices] == 2)
        #expect(counts.rate(.tertianSlices) == 100 * 2.0 / 3)
    }

    @Test(arguments: [("C", 1), ("F", 0), ("a", 0)]) func `An end on the tonic`(key: String, expected: Int) throws {
        #expect(try Self.counts(Self.cadence, key: key)[.tonicEnds] == expected)
    }

    @Test func `Intervals, moves, durations and places`() throws {
        let counts = try Self.counts("S C5*4\nA G4 A4*2 r\nT E4 r E4 C4\nB C3/2 C4/2 B3 F3 G2")
        #expect(counts[.altoIntervals].counts == [2: 1])
        #expect(counts[.tenorIntervals].counts == [-4: 1])
        #expect(counts[.bassIntervals].counts == [12: 1, -1: 1, -6: 1, -10: 1])
        #expect(counts[.bassMoves].counts == [0: 1, 11: 1, 6: 1, 2: 1])
        #expect(counts[.durations].counts == [12: 2, 24: 4, 48: 1])
        #expect(counts[.placesInBeat].counts == [64: 2, 128: 3, 192: 4, 204: 1])
        #expect(counts[.placesInMeasure].counts[3 * 16384 + 4 * 1024 + 12] == 1)
    }

    /// A dominant chord in G major: its bass is 7 above the tonic, its pitch classes 0, 4 and 7.
    @Test func `Chords of cadences stand on degrees of the key`() throws {
        let counts = try Self.counts("S B4 A4^\nA G4 F#4\nT D4 D4\nB G3 D3", fifths: 1, key: "G")
        #expect(counts[.cadenceChords].counts == [7 << 12 | 0b1001_0001: 1])
        #expect(counts[.chordShapes].counts == [0b1001_0001: 2])
    }

    @Test func `Pieces add up`() throws {
        let (one, other) = (try Self.counts(Self.cadence), try Self.counts("S E5 E5\nA G4 A4\nT E4 C4\nB C3 D3"))
        var sum = one
        sum += other
        #expect(sum[.pieces] == 2 && sum[.cleanPieces] == 1 && sum[.ticks] == 24)
        #expect(sum.rate(.parallelFifths) == 0.5)
        #expect(sum[.bassMoves].total == one[.bassMoves].total + other[.bassMoves].total)
        #expect(StyleCounts().rate(.tertianSlices) == nil)
    }
}
