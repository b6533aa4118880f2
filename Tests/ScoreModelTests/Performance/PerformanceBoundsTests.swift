import ScoreModel
import Testing

/// Scores that no reader would write and a program can build.
@Suite(.timeLimit(.minutes(5))) struct PerformanceBoundsTests {
    private func score(_ notes: [Note], length: Fraction, _ change: (inout Part) -> Void = { _ in }) -> Score {
        var score = Score()
        score.measures = [Measure(number: "1", onset: 0, length: length)]
        var part = Part(id: "P1")
        part.voices = ["1"]
        part.notes = notes
        change(&part)
        score.parts = [part]
        return score
    }

    private func quarter(_ onset: Int, _ duration: Fraction = 1) -> Note {
        Note(onset: Fraction(onset), duration: duration, content: .pitched(Pitch(.c, octave: 4)))
    }

    @Test func `when there are too many, notes are played without ornaments and that is told`() {
        let count = 40
        let score = score((0..<count).map { quarter($0 * 1000, 1000) }, length: Fraction(count * 1000)) { part in
            part.marks = (0..<count).map { Mark(note: $0, .ornament(Ornament(.trill))) }
        }
        var bounds = Performance.Bounds()
        bounds.ornamentNotes = 10_000
        let performance = Performance(score, order: .written(score), style: .init(), bounds: bounds)
        #expect(performance.notes.count == 9 * 1024 + 31)
        #expect(performance.losses == [Loss(kind: "ornament", count: 31, first: .init(part: "P1", measure: "1"))])
    }

    @Test func `a large score is not repeated for ever`() {
        let score = score((0..<100).map { quarter($0) }, length: 100) { part in
            part.barlines = [
                Timed(
                    onset: 100, measure: 0,
                    value: Barline(location: .right, repeat: .backward(times: 3000, afterJump: false)))
            ]
        }
        var bounds = Performance.Bounds()
        bounds.notes = 1000
        let performance = Performance(score, order: PlayOrder(score), style: .plain, bounds: bounds)
        #expect(performance.notes.count == 900)
        #expect(performance.losses.map(\.kind) == ["repeat"])
    }

    @Test func `ten thousand grace notes before one note all sound`() {
        var notes = (0..<10_000).map { _ in
            var note = quarter(0, 0)
            note.traits = [.grace]
            return note
        }
        notes.append(quarter(0, 4))
        let performance = Performance(score(notes, length: 4))
        #expect(performance.notes.count == 10_001)
        #expect(performance.notes.allSatisfy { $0.duration > 0 })
    }

    @Test func `numbers without end do not trap`() {
        let huge = Fraction(.max)
        let tiny = 1 / huge
        let notes = [
            Note(onset: 0, duration: tiny, content: .pitched(Pitch(.c, octave: 4))),
            Note(onset: tiny, duration: huge, content: .pitched(Pitch(.c, octave: 127))),
            Note(onset: huge, duration: huge, content: .unpitched(staffPosition: nil)),
        ]
        let score = score(notes, length: huge) { part in
            var ornament = Ornament(.trill)
            (ornament.sound.beats, ornament.sound.secondBeat, ornament.sound.accelerates) = (huge, -huge, true)
            part.marks = [
                Mark(note: 0, .ornament(ornament)), Mark(note: 1, .fermata(Fermata())),
                Mark(note: 7, .fermata(Fermata())),
            ]
            var details = NoteDetails()
            (details.playing.attack, details.playing.release, details.playing.dynamics) = (huge, -huge, huge)
            part.noteDetails = [Attached(note: 0, value: details), Attached(note: 9, value: details)]
            var swing = Swing()
            swing.ratio = .init(first: .max, second: .max)
            var sound = Sound(Tempo.standard)
            (sound.tempo, sound.dynamics, sound.swing, sound.damperPedal) = (tiny, -huge, swing, "99999999")
            part.sounds = [Timed(onset: 0, measure: 5, value: sound), Timed(onset: huge, measure: -1, value: sound)]
            part.keys = [Timed(onset: 0, measure: 0, value: .traditional(fifths: .min))]
        }
        for note in Performance(score).notes { #expect(note.duration > 0) }
    }

    @Test func `ties that lead in circles end`() {
        var notes = [quarter(0), quarter(1)]
        (notes[0].tiedTo, notes[1].tiedFrom, notes[1].tiedTo, notes[0].tiedFrom) = (1, 0, 0, 1)
        #expect(Performance(score(notes, length: 2), style: .plain).notes.map(\.duration) == [2])
    }
}
