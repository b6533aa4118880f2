import Counterpoint
import ScoreModel
import Testing

@Suite struct ShorthandTests {
    @Test func `A line is a voice, a word a note`() throws {
        let shorthand = try Shorthand("S C5 ↓D#5/2 r/2 | Eb5*3/2^\nX C3*2 | C3*3/2")
        let score = shorthand.score
        #expect(score.parts.map(\.name) == ["Soprano", "X"])
        #expect(score.measures.map(\.length) == [2, 3 / 2])
        #expect(score.parts[0].notes.map(\.onset) == [0, 1, 3 / 2, 2])
        #expect(score.parts[0].notes.map { $0.pitch?.description } == ["C5", "D#5", nil, "Eb5"])
        #expect(score.parts[0].fermatas.map(\.note) == [3])
        #expect(shorthand.marks == [Shorthand.Mark(part: 0, note: 1)])
    }

    @Test func `A tie leads to the next note of its pitch`() throws {
        let notes = try Shorthand("S C5~ C5").score.parts[0].notes
        #expect(notes[0].tiedTo == 1 && notes[1].tiedFrom == 0)
    }

    @Test(arguments: [
        ("S H4", "1:2: 'H4' is no note"), ("S C5*0", "1:2: '*' needs a number from 1 to 999 after it"),
        ("S C5 D5?", "1:3: 'D5?' is no note"), ("S C5^x", "1:2: 'x' is not understood"),
        ("S C5 | D5\nB C3 D3", "2:1: the bars of 'B' are not those above"),
    ])
    func `What is not understood is told with its place`(_ text: String, _ message: String) {
        let error = #expect(throws: ShorthandError.self) { try Shorthand(text) }
        #expect(error?.description == message)
    }
}
