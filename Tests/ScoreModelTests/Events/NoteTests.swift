import ScoreModel
import Testing

@Suite struct NoteTests {
    @Test func `ends when its duration is over`() {
        let note = Note(onset: 3 / 2, duration: 1 / 3, content: .rest(staffPosition: nil))
        #expect(note.end == Fraction(11) / 6)
    }

    @Test(
        arguments: [
            (.pitched(Pitch(.c, octave: 4)), "C4", false),
            (.unpitched(staffPosition: Pitch(.e, octave: 4)), nil, false),
            (.rest(staffPosition: Pitch(.b, octave: 4)), nil, true), (.rest(staffPosition: nil), nil, true),
        ] as [(Note.Content, String?, Bool)])
    func `has a pitch only when one is written, and is a rest or not`(
        content: Note.Content, pitch: String?, isRest: Bool
    ) {
        let note = Note(onset: 0, duration: 1, content: content)
        #expect((note.pitch?.description, note.isRest) == (pitch, isRest))
    }

    @Test func `is a grace note when it says so`() {
        var note = Note(onset: 0, duration: 0, content: .pitched(Pitch(.c, octave: 4)))
        #expect(!note.isGrace)
        note.traits = [.grace, .slashed]
        #expect(note.isGrace)
    }

    @Test func `traits are bits of their own`() {
        let all: [Note.Traits] = [
            .grace, .slashed, .cue, .chordMember, .hidden, .wholeMeasure, .tieStart, .tieStop, .letRing,
        ]
        #expect(Set(all.map(\.rawValue)).count == all.count && all.allSatisfy { $0.rawValue.nonzeroBitCount == 1 })
    }
}
