import Testing

@testable import StandardMIDI

@Suite struct TrackWriterTests {
    @Test(
        arguments: [
            (0, [0]), (0x40, [0x40]), (0x7F, [0x7F]), (0x80, [0x81, 0]), (0x2000, [0xC0, 0]), (0x3FFF, [0xFF, 0x7F]),
            (0x4000, [0x81, 0x80, 0]), (0x10_0000, [0xC0, 0x80, 0]), (0x1F_FFFF, [0xFF, 0xFF, 0x7F]),
            (0x20_0000, [0x81, 0x80, 0x80, 0]), (0x0800_0000, [0xC0, 0x80, 0x80, 0]),
            (0x0FFF_FFFF, [0xFF, 0xFF, 0xFF, 0x7F]),
        ] as [(Int, [UInt8])])
    func `numbers have the bytes of the standard's table`(value: Int, bytes: [UInt8]) {
        var written: [UInt8] = []
        appendVariableLength(value, to: &written)
        #expect(written == bytes)
    }

    @Test(
        arguments: [
            (0x1000_0000, [0xFF, 0xFF, 0xFF, 0x7F]), (.max, [0xFF, 0xFF, 0xFF, 0x7F]), (-1, [0]), (.min, [0]),
        ] as [(Int, [UInt8])])
    func `numbers that do not fit are held at the limit`(value: Int, bytes: [UInt8]) {
        var written: [UInt8] = []
        appendVariableLength(value, to: &written)
        #expect(written == bytes)
    }

    @Test func `numbers have their highest byte first`() {
        #expect(bigEndian(UInt32(0x0102_0304)) == [1, 2, 3, 4] && bigEndian(UInt16(480)) == [1, 0xE0])
    }

    @Test func `a track knows its length and its end`() {
        var track = TrackWriter()
        track.note(key: 60, from: 0, to: 480, channel: 2, velocity: 90)
        let events: [UInt8] = [0, 0x92, 60, 90, 0x83, 0x60, 0x82, 60, 64, 0x60, 0xFF, 0x2F, 0]
        #expect(track.chunk(end: 576) == Array("MTrk".utf8) + [0, 0, 0, 13] + events)
    }

    @Test func `a track does not end before its last event`() {
        var track = TrackWriter()
        track.note(key: 60, from: 0, to: 10, channel: 0, velocity: 90)
        #expect(track.chunk(end: 5).suffix(8) == [10, 0x80, 60, 64, 0, 0xFF, 0x2F, 0])
    }

    @Test func `at one tick programs come before notes that end, and these before notes that begin`() throws {
        var track = TrackWriter()
        track.note(key: 62, from: 0, to: 10, channel: 0, velocity: 90)
        track.note(key: 60, from: 10, to: 20, channel: 0, velocity: 90)
        track.note(key: 64, from: 10, to: 10, channel: 0, velocity: 90)
        track.meta(0x58, [4, 2, 24, 8], at: 10)
        track.program(40, channel: 0)
        #expect(
            try outline(track) == [
                "0 program 0 40", "0 on 0 62 90", "10 meta 58 04021808", "10 off 0 62", "10 on 0 60 90",
                "10 on 0 64 90",
                "11 off 0 64", "20 off 0 60", "20 end",
            ])
    }

    @Test(arguments: [0, 127, 128, 20_000]) func `text may be long`(length: Int) throws {
        let text = String(repeating: "é", count: length)
        var track = TrackWriter()
        track.meta(0x03, text.utf8, at: 0)
        #expect(try outline(track) == ["0 name \(text)", "0 end"])
    }

    private func outline(_ track: TrackWriter) throws -> [String] {
        let header = Array("MThd".utf8) + [0, 0, 0, 6, 0, 1, 0, 1, 1, 0xE0] as [UInt8]
        return try MIDIOutline(header + track.chunk(end: 0)).tracks[0]
    }
}
