import StandardMIDI
import TestSupport
import Testing

/// Whatever the bytes, reading ends, and what is written is read again without repairs and has the same events.
@Suite struct MIDIDamageTests {
    static let files: [[UInt8]] = [
        file("00 FF0304 54657374 00 903C40 60 3C00 00 F0 03 4312F7 00 C005 60 D001 00 FF5103 07A120 00 FF2F00"),
        header(tracks: 3) + track("00 FF5804 04021808 00 FF2F00") + chunk("XFIH", [1, 2, 3])
            + track("00 903C40 60 803C40 00 FF2F00") + track("00 C105 8360 913C40 60 3C00 00 FF2F00"),
        RIFFWrapper().wrapping(file("00 F7 02 F301 00 E00040 00 FF2F00")),
    ]

    static let clips: [[UInt8]] = [
        Array("SMF2CLIP".utf8)
            + bytes(
                """
                00400000 00300060 D0100000 02FAF080 00000000 00000000 00400000 F0200000 00000000 00000000 00000000
                00400000 40903C00 FFFF0000 00400060 40803C00 00000000 00400000 F0210000 00000000 00000000 00000000
                """)
    ]

    private func check(_ bytes: [UInt8]) throws {
        if let clip = try? MIDIClip(bytes) { _ = (clip.notes(), clip.tempoMap, clip.meterMap, clip.keys, clip.title) }
        guard let read = try? MIDIFile(bytes) else { return }
        let notes = read.notes()
        #expect(notes.list.count == read.tracks.reduce(0) { $0 + $1.events.count(where: \.isNoteOn) })
        #expect(notes.list.allSatisfy { $0.start <= $0.end })
        let (tempos, meters) = (read.tempoMap(), read.meterMap())
        _ = (tempos.seconds(at: read.end), meters.place(of: read.end), read.keys(), read.tempoDiagnostics)
        for layout in MIDIFile.Layout.allCases {
            let again = try MIDIFile(read.bytes(layout))
            let harmless = ["meta-length", "bytes-behind-end", "trailing-bytes", "header-long", "format-unknown"]
            let odd = again.codes.filter { code in
                !(harmless + ["division-zero", "division-unknown", "format-0-tracks"]).contains(code)
            }
            #expect(odd.isEmpty, "\(bytes)")
            #expect(again.tracks.map(withoutFillers) == read.tracks.map(withoutFillers), "\(bytes)")
        }
    }

    /// Where an event was left out after a long time, no number may be long enough for what is left: an empty text divides it.
    private func withoutFillers(_ track: MIDITrack) -> [String] { track.outline.filter { !$0.hasSuffix("meta 1 []") } }

    @Test(arguments: files + clips) func `cut off anywhere`(_ file: [UInt8]) throws {
        for count in 0..<file.count { try check(Array(file[..<count])) }
    }

    @Test(arguments: files + clips) func `bytes overwritten`(_ file: [UInt8]) throws {
        var random = SeededGenerator(1)
        for _ in 0..<2500 {
            var damaged = file
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                damaged[Int.random(in: 0..<file.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
            }
            try check(damaged)
        }
    }

    @Test(arguments: files) func `bytes lost and doubled`(_ file: [UInt8]) throws {
        var random = SeededGenerator(2)
        for _ in 0..<500 {
            var damaged = file
            let place = Int.random(in: 0..<file.count, using: &random)
            if Bool.random(using: &random) { damaged.remove(at: place) } else { damaged.insert(file[place], at: place) }
            try check(damaged)
        }
    }

    @Test func `noise`() throws {
        var random = SeededGenerator(3)
        for _ in 0..<500 {
            let noise = (0..<Int.random(in: 0...200, using: &random)).map { _ in
                UInt8.random(in: 0...255, using: &random)
            }
            try check(header(tracks: 1) + chunk("MTrk", noise))
        }
    }

    @Test func `a hundred thousand chunks that claim the rest of the file`() throws {
        let chunk = chunk("MTrk", [], length: 0xFFFF_FFFF)
        let read = try MIDIFile(header(tracks: 1) + (0..<100_000).flatMap { _ in chunk })
        #expect(read.diagnostics.count < 1000)
    }
}
