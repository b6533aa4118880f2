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

    @Test func `The line H says what the harmony is`() throws {
        let score = try Shorthand(
            """
            S C5 B4 B4/2 C5/2 | B4*2 r
            H C: I V6/5*3/2 viio7/V*1/2 | e: V . r
            B C4 B3*2 | B3*3
            """
        ).score
        #expect(score.parts.map(\.name) == ["Soprano", "Bass"])
        let said = score.parts[1].harmonies.map { harmony in
            guard case .function(let text) = harmony.value.chords.first?.base else { return "" }
            return "\(harmony.onset) \(harmony.measure) \(text)"
        }
        #expect(said == ["0 0 C: I", "1 0 V6/5", "5/2 0 viio7/V", "3 1 e: V", "5 1 N.C."])
    }

    @Test(arguments: [
        ("S C5\nH D: I", 2), ("H b: i\nS C5", 2), ("S C5\nH Eb: I", -3), ("S C5\nH r", 0),
        ("S C5*2\nH C#: I A#: I", 7), ("S C5\nH B#: I", 0),
    ])
    func `The first key is the signature of all voices`(_ text: String, _ fifths: Int) throws {
        let key = try #require(try Shorthand(text).score.parts.first?.keys.first?.value)
        guard case .traditional(fifths, _) = key.content else {
            Issue.record("\(key)")
            return
        }
    }

    @Test(arguments: [
        ("S H4", "1:2: 'H4' is no note"), ("S C5*0", "1:2: '*' needs a number from 1 to 999 after it"),
        ("S C5 D5?", "1:3: 'D5?' is no note"), ("S C5^x", "1:2: 'x' is not understood"),
        ("H I", "1:2: 'I' needs a key before it, such as 'C:'"), ("H C: I X7", "1:4: 'X7' is no numeral"),
        ("H H:", "1:2: 'H:' is no key"), ("H C: I/2", "1:3: 'I/2' is no numeral"),
        ("S C5 | D5\nH C: I", "2:1: the bars of 'H' are not those above"),
        ("S C5 | D5\nB C3 D3", "2:1: the bars of 'B' are not those above"),
    ])
    func `What is not understood is told with its place`(_ text: String, _ message: String) {
        let error = #expect(throws: ShorthandError.self) { try Shorthand(text) }
        #expect(error?.description == message)
    }
}
