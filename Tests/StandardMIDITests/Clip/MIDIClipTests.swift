import ScoreModel
import StandardMIDI
import Testing

@Suite struct MIDIClipTests {
    /// 96 ticks a quarter note; start and end; what is in between.
    private func clip(header: String = "", _ content: String) throws -> MIDIClip {
        let start = "00400000 F0200000 00000000 00000000 00000000"
        let end = "00400000 F0210000 00000000 00000000 00000000"
        return try MIDIClip(Array("SMF2CLIP".utf8) + bytes("00400000 00300060 \(header) \(start) \(content) \(end)"))
    }

    private func outline(_ clip: MIDIClip) -> [String] {
        clip.notes().list.map { "\($0.channel) \($0.key) \($0.velocity) \($0.start)-\($0.end)" }
    }

    @Test func `notes of MIDI 1_0`() throws {
        let read = try clip("00400000 20903C7F 00400060 20803C40 00400000 21913E01 00400060 21913E00")
        #expect(outline(read) == ["0 60 127 0-96", "17 62 1 96-192"])
        #expect(read.diagnostics.isEmpty && read.ticksPerQuarter == 96 && read.end == 192)
    }

    @Test func `notes of MIDI 2_0, where velocity 0 strikes`() throws {
        let read = try clip(
            "00400000 40903C00 FFFF0000 00400000 40903E00 00000000 00400060 40803C00 00000000 00400000 40803E00 80000000"
        )
        #expect(outline(read) == ["0 60 127 0-96", "0 62 1 0-96"])
        #expect(read.notes().list.map(\.releaseVelocity) == [0, 64])
    }

    @Test func `tempo, meter and key`() throws {
        let read = try clip(
            header: "00400000 D0100000 05F5E100 00000000 00000000 00400000 D0100001 03020800 00000000 00000000",
            "00400060 D0100005 24000000 00000000 00000000 00400000 D0100000 00000000 00000000 00000000")
        #expect(read.tempoMap.seconds(at: 96) == 1)
        #expect(read.meterMap.changes.map { "\($0)" } == ["3/4"])
        // Two sharps and the tonic D; a tempo of zero is passed over.
        #expect(read.keys.map { "\($0.tick) \($0.key.fifths) \($0.key.isMinor)" } == ["96 2 false"])
        #expect(read.tempoMap.changes.count == 1)
    }

    @Test(
        arguments: [
            ("10 000000", "0 false"), ("03", "0 false"), ("01", "0 true"), ("F4", "-1 true"), ("16", "1 false"),
            ("15", "1 true"),
            ("A2", "-6 false"), ("80", nil),
        ] as [(String, String?)]) func `the tonic tells minor from major`(_ byte: String, meaning: String?) throws
    {
        let read = try clip("00400000 D0100005 \(byte.prefix(2))000000 00000000 00000000")
        let expected = byte == "10 000000" ? "1 false" : meaning
        #expect(read.keys.first.map { "\($0.key.fifths) \($0.key.isMinor)" } == expected)
    }

    @Test func `a title in two packets`() throws {
        let read = try clip(
            header: "00400000 D0500103 54657874 204D6573 73616765 00400000 D0D00103 20546573 74000000 00000000", "")
        #expect(read.title == "Text Message Test")
        #expect(try clip("").title.isEmpty)
    }

    @Test func `packets of every size are passed by`() throws {
        let sizes = [1, 1, 1, 2, 2, 4, 1, 1, 2, 2, 2, 3, 3, 4, 4]
        let packets = sizes.enumerated().map { type, size in
            String(type, radix: 16, uppercase: true) + "0000000" + String(repeating: " 00000000", count: size - 1)
        }
        let read = try clip(packets.joined(separator: " ") + " 20903C7F")
        #expect(outline(read) == ["0 60 127 0-0"])
        #expect(read.packets.map(\.words.count) == sizes + [1])
    }

    @Test(arguments: [
        ("", ["division-missing", "clip-start-missing", "end-of-clip-missing"]),
        ("00300000", ["division-zero", "clip-start-missing", "end-of-clip-missing"]),
        ("00300060 F0200000 00000000", ["event-truncated", "clip-start-missing", "end-of-clip-missing"]),
        ("00300060 F0200000 00000000 00000000 00000000 F0210000 00000000 00000000 00000000 11", ["trailing-bytes"]),
    ]) func `what is broken is told`(_ content: String, codes: [String]) throws {
        let read = try MIDIClip(Array("SMF2CLIP".utf8) + bytes(content))
        #expect(read.diagnostics.map(\.code) == codes)
        #expect(read.ticksPerQuarter > 0)
    }

    @Test(arguments: ["", "SMF1CLIP", "MThd"]) func `other files are refused`(_ content: String) {
        #expect(throws: MIDIFileError.self) { try MIDIClip(Array(content.utf8)) }
    }
}
