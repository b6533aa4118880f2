import Counterpoint
import Harmonizer
import ScoreModel
import Testing

/// Chords on strings, and what else a part has beside its line.
@Suite struct StopReadingTests {
    /// Lets another note begin with a note of a part.
    private func add(
        _ pitch: Pitch, to note: Int, of part: Int, in score: inout Score, _ change: (inout Note) -> Void = { _ in }
    ) {
        var other = score.parts[part].notes[note]
        other.content = .pitched(pitch)
        other.traits.insert(.chordMember)
        change(&other)
        score.parts[part].notes.insert(other, at: note + 1)
    }

    @Test func `A violin's chord has its top note in the line, a cello's its bottom note`() throws {
        var score = try quartet("C5*2 E5*2")
        add(Pitch(.g, octave: 4), to: 1, of: 0, in: &score)
        add(Pitch(.c, octave: 4), to: 1, of: 0, in: &score)
        add(Pitch(.g, octave: 3), to: 0, of: 3, in: &score)
        let reading = try Grid.Reading(score, vocabulary: .strings)
        #expect(reading.grid.line(0) == "72 - - - - - - - 76 - - - - - - -")
        #expect(reading.grid.stops.mapValues(\.intervals) == [32: [-16, -9], 3: [7]])
        #expect(reading.losses.isEmpty)
        #expect(reading.notes.all == 8 && reading.notes.held == 8)
        #expect(try Grid.Reading(score).grid.stops.isEmpty)
    }

    @Test func `What does not begin and end with the line is no stop`() throws {
        var score = try quartet("C5*2 E5*2")
        add(Pitch(.g, octave: 4), to: 1, of: 0, in: &score) { $0.duration = 1 }
        let reading = try Grid.Reading(score, vocabulary: .strings)
        #expect(reading.grid.stops.isEmpty)
        #expect(reading.counts == ["chord-note": 1])
        #expect(reading.notes.all == 6 && reading.notes.held == 5)
    }

    @Test func `What has no place is counted by kind, and explains the notes that are not held`() throws {
        var score = try quartet("C5*2 E5*2")
        add(Pitch(.d, octave: 5), to: 0, of: 0, in: &score) {
            $0.traits = .grace
            $0.duration = .zero
        }
        // The second violin has a second voice, the viola's note sounds on under the next.
        score.parts[1].voices = ["1", "2"]
        add(Pitch(.e, octave: 4), to: 0, of: 1, in: &score) {
            $0.traits = []
            $0.voice = 1
            $0.duration = 1
        }
        var next = score.parts[2].notes[0]
        (next.onset, next.duration) = (2, 2)
        score.parts[2].notes.append(next)
        score.parts[3].notes[0].content = .pitched(
            Pitch(.c, alter: Semitones(thousandths: 500), octave: 3))
        let reading = try Grid.Reading(score, vocabulary: .strings)
        #expect(
            reading.counts == [
                "grace-note": 1, "voice": 1, "note-of-another-voice": 1, "overlap": 1, "microtone": 1,
            ])
        #expect(reading.notes.all == 8 && reading.notes.held == 4)
        #expect(reading.grid.line(2) == "60 - - - - - - - 60 - - - - - - -")
    }

    @Test func `A stop has up to three notes besides, within what an instrument reaches`() {
        #expect(Stop(intervals: [7, -5, 7])?.intervals == [-5, 7])
        #expect(Stop(intervals: [0]) == nil && Stop(intervals: [Int]()) == nil)
        #expect(Stop(intervals: [1, 2, 3, 4]) == nil && Stop(intervals: [49]) == nil)
    }
}
