import ScoreModel
import Testing

@testable import StandardMIDI

@Suite struct ChannelsTests {
    /// A part with one note and instruments on the given channels.
    static func part(_ name: String = "C4", channels: Int?...) -> Part {
        Part([(name, 1)]).with { part in
            part.instruments = channels.map { channel in
                var instrument = Instrument(id: "I")
                instrument.midi = channel.map { channel in MIDIInstrument().with { $0.channel = channel } }
                return instrument
            }
        }
    }

    /// The channels of the first notes of parts.
    static func channels(_ parts: [Part]) -> [Int] {
        let channels = Channels(parts)
        return parts.indices.map { channels.channel(of: parts[$0].notes[0], part: $0) }
    }

    @Test func `parts have channels of their own and leave out the drums`() {
        let parts = Array(repeating: ChannelsTests.part(), count: 15)
        #expect(ChannelsTests.channels(parts) == [0, 1, 2, 3, 4, 5, 6, 7, 8, 10, 11, 12, 13, 14, 15])
    }

    @Test func `parts share channels when there are none left`() {
        let parts = Array(repeating: ChannelsTests.part(), count: 32)
        #expect(ChannelsTests.channels(parts).suffix(17) == [0, 1, 2, 3, 4, 5, 6, 7, 8, 10, 11, 12, 13, 14, 15, 0, 1])
    }

    @Test func `named channels are taken at their word and kept free`() {
        let parts = [
            ChannelsTests.part(), ChannelsTests.part(channels: 0), ChannelsTests.part(channels: 2),
            ChannelsTests.part(),
        ]
        #expect(ChannelsTests.channels(parts) == [1, 0, 2, 3])
    }

    @Test func `two parts may name one channel`() {
        let part = ChannelsTests.part(channels: 5)
        #expect(ChannelsTests.channels([part, part]) == [5, 5])
    }

    @Test func `a part without a channel finds one when all are named`() {
        let named = (0...15).map { ChannelsTests.part(channels: $0) }
        #expect(ChannelsTests.channels(named + [ChannelsTests.part()]).last == 0)
    }

    @Test func `notes without pitch go to the drums`() {
        #expect(ChannelsTests.channels([ChannelsTests.part("x"), ChannelsTests.part("x", channels: nil)]) == [9, 9])
    }

    @Test func `notes without pitch go where their part names a channel`() {
        #expect(ChannelsTests.channels([ChannelsTests.part("x", channels: 4)]) == [4])
    }

    @Test(arguments: [(nil, 3), (0, 3), (1, 7), (2, 3), (9, 3)] as [(UInt8?, Int)])
    func `a note goes to the channel of its instrument, else to that of the part`(instrument: UInt8?, channel: Int) {
        var part = ChannelsTests.part(channels: 3, 7, nil)
        part.notes[0].instrument = instrument
        #expect(ChannelsTests.channels([part]) == [channel])
    }

    @Test func `each channel has the program of its first instrument`() {
        var part = ChannelsTests.part(channels: 3, 7, 3, nil)
        for index in part.instruments.indices {
            part.instruments[index].midi = (part.instruments[index].midi ?? MIDIInstrument()).with {
                $0.program = 40 + index
            }
        }
        let programs = Channels([part]).programs(of: 0).map { [$0.program, $0.channel] }
        #expect(programs == [[40, 3], [41, 7]])
    }

    @Test func `no program is set where none is known`() {
        #expect(Channels([ChannelsTests.part(channels: 3)]).programs(of: 0).isEmpty)
    }
}
