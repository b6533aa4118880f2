import ScoreModel
import TestSupport
import Testing

@testable import Corpus

@Suite struct OutlineTests {
    @Test func `notes in the order of time and height, tied ones once`() throws {
        let outline = try Music.outline("S C5~ C5 D5 E5\nB C3/2 D3/2 E3 r r")
        #expect(outline.times == [0, 0, 48, 96, 192, 288])
        #expect(outline.keys == [48, 72, 50, 52, 74, 76])
        #expect(outline.lines == [1, 0, 1, 1, 0, 0])
        #expect(!outline.isOneVoice)
        #expect(try Music.outline("S C5 D5\nB C5 D5").isOneVoice)
    }

    @Test func `bytes keep everything`() throws {
        let outline = try Music.outline(Music.chorale)
        #expect(Outline(bytes: outline.bytes) == outline)
        #expect(outline.bytes.count < 4 * outline.count)
        let wide = Outline(
            times: [-70_000, 0, Outline.mostTicks], keys: [-300, 60, 300], lines: [0, 1, 0], parts: [0, 65_535])
        #expect(Outline(bytes: wide.bytes) == wide)
        let empty = Outline(Score())
        #expect(Outline(bytes: empty.bytes) == empty)
    }

    @Test func `damaged bytes are no outline, or another one, and never a crash`() throws {
        let bytes = try Music.outline(Music.chorale).bytes
        for length in bytes.indices { #expect(Outline(bytes: Array(bytes[..<length])) == nil) }
        #expect(Outline(bytes: bytes + [0]) == nil)
        var random = SeededGenerator(3)
        for _ in 0..<2000 {
            var damaged = bytes
            for _ in 0..<3 {
                damaged[Int.random(in: bytes.indices, using: &random)] = .random(in: 0...255, using: &random)
            }
            guard let outline = Outline(bytes: damaged) else { continue }
            #expect(outline.times == outline.times.sorted())
            _ = outline.figures
        }
    }

    @Test func `figures stay the same in another key and at another speed`() throws {
        let plain = try Music.outline("S C5 D5 E5/2 F5/2 G5 A5 G5 E5 C5").figures.map(\.hash)
        let other = try Music.outline("S F4*2 G4*2 A4 Bb4 C5*2 D5*2 C5*2 A4*2 F4*2").figures.map(\.hash)
        let wrong = try Music.outline("S C5 D5 E5/2 F5/2 G5 A5 G5 F5 C5").figures.map(\.hash)
        #expect(plain.count == 4 && plain == other)
        #expect(plain[0] != wrong[0])
        #expect(try Music.outline("S C5 D5 C5 D5 E5 D5 C5 D5 E5 C5").figures.isEmpty)
    }
}
