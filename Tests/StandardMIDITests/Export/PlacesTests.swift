import ScoreModel
import Testing

@testable import StandardMIDI

@Suite struct PlacesTests {
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

    /// The port and channel of the first notes of parts.
    static func places(_ parts: [Part]) -> [MIDIPlace] {
        zip(parts, Places(parts).byInstrument).map { part, places in
            let instrument = Int(part.notes[0].instrument ?? 0)
            return places[places.indices.contains(instrument) ? instrument : 0]
        }
    }

    /// The channels of the first notes of parts.
    static func channels(_ parts: [Part]) -> [Int] { places(parts).map(\.channel) }

    @Test func `parts have channels of their own and leave out the drums`() {
        let parts = Array(repeating: PlacesTests.part(), count: 15)
        #expect(PlacesTests.channels(parts) == [0, 1, 2, 3, 4, 5, 6, 7, 8, 10, 11, 12, 13, 14, 15])
    }

    @Test func `parts go to further ports when there are no channels left`() {
        let places = PlacesTests.places(Array(repeating: PlacesTests.part(), count: 32))
        #expect(Set(places).count == 32)
        #expect(places.map(\.port) == Array(repeating: 0, count: 15) + Array(repeating: 1, count: 15) + [2, 2])
        #expect(places.suffix(2).map(\.channel) == [0, 1])
    }

    @Test func `more parts than there are places share them`() {
        let places = PlacesTests.places(Array(repeating: PlacesTests.part(), count: 2_000))
        #expect(Set(places).count == 128 * 15 && places.count == 2_000)
    }

    @Test func `two parts with different programs do not share the channel that both name`() {
        let parts = [40, 73].map { program in
            PlacesTests.part(channels: 5).with { $0.instruments[0].midi?.program = program }
        }
        #expect(PlacesTests.channels(parts) == [5, 0])
    }

    @Test func `a named port is taken at its word`() {
        let part = PlacesTests.part(channels: 3).with { part in
            part.devices = [MIDIDevice().with { $0.port = 2 }]
        }
        #expect(PlacesTests.places([part, part]) == [MIDIPlace(port: 1, channel: 3), MIDIPlace(port: 1, channel: 3)])
    }

    @Test func `named channels are taken at their word and kept free`() {
        let parts = [
            PlacesTests.part(), PlacesTests.part(channels: 0), PlacesTests.part(channels: 2),
            PlacesTests.part(),
        ]
        #expect(PlacesTests.channels(parts) == [1, 0, 2, 3])
    }

    @Test func `two parts may name one channel`() {
        let part = PlacesTests.part(channels: 5)
        #expect(PlacesTests.channels([part, part]) == [5, 5])
    }

    @Test func `a part without a channel finds one when all are named`() {
        let named = (0...15).map { PlacesTests.part(channels: $0) }
        #expect(PlacesTests.channels(named + [PlacesTests.part()]).last == 0)
    }

    @Test func `notes without pitch go to the drums`() {
        #expect(PlacesTests.channels([PlacesTests.part("x"), PlacesTests.part("x", channels: nil)]) == [9, 9])
    }

    @Test func `notes without pitch go where their part names a channel`() {
        #expect(PlacesTests.channels([PlacesTests.part("x", channels: 4)]) == [4])
    }

    @Test(arguments: [(nil, 3), (0, 3), (1, 7), (2, 3), (9, 3)] as [(UInt8?, Int)])
    func `a note goes to the channel of its instrument, else to that of the part`(instrument: UInt8?, channel: Int) {
        var part = PlacesTests.part(channels: 3, 7, nil)
        part.notes[0].instrument = instrument
        #expect(PlacesTests.channels([part]) == [channel])
    }

    @Test func `each channel has the program of its first instrument`() throws {
        var part = PlacesTests.part(channels: 3, 7, 3, nil)
        for index in part.instruments.indices {
            part.instruments[index].midi = (part.instruments[index].midi ?? MIDIInstrument()).with {
                $0.program = 40 + index
            }
        }
        let programs = try Score(part).midi().tracks[1].filter { $0.contains("program") }
        #expect(programs == ["0 program 3 40", "0 program 7 41", "0 program 0 43"])
    }

    @Test func `no program is set where none is known`() throws {
        #expect(try Score(PlacesTests.part(channels: 3)).midi().tracks[1].allSatisfy { !$0.contains("program") })
    }
}

extension MIDIDevice {
    /// The same with a change.
    fileprivate func with(_ change: (inout MIDIDevice) -> Void) -> MIDIDevice {
        var device = self
        change(&device)
        return device
    }
}
