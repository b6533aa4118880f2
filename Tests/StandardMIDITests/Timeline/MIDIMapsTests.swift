import ScoreModel
import StandardMIDI
import Testing

@Suite struct MIDIMapsTests {
    private func tempos(_ tracks: [String], format: UInt16 = 1, division: UInt16 = 96) throws -> MIDIFile {
        try MIDIFile(
            header(format: format, tracks: UInt16(tracks.count), division: division) + tracks.flatMap { track($0) })
    }

    // MARK: Tempo

    @Test func `without a tempo a quarter note lasts half a second`() throws {
        let map = try tempos(["00 FF2F00"]).tempoMap()
        #expect(
            map.changes.count == 1 && map.seconds(at: 96) == (1 / 2 as Fraction)
                && map.seconds(at: 1) == (1 / 192 as Fraction))
    }

    @Test func `seconds are exact over changes`() throws {
        // 500,000 microseconds, after one quarter note 333,333, after another 1,000,000.
        let map = try tempos(["00 FF5103 07A120 60 FF5103 051615 60 FF5103 0F4240 00 FF2F00"]).tempoMap()
        #expect(map.seconds(at: 0) == .zero)
        #expect(map.seconds(at: 96) == (1 / 2 as Fraction))
        #expect(map.seconds(at: 97) == (1 / 2 + 333_333 / 96_000_000 as Fraction))
        #expect(map.seconds(at: 192) == (833_333 / 1_000_000 as Fraction))
        #expect(map.seconds(at: 288) == (1_833_333 / 1_000_000 as Fraction))
    }

    @Test func `every track counts, and the last at a tick`() throws {
        let slow = "00 FF5103 0F4240"
        let fast = "00 FF5103 03D090"
        #expect(
            try tempos(["\(slow) 00 FF2F00", "\(fast) 00 FF2F00"]).tempoMap().seconds(at: 96) == (1 / 4 as Fraction))
        #expect(try tempos(["\(fast) \(slow) 00 FF2F00", "00 FF2F00"]).tempoMap().seconds(at: 96) == 1)
        let late = try tempos(["60 FF5103 0F4240 00 FF2F00", "\(fast) 00 FF2F00"]).tempoMap()
        #expect(late.seconds(at: 192) == (5 / 4 as Fraction))
    }

    @Test func `a tempo of zero is passed over and told`() throws {
        let read = try tempos(["00 FF5103 000000 00 FF5102 07A1 00 FF2F00"])
        #expect(read.tempoMap().seconds(at: 96) == (1 / 2 as Fraction))
        #expect(read.tempoDiagnostics.map(\.code) == ["tempo-zero", "tempo-zero"])
    }

    @Test func `tracks that are pieces of their own have their own tempo`() throws {
        let read = try tempos(["00 FF5103 0F4240 00 FF2F00", "00 FF5103 03D090 00 FF2F00"], format: 2)
        #expect(read.tempoMap(track: 0).seconds(at: 96) == 1)
        #expect(read.tempoMap(track: 1).seconds(at: 96) == (1 / 4 as Fraction))
    }

    @Test func `time code goes by no tempo`() throws {
        let map = try tempos(["00 FF5103 0F4240 00 FF2F00"], division: 0xE728).tempoMap()
        #expect(map.followsTimeCode && map.seconds(at: 1000) == 1)
    }

    // MARK: Meter

    @Test func `without a meter a measure has four quarter notes`() throws {
        let map = try tempos(["00 FF2F00"]).meterMap()
        #expect(map.place(of: 96 * 4 - 1).measure == 0 && map.place(of: 96 * 4).measure == 1)
        #expect(map.place(of: 96 * 5).offset == 1)
    }

    @Test func `a meter within a measure begins another`() throws {
        // 3/4 for four quarter notes, then 6/8.
        let map = try tempos(["00 FF5804 03021808 8300 FF5804 06031808 00 FF2F00"]).meterMap()
        #expect(map.changes.map { "\($0.tick) \($0) \($0.measure)" } == ["0 3/4 0", "384 6/8 2"])
        #expect(map.place(of: 383).measure == 1)
        #expect(map.place(of: 384 + 288).measure == 3)
    }

    @Test func `keys of all tracks by tick`() throws {
        let read = try tempos(["60 FF5902 0201 00 FF2F00", "00 FF5902 FE00 00 FF5902 7F00 00 FF2F00"])
        #expect(read.keys().map { "\($0.tick) \($0.key.fifths) \($0.key.isMinor)" } == ["0 -2 false", "96 2 true"])
    }
}
