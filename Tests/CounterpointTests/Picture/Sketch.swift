import ScoreModel

/// A score of a few notes, written as one can read it: `q. C5 e D5 h F#5` is a dotted quarter, an eighth and a half.
///
/// A value holds until the next one: w h q e s, with dots. `r` is a rest, `C4+E4` a chord, `|` begins a measure, `~` behind a note ties it
/// to the next, `^` gives it a fermata, and `/` before it makes it a grace note.
func sketch(
    _ lines: [String], clefs: [Clef] = [], fifths: Int = 0, meter: (Int, Int) = (4, 4)
) -> Score {
    let values: [Substring: NoteValue.Base] = [
        "w": .whole, "h": .half, "q": .quarter, "e": .eighth, "s": .sixteenth,
    ]
    var score = Score()
    for (number, line) in lines.enumerated() {
        var part = Part(id: "P\(number + 1)")
        part.voices = ["1"]
        part.keys = [Timed(onset: .zero, measure: 0, value: .traditional(fifths: fifths))]
        part.meters = [
            Timed(
                onset: .zero, measure: 0,
                value: Meter([Meter.Component(beats: [meter.0], beatType: meter.1)].compactMap { $0 }))
        ]
        part.clefs = [Timed(onset: .zero, measure: 0, value: number < clefs.count ? clefs[number] : .treble)]
        let measures = line.split(separator: "|", omittingEmptySubsequences: false)
        var onset = Fraction.zero
        var pending: Int32?
        for (measure, text) in measures.enumerated() {
            let start = onset
            var value = NoteValue(.quarter)
            for word in text.split(separator: " ") {
                if let base = values[word.prefix(1)], word.dropFirst().allSatisfy({ $0 == "." }) {
                    value = NoteValue(base, dots: UInt8(word.count - 1))
                    continue
                }
                let isGrace = word.hasPrefix("/")
                let pitches = word.filter { !"~^/".contains($0) }.split(separator: "+")
                for (index, name) in pitches.enumerated() {
                    let content = name == "r" ? Note.Content.rest(staffPosition: nil) : .pitched(pitch(name))
                    var note = Note(
                        measure: measure, onset: onset, duration: isGrace ? .zero : value.quarters, content: content)
                    note.value = value
                    if isGrace { note.traits.insert(.grace) }
                    if index > 0 { note.traits.insert(.chordMember) }
                    let place = Int32(part.notes.count)
                    if let from = pending, name != "r" {
                        part.notes[Int(from)].tiedTo = place
                        note.tiedFrom = from
                        pending = nil
                    }
                    if word.contains("~") { pending = place }
                    if word.contains("^") { part.marks.append(Mark(note: Int(place), .fermata(Fermata()))) }
                    part.notes.append(note)
                }
                if !isGrace { onset = onset + value.quarters }
            }
            if number == 0 {
                score.measures.append(Measure(number: "\(measure + 1)", onset: start, length: onset - start))
            }
        }
        score.parts.append(part)
    }
    return score
}

/// A pitch such as `F#5`, `Bb3` or `C##4`.
private func pitch(_ name: Substring) -> Pitch {
    let step = Pitch.Step.allCases.first { $0.letter == name.prefix(1) } ?? .c
    let alter = name.filter { $0 == "#" }.count - name.dropFirst().filter { $0 == "b" }.count
    return Pitch(step, alter: Semitones(alter), octave: Int8(name.suffix(1)) ?? 4)
}

extension StringProtocol {
    /// How often a text stands in this one.
    func count(of text: String) -> Int {
        var (count, rest) = (0, self[...])
        while let range = rest.firstRange(of: text) {
            count += 1
            rest = rest[range.upperBound...]
        }
        return count
    }
}
