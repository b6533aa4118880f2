import ScoreModel
import Testing

@Suite struct ScoreVoicesTests {
    /// Notes of one voice on one staff: a key's name, when it begins and how long it lasts.
    static func score(_ notes: (step: Pitch.Step, octave: Int8, onset: Fraction, duration: Fraction)...) -> Score {
        var part = Part(id: "P1", name: "Organ")
        part.voices = ["1"]
        part.notes = notes.map { note in
            Note(
                onset: note.onset, duration: note.duration, content: .pitched(Pitch(note.step, octave: note.octave)))
        }
        part.measures = [PartMeasure(index: 0, number: "1", filled: 4)]
        var score = Score()
        score.measures = [Measure(number: "1", onset: 0, length: 4)]
        score.parts = [part]
        return score
    }

    /// Two voices in chords, of which the lower one holds.
    static var chords: Score {
        var score = score((.c, 5, 0, 2), (.c, 4, 0, 4), (.d, 5, 2, 2))
        score.parts[0].notes[1].traits = [.chordMember]
        return score
    }

    @Test func `chords become voices with stems up and down`() {
        let part = ScoreVoicesTests.chords.separatingVoices().parts[0]
        #expect(part.voices == ["1", "2"])
        #expect(part.notes.map(\.voice) == [0, 1, 0])
        #expect(part.notes.map(\.stem) == [.up, .down, .up])
        #expect(!part.notes.contains { $0.traits.contains(.chordMember) })
    }

    @Test func `a line stays as it was`() {
        let score = ScoreVoicesTests.score((.c, 5, 0, 2), (.d, 5, 2, 2))
        #expect(score.separatingVoices() == score)
    }

    @Test func `tied notes are one tone`() {
        var score = ScoreVoicesTests.score((.g, 4, 0, 2), (.e, 4, 0, 2), (.a, 4, 2, 2), (.e, 4, 2, 2))
        score.parts[0].notes[1].tiedTo = 3
        score.parts[0].notes[3].tiedFrom = 1
        let notes = score.separatingVoices(allowsChords: true).parts[0].notes
        #expect(notes.map(\.voice) == [0, 1, 0, 1])
        #expect(notes[1].tiedTo == 3 && notes[3].tiedFrom == 1)
    }

    @Test func `grace notes and what hangs on notes go with them`() {
        var score = ScoreVoicesTests.score((.c, 5, 0, 2), (.c, 4, 0, 4), (.b, 4, 2, 0), (.d, 5, 2, 2))
        score.parts[0].notes[2].traits = [.grace]
        score.parts[0].marks = [Mark(note: 1, .fermata(Fermata()))]
        let part = score.separatingVoices().parts[0]
        #expect(part.notes.map(\.voice) == [0, 1, 0, 0])
        #expect(part.notes[part.marks[0].note].pitch?.octave == 4)
    }

    @Test func `beams stay where they lead from note to note of a voice`() {
        var score = ScoreVoicesTests.score(
            (.c, 5, 0, 1 / 2), (.c, 4, 0, 4), (.d, 5, 1 / 2, 1 / 2), (.e, 5, 1, 1 / 2), (.f, 4, 3 / 2, 1 / 2))
        for (index, beam) in [(0, Beams.State.begin), (2, .end), (3, .begin)] {
            score.parts[0].notes[index].beams[1] = beam
        }
        let notes = score.separatingVoices().parts[0].notes
        #expect(notes.map { $0.beams[1] } == [.begin, nil, .end, nil, nil])
    }

    @Test func `a rest goes where a voice is silent`() {
        var score = ScoreVoicesTests.score((.c, 5, 0, 4), (.c, 4, 0, 2), (.c, 4, 2, 2), (.c, 4, 3, 1))
        score.parts[0].notes[2].content = .rest(staffPosition: nil)
        score.parts[0].notes[3].content = .rest(staffPosition: nil)
        let notes = score.separatingVoices().parts[0].notes
        #expect(notes.map(\.voice) == [0, 1, 1, 2])
        #expect(notes.map { $0.traits.contains(.hidden) } == [false, false, false, true])
    }

    @Test func `voices can become parts, with rests where they are silent`() {
        var score = ScoreVoicesTests.score((.c, 5, 0, 4), (.c, 4, 0, 1))
        score.groups = [PartGroup(parts: 0..<1)]
        score.parts[0].instruments = [Instrument(id: "I1", name: "Organ")]
        score.parts[0].instruments[0].midi = MIDIInstrument()
        score.parts[0].instruments[0].midi?.instrument = "I1"
        let divided = score.separatingVoices().dividingParts()
        #expect(divided.parts.map(\.id) == ["P1-1", "P1-2"])
        #expect(divided.parts.map(\.name) == ["Organ 1", "Organ 2"])
        #expect(divided.groups[0].parts == 0..<2)
        #expect(divided.parts.map(\.instruments[0].id) == ["I1-1", "I1-2"])
        #expect(divided.parts.map(\.instruments[0].midi?.instrument) == ["I1-1", "I1-2"])
        #expect(divided.parts[1].notes.map(\.duration) == [1, 1, 2])
        #expect(divided.parts[1].notes.map(\.isRest) == [false, true, true])
    }
}
