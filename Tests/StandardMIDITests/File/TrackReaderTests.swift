import ScoreModel
import StandardMIDI
import Testing

/// What a track of a file holds, and what was odd about it. What was in order, or odd and kept, is written back byte for byte; what was repaired
/// is written so that the same events are read again and nothing is odd.
struct TrackCase: Sendable, CustomTestStringConvertible {
    let name: String
    let bytes: String
    let events: [String]
    let codes: [String]
    /// The offset, in the track, of the first thing that was odd.
    let offset: Int?
    let isKept: Bool

    init(
        _ name: String, _ bytes: String, _ events: [String], _ codes: [String] = [], at offset: Int? = nil,
        isKept: Bool = false
    ) {
        (self.name, self.bytes, self.events, self.codes, self.offset) = (name, bytes, events, codes, offset)
        self.isKept = isKept || codes.isEmpty
    }

    var testDescription: String { name }
}

@Suite struct TrackReaderTests {
    static let wellFormed: [TrackCase] = [
        TrackCase("nothing but its end", "00 FF2F00", ["0 end"]),
        TrackCase("a delta before the end is the length", "8360 FF2F00", ["480 end"]),
        TrackCase(
            "every channel message", "00 803C40 01 913C40 00 A23C01 00 B34064 00 C47F 00 D501 00 E60040 00 FF2F00",
            [
                "0 off 0 60 64", "1 on 1 60 64", "1 key-pressure 2 60 1", "1 control 3 64 100", "1 program 4 127",
                "1 pressure 5 1", "1 bend 6 0", "1 end",
            ]),
        TrackCase(
            "wheels at both ends", "00 E00000 00 E07F7F 00 FF2F00", ["0 bend 0 -8192", "0 bend 0 8191", "0 end"]),
        TrackCase(
            "running status", "00 903C40 60 3C00 00 C005 00 06 00 FF2F00",
            ["0 on 0 60 64", "96 on 0 60 0", "96 program 0 5", "96 program 0 6", "96 end"]),
        TrackCase(
            "meta events of any type", "00 FF0103 414243 00 FF60020102 00 FFF000 00 FF2F00",
            ["0 meta 1 [65, 66, 67]", "0 meta 96 [1, 2]", "0 meta 240 []", "0 end"]),
        TrackCase(
            "packets and escapes stay apart",
            "00 F0 03 431200 81 48 F7 06 431200431200 01 F7 01 F7 00 F7 02 F301 00 FF2F00",
            [
                "0 sysex [67, 18, 0]", "200 escape [67, 18, 0, 67, 18, 0]", "201 escape [247]", "201 escape [243, 1]",
                "201 end",
            ]),
        TrackCase(
            "a meta event between packets", "00 F0 01 43 00 FF0100 00 F7 02 12F7 00 FF2F00",
            ["0 sysex [67]", "0 meta 1 []", "0 escape [18, 247]", "0 end"]),
        TrackCase(
            "quantities with needless bytes", "8000 903C40 808060 803C40 80808000 FF018004 41424344 00 FF2F8000",
            ["0 on 0 60 64", "96 off 0 60 64", "96 meta 1 [65, 66, 67, 68]", "96 end"]),
        TrackCase(
            "ticks past 32 bits", String(repeating: "FFFFFF7F C001", count: 17) + "00 FF2F00",
            (1...17).map { "\($0 * 268_435_455) program 0 1" } + ["4563402735 end"]),
    ]

    static let repaired: [TrackCase] = [
        TrackCase(
            "no end", "00 903C40 60 803C40", ["0 on 0 60 64", "96 off 0 60 64", "96 end"], ["end-of-track-missing"],
            at: 8),
        TrackCase("no bytes", "", ["0 end"], ["end-of-track-missing"], at: 0),
        TrackCase(
            "bytes behind the end", "00 C005 00 FF2F00 00 C006", ["0 program 0 5", "0 end"], ["bytes-behind-end"],
            at: 7,
            isKept: true),
        TrackCase(
            "running status behind a meta event", "00 903C40 00 FF0100 60 3C00 00 FF2F00",
            ["0 on 0 60 64", "0 meta 1 []", "96 on 0 60 0", "96 end"], ["running-status-interrupted"], at: 9),
        TrackCase(
            "running status behind a system exclusive message", "00 903C40 00 F00243F7 60 3C00 00 FF2F00",
            ["0 on 0 60 64", "0 sysex [67, 247]", "96 on 0 60 0", "96 end"], ["running-status-interrupted"], at: 10),
        TrackCase(
            "running status with none before", "00 3C 00 C005 00 FF2F00", ["0 program 0 5", "0 end"],
            ["running-status-missing"], at: 1),
        TrackCase(
            "a status byte where the second data byte should be", "00 903C C005 00 FF2F00", ["0 program 0 5", "0 end"],
            ["data-byte-invalid"], at: 3),
        TrackCase(
            "a status byte where the first data byte should be", "00 90 FF0100 00 FF2F00", ["0 meta 1 []", "0 end"],
            ["data-byte-invalid"], at: 2),
        TrackCase(
            "a quantity of five bytes", "8080808060 C005 00 FF2F00", ["268435455 program 0 5", "268435455 end"],
            ["quantity-overlong"], at: 0),
        TrackCase(
            "a message cut off", "00 C005 00 903C", ["0 program 0 5", "0 end"],
            ["event-truncated", "end-of-track-missing"], at: 5),
        TrackCase(
            "a lost byte before the end", "00 C005 00 90 FF2F00", ["0 program 0 5", "0 end"], ["data-byte-invalid"],
            at: 5),
        TrackCase(
            "a text of 268 million bytes", "00 FF01 FFFFFF7F 4142", ["0 meta 1 [65, 66]", "0 end"],
            ["event-truncated", "end-of-track-missing"], at: 1),
        TrackCase("an end cut off", "00 FF2F", ["0 end"], ["event-truncated"], at: 1),
        TrackCase(
            "a text without a length", "00 FF01", ["0 meta 1 []", "0 end"],
            ["event-truncated", "end-of-track-missing"],
            at: 1),
        TrackCase(
            "a packet without a length", "00 F0", ["0 sysex []", "0 end"], ["event-truncated", "end-of-track-missing"],
            at: 1),
        TrackCase("a meta event cut off", "00 FF", ["0 end"], ["event-truncated", "end-of-track-missing"], at: 1),
        TrackCase(
            "a time without an event", "00 C005 60", ["0 program 0 5", "0 end"],
            ["event-truncated", "end-of-track-missing"], at: 3),
        TrackCase(
            "a number without end", "00 C005 8080", ["0 program 0 5", "0 end"],
            ["event-truncated", "end-of-track-missing"],
            at: 3),
        TrackCase(
            "messages that have no place in a file",
            "00 903C40 00 F17F 00 F27F7F 00 F37F 00 F4 00 F5 00 F6 00 F8 00 F9 00 FA 00 FB 00 FC 00 FD 00 FE 60 3C00 00 FF2F00",
            ["0 on 0 60 64", "96 on 0 60 0", "96 end"], ["status-illegal"], at: 5),
        TrackCase(
            "a known meta event with fewer bytes", "00 FF5102 07A1 00 FF2F00", ["0 meta 81 [7, 161]", "0 end"],
            ["meta-length"],
            at: 1, isKept: true),
        TrackCase(
            "a known meta event with more bytes", "00 FF5903 FD0100 00 FF2F00", ["0 meta 89 [253, 1, 0]", "0 end"],
            ["meta-length"], at: 1, isKept: true),
        TrackCase("an end with bytes", "00 FF2F0100", ["0 end"], ["meta-length"], at: 1, isKept: true),
    ]

    /// The track begins behind the header and its own head.
    private static let start = 22

    @Test(arguments: wellFormed + repaired) func `every track is read`(_ example: TrackCase) throws {
        let input = file(example.bytes)
        let read = try MIDIFile(input)
        #expect(read.tracks.map(\.outline) == [example.events])
        #expect(read.codes == example.codes)
        #expect(read.diagnostics.allSatisfy { $0.severity == .warning && $0.place.part == "1" })
        #expect(read.diagnostics.first?.place.byte == example.offset.map { $0 + Self.start })
    }

    @Test(arguments: wellFormed + repaired) func `what needed no repair is written as it was`(_ example: TrackCase)
        throws
    {
        let input = file(example.bytes)
        let output = try MIDIFile(input).bytes(.asRead)
        #expect((output == input) == example.isKept)
        if !example.isKept {
            let again = try MIDIFile(output)
            #expect(again.tracks.map(\.outline) == [example.events])
            #expect(again.codes.isEmpty)
        }
    }

    @Test(arguments: wellFormed + repaired) func `the canonical file has the same events`(_ example: TrackCase) throws {
        let output = try MIDIFile(file(example.bytes)).bytes(.canonical)
        let again = try MIDIFile(output)
        #expect(again.tracks.map(\.outline) == [example.events])
        #expect(again.codes.filter { $0 != "meta-length" }.isEmpty)
        #expect(again.bytes(.canonical) == output)
    }

    @Test func `a fault in every event is told a hundred times and counted`() throws {
        let read = try MIDIFile(file(String(repeating: "00 F4", count: 500) + "00 FF2F00"))
        #expect(read.diagnostics.count == 101)
        #expect(read.diagnostics.last?.message == "400 more of this kind")
    }
}
