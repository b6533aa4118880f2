import ScoreModel
import StandardMIDI

extension Score {
    /// A score with measures of the given lengths.
    init(measures lengths: [Fraction] = [4], _ parts: Part...) {
        self.init()
        for length in lengths {
            measures.append(Measure(number: "\(measures.count + 1)", onset: self.length, length: length))
        }
        self.parts = parts
    }

    /// What it is as a MIDI file.
    func midi(order: PlayOrder? = nil, style: Performance.Style = .plain) throws -> MIDIOutline {
        try MIDIOutline(midiFile(order: order, style: style).file.bytes())
    }

    /// What a MIDI file loses of it, such as `grace: 2`.
    var losses: [String] { midiFile(style: .plain).losses.map { "\($0.kind): \($0.count)" } }

    /// The kind of what is lost, and the first place.
    var lossPlaces: [String] { midiFile(style: .plain).losses.map { "\($0.kind), \($0.first)" } }

    /// The same with its measures from `first` to `last`, counted from 1, in repeat signs.
    func repeating(_ first: Int, _ last: Int) -> Score {
        var score = self
        let (start, end) = (measures[first - 1], measures[last - 1])
        score.parts[0].barlines += [
            Timed(onset: start.onset, measure: first - 1, value: Barline(location: .left, repeat: .forward)),
            Timed(
                onset: end.onset + end.length, measure: last - 1,
                value: Barline(location: .right, repeat: .backward(times: 2, afterJump: false))),
        ]
        return score
    }

    /// The same with a jump at the end of a measure, counted from 1.
    func jumping(_ kind: Jump.Kind, after measure: Int) -> Score {
        var score = self
        let last = measures[measure - 1]
        score.parts[0].sounds.append(
            Timed(onset: last.onset + last.length, measure: measure - 1, value: Sound(Jump(kind))))
        return score
    }
}

extension Part {
    /// A part with notes one after another: names such as `F#4`, `x` for a note without pitch, `-` for a rest.
    init(_ line: [(name: String, duration: Fraction)], id: String = "P1") {
        self.init(id: id)
        var onset = Fraction.zero
        for (name, duration) in line {
            notes.append(Note(onset: onset, duration: duration, content: Note.Content(name)))
            onset += duration
        }
    }

    /// The same with ties from each note to the next, by the index of the first.
    func tying(_ first: Int...) -> Part {
        var part = self
        for index in first {
            part.notes[index].tiedTo = Int32(index + 1)
            part.notes[index + 1].tiedFrom = Int32(index)
        }
        return part
    }

    /// The same with a change.
    func with(_ change: (inout Part) -> Void) -> Part {
        var part = self
        change(&part)
        return part
    }
}

extension MIDIInstrument {
    /// The same with a change.
    func with(_ change: (inout MIDIInstrument) -> Void) -> MIDIInstrument {
        var instrument = self
        change(&instrument)
        return instrument
    }
}

extension Note.Content {
    /// A pitch such as `F#4`, `x` for no pitch; a rest for everything else.
    fileprivate init(_ name: String) {
        let steps: [Character: Pitch.Step] = ["C": .c, "D": .d, "E": .e, "F": .f, "G": .g, "A": .a, "B": .b]
        guard let step = name.first.flatMap({ steps[$0] }), let octave = Int8(name.drop { !$0.isNumber && $0 != "-" })
        else {
            self = name == "x" ? .unpitched(staffPosition: nil) : .rest(staffPosition: nil)
            return
        }
        let alter = name.count { $0 == "#" } - name.count { $0 == "b" }
        self = .pitched(Pitch(step, alter: Semitones(alter), octave: octave))
    }
}
