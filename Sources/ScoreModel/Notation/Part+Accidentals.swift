extension Part {
    /// Prints accidentals anew.
    mutating func printAccidentals() {
        for (index, accidental) in neededAccidentals.enumerated() { notes[index].accidental = accidental }
    }

    /// The accidental that each note needs: where it is not what the signature or an accidental before it in the measure makes of its line.
    /// Notes without a pitch, and those between the keys, have what they had.
    package var neededAccidentals: [Accidental?] {
        /// A line or space of a staff.
        struct Line: Hashable {
            let staff: UInt8
            let diatonic: Int
        }
        var accidentals = notes.map(\.accidental)
        var (measure, alterations) = (Int32(-1), [Line: Int]())
        for index in notes.indices.sorted(by: {
            (notes[$0].measure, notes[$0].onset, $0) < (notes[$1].measure, notes[$1].onset, $1)
        }) {
            let note = notes[index]
            if note.measure != measure { (measure, alterations) = (note.measure, [:]) }
            guard let pitch = note.pitch, let alter = pitch.alter.whole else { continue }
            let line = Line(staff: note.staff, diatonic: pitch.diatonic)
            let before = alterations[line] ?? signatureAlteration(of: pitch.step, for: note)
            accidentals[index] = nil
            // A tie holds an accidental over the bar line, but not for the notes behind it.
            if note.tiedFrom != nil { continue }
            if before != alter { accidentals[index] = Accidental.Sign(alteration: alter).map { Accidental($0) } }
            alterations[line] = alter
        }
        return accidentals
    }

    private func signatureAlteration(of step: Pitch.Step, for note: Note) -> Int {
        guard let key = keys.inForce(at: note.onset, staff: Int(note.staff)) else { return 0 }
        if let fifths = key.fifths {
            // The step is sharpened by as many signatures as lie above its place on the line of fifths, counted from F.
            let place = (Pitch(step, octave: 4).fifth ?? 0) + 1
            let above = fifths + 6 - place
            return above >= 0 ? above / 7 : -((6 - above) / 7)
        }
        guard case .alterations(let alterations) = key.content else { return 0 }
        return alterations.first { $0.step == step }?.alter.whole ?? 0
    }
}

extension Accidental.Sign {
    /// The sign that alters a line by a number of semitones, up to three.
    init?(alteration: Int) {
        let signs: [Accidental.Sign] = [.tripleFlat, .flatFlat, .flat, .natural, .sharp, .doubleSharp, .tripleSharp]
        guard (-3...3).contains(alteration) else { return nil }
        self = signs[alteration + 3]
    }
}
