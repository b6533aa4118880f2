import Testing

/// The reader of the tests must see mistakes before it can vouch for their absence.
@Suite struct MIDIOutlineTests {
    static let header: [UInt8] = Array("MThd".utf8) + [0, 0, 0, 6, 0, 1, 0, 1, 1, 0xE0]
    static let end: [UInt8] = [0, 0xFF, 0x2F, 0]

    static func file(_ events: [UInt8]) -> [UInt8] {
        header + Array("MTrk".utf8) + [0, 0, 0, UInt8(events.count)] + events
    }

    @Test func `events are read with their ticks`() throws {
        let events: [UInt8] = [0, 0x93, 60, 90, 0x83, 0x60, 0x83, 60, 64, 0, 0xFF, 0x51, 3, 7, 0xA1, 0x20]
        let outline = try MIDIOutline(MIDIOutlineTests.file(events + MIDIOutlineTests.end))
        #expect((outline.format, outline.resolution) == (1, 480))
        #expect(outline.tracks == [["0 on 3 60 90", "480 off 3 60", "480 meta 51 07A120", "480 end"]])
    }

    @Test(arguments: [
        header, header + [0], Array("RIFF".utf8), file([]), file([0, 0xFF, 0x2F]), file(end + [0]), file(end) + [0],
        file([0, 0x90, 60, 90, 0, 62, 90] + end), file([0, 0x90, 60, 0x80] + end), file([0x80, 0x80, 0x80, 0x80, 0]),
        file([0, 0xF4] + end),
    ])
    func `mistakes are seen`(bytes: [UInt8]) {
        #expect(throws: MIDIOutline.Failure.self) { try MIDIOutline(bytes) }
    }
}
