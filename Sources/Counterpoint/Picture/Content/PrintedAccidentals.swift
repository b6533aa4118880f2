internal import ScoreModel

extension [PictureChord] {
    /// Gives each head the accidental that it needs: where it is not what the signature, or a note before it in the measure, makes of its line.
    ///
    /// A note tied over a bar line needs none, but repeats its own at the beginning of a picture, as at the beginning of a line
    /// (Gould, *Behind Bars*, "Ties and accidentals").
    mutating func printAccidentals(in score: Score, on staff: PictureStaff, from firstMeasure: Int) {
        var (measure, lines) = (-1, [Int: Semitones]())
        var start = 0
        while start < count {
            let moment = self[start].moment
            let end = self[start...].firstIndex { $0.moment != moment } ?? count
            if moment.measure != measure { (measure, lines) = (moment.measure, [:]) }
            let key = staff.key(in: score, at: moment.onset)
            let together = alterations(in: start..<end)
            var shown: Set<Pitch> = []
            var settled: [Int: Semitones] = [:]
            for index in start..<end {
                let notes = score.parts[self[index].part].notes
                for place in self[index].heads.indices {
                    guard let pitch = self[index].heads[place].pitch else { continue }
                    let note = notes[self[index].heads[place].note]
                    let line = pitch.diatonic
                    if note.isTied(within: notes), Int(note.measure) > firstMeasure { continue }
                    settled[line] = pitch.alter
                    let isContradicted = (together[line]?.count ?? 0) > 1
                    let before = lines[line] ?? key?.alteration(of: pitch.step) ?? .zero
                    if before != pitch.alter || isContradicted, shown.insert(pitch).inserted {
                        self[index].heads[place].accidental = MusicSign.accidental(pitch.alter)
                    }
                }
            }
            // A tie holds an accidental over the bar line, but not for the notes behind it.
            lines.merge(settled) { $1 }
            start = end
        }
    }

    /// What each line is altered to by the notes of one moment, without repetitions.
    private func alterations(in range: Range<Int>) -> [Int: [Semitones]] {
        var together: [Int: [Semitones]] = [:]
        for chord in self[range] {
            for pitch in chord.heads.compactMap(\.pitch) where together[pitch.diatonic]?.contains(pitch.alter) != true {
                together[pitch.diatonic, default: []].append(pitch.alter)
            }
        }
        return together
    }
}

extension Note {
    /// Whether it goes on with a note of the same pitch before it.
    fileprivate func isTied(within notes: [Note]) -> Bool {
        guard let from = tiedFrom, notes.indices.contains(Int(from)) else { return false }
        return notes[Int(from)].pitch == pitch
    }
}
