import Harmonizer
import Testing

@Suite struct GridNoteTests {
    private func grid(_ line: String) throws -> Grid {
        let count = line.split(separator: " ").count
        var grid = Grid(
            voiceCount: 1, tokens: Array(repeating: .rest, count: count),
            ticks: Array(repeating: TickContext(), count: count))
        try grid.sing(0, line)
        return grid
    }

    @Test func `Notes last as long as they are held`() throws {
        let notes = try grid("- 60 - 62 . - ? - 64 -").notes(ofVoice: 0)
        #expect(notes.map(\.ticks) == [1..<3, 3..<4, 8..<10])
        #expect(notes.map(\.pitch) == [60, 62, 64])
    }

    @Test func `Silence that is held is a rest`() throws {
        #expect(try grid("- - 60 - . - - ? -").canonical.line(0) == ". . 60 - . . . ? -")
    }
}
