import ScoreModel
import StandardMIDI
import Testing

@Suite struct NotePairingTests {
    private func notes(_ content: String) throws -> (list: [String], codes: [String]) {
        let (list, diagnostics) = try MIDIFile(file(content)).notes()
        return (
            list.map { "\($0.channel) \($0.key) \($0.velocity) \($0.start)-\($0.end)" }, diagnostics.map(\.code)
        )
    }

    @Test func `a note-on with velocity 0 ends a note`() throws {
        let (list, codes) = try notes("00 903C40 60 3C00 00 3E50 60 803E10 00 FF2F00")
        #expect(list == ["0 60 64 0-96", "0 62 80 96-192"] && codes.isEmpty)
        let read = try MIDIFile(file("00 903C40 60 3C00 00 3E50 60 803E10 00 FF2F00"))
        #expect(read.notes().list.map(\.releaseVelocity) == [64, 16])
    }

    @Test func `of two notes on one key the first ends first`() throws {
        let (list, codes) = try notes("00 903C01 10 3C02 10 3C03 10 3C00 10 3C00 10 3C00 00 FF2F00")
        #expect(list == ["0 60 1 0-48", "0 60 2 16-64", "0 60 3 32-80"] && codes.isEmpty)
    }

    @Test func `what ends at a tick ends before what begins there, in either order`() throws {
        for order in ["60 803C40 00 903C02", "60 903C02 00 803C40"] {
            let (list, codes) = try notes("00 903C01 \(order) 60 803C40 00 FF2F00")
            #expect(list == ["0 60 1 0-96", "0 60 2 96-192"] && codes.isEmpty)
        }
    }

    @Test func `a note that ends where it begins has no length, and is a note`() throws {
        let (list, codes) = try notes("00 903C01 00 803C40 60 FF2F00")
        #expect(list == ["0 60 1 0-0"] && codes.isEmpty)
    }

    @Test func `channels are apart`() throws {
        let (list, codes) = try notes("00 903C01 00 9F3C02 10 8F3C40 10 803C40 00 FF2F00")
        #expect(list == ["0 60 1 0-32", "15 60 2 0-16"] && codes.isEmpty)
    }

    @Test func `what is never let go ends with the track`() throws {
        let (list, codes) = try notes("00 903C01 00 3E01 10 803E40 50 FF2F00")
        #expect(list == ["0 60 1 0-96", "0 62 1 0-16"] && codes == ["note-stuck"])
    }

    @Test(arguments: [(0x78, true), (0x7B, true), (0x7E, true), (0x79, false), (0x40, false)])
    func `a channel that falls silent ends its notes`(_ controller: Int, ends: Bool) throws {
        let number = String(controller, radix: 16)
        let (list, codes) = try notes("00 903C01 00 913C01 10 B0\(number)00 50 813C40 00 FF2F00")
        #expect(list == ["0 60 1 0-\(ends ? 16 : 96)", "1 60 1 0-96"] && codes == ["note-stuck"])
    }

    @Test func `a key that was not struck is told`() throws {
        let (list, codes) = try notes("00 803C40 00 903C01 10 803C40 00 803C40 00 FF2F00")
        #expect(list == ["0 60 1 0-16"] && codes == ["note-off-unmatched", "note-off-unmatched"])
    }

    @Test func `tracks are apart, and named`() throws {
        let one = track("00 903C01 10 803C40 00 FF2F00")
        let (list, diagnostics) = try MIDIFile(header(tracks: 3) + one + one + track("00 803C40 00 FF2F00")).notes()
        #expect(list.map(\.track) == [0, 1])
        #expect(diagnostics.map(\.place.part) == ["3"])
    }
}
