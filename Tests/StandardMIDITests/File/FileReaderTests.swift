import ScoreModel
import StandardMIDI
import Testing

@Suite struct FileReaderTests {
    private let notes = track("00 903C40 60 803C40 00 FF2F00")
    private let outline = ["0 on 0 60 64", "96 off 0 60 64", "96 end"]

    // MARK: Header

    @Test(
        arguments: [
            ([], "empty-input", nil), (Array("not a midi file".utf8), "not-midi", 0),
            (Array("MThd".utf8), "header-truncated", 0),
            (chunk("MThd", bytes("0000 0001")), "header-truncated", 0),
            (chunk("MThd", bytes("0000 0001 60"), length: 6), "header-truncated", 0),
            (Array("RIFF".utf8), "not-midi", 0), (Array("RIFF\u{4}\0\0\0WAVE".utf8), "not-midi", 0),
            (Array("RIFF\u{4}\0\0\0RMID".utf8), "not-midi", 12),
        ] as [([UInt8], String, Int?)])
    func `what is no MIDI file is refused`(_ bytes: [UInt8], code: String, offset: Int?) {
        let error = #expect(throws: MIDIFileError.self) { try MIDIFile(bytes) }
        #expect(error?.code.name == code)
        #expect(error?.place.byte == offset)
        #expect(error?.diagnostic.severity == .error)
    }

    @Test(arguments: [UInt16(0), 1, 2]) func `formats`(_ format: UInt16) throws {
        let input = header(format: format, tracks: 1) + notes
        let read = try MIDIFile(input)
        #expect(read.format == MIDIFile.Format(rawValue: format))
        #expect(read.tracks.map(\.outline) == [outline] && read.codes.isEmpty && read.bytes() == input)
        #expect(read.bytes(.canonical) == input)
    }

    @Test func `an unknown format is read like format 1`() throws {
        let input = header(format: 7, tracks: 1) + notes
        let read = try MIDIFile(input)
        #expect(read.codes == ["format-unknown"] && read.tracks.count == 1 && read.bytes() == input)
        #expect(try MIDIFile(read.bytes(.canonical)).format == .simultaneous)
    }

    @Test func `a file of format 0 with two tracks`() throws {
        let input = header(format: 0, tracks: 2) + notes + notes
        let read = try MIDIFile(input)
        #expect(read.codes == ["format-0-tracks"] && read.tracks.count == 2 && read.bytes() == input)
        #expect(try MIDIFile(read.bytes(.canonical)).format == .simultaneous)
    }

    @Test(arguments: [UInt16(0), 1, 3, 65535]) func `the number of tracks is that of the chunks`(_ declared: UInt16)
        throws
    {
        let read = try MIDIFile(header(tracks: declared) + notes + notes)
        #expect(read.codes == ["track-count"] && read.tracks.count == 2)
        #expect(read.bytes() == header(tracks: 2) + notes + notes)
    }

    @Test func `a longer header is kept, and not in the canonical file`() throws {
        let input = chunk("MThd", bytes("0001 0001 0060 CAFE")) + notes
        let read = try MIDIFile(input)
        #expect(read.headerExtension == [0xCA, 0xFE] && read.tracks.map(\.outline) == [outline])
        #expect(read.codes == ["header-long"] && read.diagnostics[0].severity == .note)
        #expect(read.bytes() == input)
        #expect(read.bytes(.canonical) == header(tracks: 1) + notes)
    }

    @Test func `a header that claims to be longer ends at the first track`() throws {
        let read = try MIDIFile(chunk("MThd", bytes("0001 0001 0060"), length: 4_000_000_000) + notes)
        #expect(read.codes == ["chunk-length"] && read.tracks.map(\.outline) == [outline])
        #expect(read.bytes() == header(tracks: 1) + notes)
    }

    @Test(
        arguments: [
            (0x0060, .metrical(ticksPerQuarter: 96), 96, nil), (0x7FFF, .metrical(ticksPerQuarter: 32767), 0x7FFF, nil),
            (0xE828, .timeCode(framesPerSecond: 24, ticksPerFrame: 40), 0xE828, nil),
            (0xE728, .timeCode(framesPerSecond: 25, ticksPerFrame: 40), 0xE728, nil),
            (0xE350, .timeCode(framesPerSecond: 29, ticksPerFrame: 80), 0xE350, nil),
            (0xE204, .timeCode(framesPerSecond: 30, ticksPerFrame: 4), 0xE204, nil),
            (0x0000, .metrical(ticksPerQuarter: 480), 480, "division-zero"),
            (0xE700, .timeCode(framesPerSecond: 25, ticksPerFrame: 1), 0xE701, "division-zero"),
            (0x8001, .timeCode(framesPerSecond: 128, ticksPerFrame: 1), 0x8001, "division-unknown"),
        ] as [(UInt16, MIDIFile.Division.Meaning, UInt16, String?)])
    func `divisions`(_ word: UInt16, meaning: MIDIFile.Division.Meaning, canonical: UInt16, code: String?) throws {
        let input = header(tracks: 1, division: word) + notes
        let read = try MIDIFile(input)
        #expect(read.division.meaning == meaning)
        #expect(read.codes == [code].compactMap { $0 })
        #expect(read.bytes() == input)
        #expect(try MIDIFile(read.bytes(.canonical)).division.rawValue == canonical)
    }

    @Test func `a second of television has 30000/1001 frames`() throws {
        #expect(
            MIDIFile.Division(framesPerSecond: 29, ticksPerFrame: 80).secondsPerTick == (1001 / 2_400_000 as Fraction))
        #expect(MIDIFile.Division(framesPerSecond: 25, ticksPerFrame: 40).secondsPerTick == (1 / 1000 as Fraction))
        #expect(MIDIFile.Division(ticksPerQuarter: 480).secondsPerTick == nil)
    }

    // MARK: Chunks

    @Test func `unknown chunks keep their places`() throws {
        let other = (chunk("XFIH", [1, 2, 3]), chunk("XFKM", [4]), chunk("ABCD", []))
        let input = header(tracks: 2) + other.0 + notes + other.1 + other.2 + notes + other.0
        let read = try MIDIFile(input)
        #expect(read.codes.isEmpty && read.tracks.count == 2)
        #expect(read.otherChunks.map(\.place) == [0, 1, 1, 2])
        #expect(read.otherChunks.map { String(decoding: $0.name, as: UTF8.self) } == ["XFIH", "XFKM", "ABCD", "XFIH"])
        #expect(read.bytes() == input && read.bytes(.canonical) == input)
    }

    @Test func `a length that is too great ends where the next track begins`() throws {
        for length in [14, 20, 30, 4_000_000_000] {
            let long = track("00 903C40 60 803C40 00 FF2F00", length: length)
            let read = try MIDIFile(header(tracks: 2) + long + notes)
            #expect(read.tracks.map(\.outline) == [outline, outline])
            #expect(read.codes == ["chunk-length"] && read.diagnostics[0].place.byte == 18)
            #expect(read.bytes() == header(tracks: 2) + notes + notes)
        }
    }

    @Test func `a length past the end of the file takes what there is`() throws {
        let read = try MIDIFile(header(tracks: 1) + track("00 903C40 60 803C40 00 FF2F00", length: 99))
        #expect(read.tracks.map(\.outline) == [outline] && read.codes == ["chunk-length"])
        #expect(read.bytes() == header(tracks: 1) + notes)
    }

    @Test(arguments: 0..<12) func `a length that is too small reaches to the next track`(_ length: Int) throws {
        let short = track("00 903C40 60 803C40 00 FF2F00", length: length)
        for rest in [[], notes] {
            let tracks = rest.isEmpty ? 1 : 2
            let read = try MIDIFile(header(tracks: UInt16(tracks)) + short + rest)
            #expect(read.tracks.map(\.outline) == Array(repeating: outline, count: tracks))
            #expect(read.codes.contains("chunk-length"))
            #expect(read.bytes() == header(tracks: UInt16(tracks)) + notes + rest)
        }
    }

    @Test func `bytes between tracks are kept and not written`() throws {
        let read = try MIDIFile(header(tracks: 2) + notes + [1, 2, 3] + notes)
        #expect(read.codes == ["stray-bytes"] && read.tracks.count == 2)
        #expect(read.otherChunks.map(\.bytes) == [[1, 2, 3]])
        #expect(read.bytes() == header(tracks: 2) + notes + notes)
    }

    @Test(arguments: [(1, true), (7, true), (8, false), (500, false)])
    func `bytes behind the last chunk are written where nobody takes them for a chunk`(_ count: Int, isWritten: Bool)
        throws
    {
        let rest = [UInt8](repeating: 0x2A, count: count)
        let read = try MIDIFile(header(tracks: 1) + notes + rest)
        #expect(read.codes == ["trailing-bytes"] && read.otherChunks.map(\.bytes) == [rest])
        #expect(read.bytes() == header(tracks: 1) + notes + (isWritten ? rest : []))
        #expect(read.bytes(.canonical) == header(tracks: 1) + notes)
    }

    @Test func `a second header is passed by`() throws {
        let read = try MIDIFile(header(tracks: 1) + notes + header(tracks: 1))
        #expect(read.codes == ["stray-bytes"] && read.bytes() == header(tracks: 1) + notes)
    }

    @Test func `a file without tracks is one without tracks`() throws {
        let read = try MIDIFile(header(tracks: 0))
        #expect(read.tracks.isEmpty && read.codes.isEmpty && read.bytes() == header(tracks: 0))
    }

    // MARK: What is around a file

    @Test func `bytes before the header are left out`() throws {
        let input = header(tracks: 1) + notes
        let read = try MIDIFile(Array("garbage".utf8) + input)
        #expect(read.codes == ["leading-bytes"] && read.bytes() == input && read.bytes(.canonical) == input)
        #expect(read.otherChunks.first?.bytes == Array("garbage".utf8))
    }

    @Test func `a MacBinary header is left out`() throws {
        var head = [UInt8](repeating: 0, count: 128)
        head.replaceSubrange(1..<9, with: [7] + "Chorale".utf8)
        head.replaceSubrange(65..<69, with: "Midi".utf8)
        let input = header(tracks: 1) + notes
        let read = try MIDIFile(head + input + [UInt8](repeating: 0, count: 92))
        #expect(read.codes == ["macbinary-header", "trailing-bytes"] && read.bytes() == input)
    }

    @Test func `a RIFF file keeps its other chunks`() throws {
        let file = header(tracks: 1) + notes + [0x2A]
        let input = riff(
            riffChunk("DISP", [1, 0, 0, 0, 65]) + riffChunk("data", file) + riffChunk("LIST", Array("INFO".utf8)))
        let read = try MIDIFile(input)
        #expect(read.tracks.map(\.outline) == [outline])
        #expect(read.wrapper?.before.map(\.bytes) == [[1, 0, 0, 0, 65]])
        #expect(read.wrapper?.after.map { String(decoding: $0.name, as: UTF8.self) } == ["LIST"])
        #expect(read.bytes() == input)
        #expect(read.codes == ["trailing-bytes"])
        #expect(read.diagnostics.first?.place.byte == 12 + 14 + 8 + file.count - 1)
        var bare = read
        bare.wrapper = nil
        #expect(bare.bytes() == file)
        #expect(RIFFWrapper().wrapping(file) == riff(riffChunk("data", file)))
    }

    @Test func `wrong lengths in a RIFF file are repaired`() throws {
        let file = header(tracks: 1) + notes
        var input = riff(riffChunk("data", file))
        input[4] += 50
        input[16] += 50
        let read = try MIDIFile(input)
        #expect(read.codes == ["riff-length"] && read.tracks.map(\.outline) == [outline])
        #expect(read.bytes() == riff(riffChunk("data", file)))
    }

    private func riffChunk(_ name: String, _ content: [UInt8]) -> [UInt8] {
        let length = withUnsafeBytes(of: UInt32(content.count).littleEndian) { Array($0) }
        return Array(name.utf8) + length + content + (content.count % 2 == 1 ? [0] : [])
    }

    private func riff(_ chunks: [UInt8]) -> [UInt8] { riffChunk("RIFF", Array("RMID".utf8) + chunks) }
}
