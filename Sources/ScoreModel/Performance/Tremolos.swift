extension PartPlayer {
    /// A note that is struck again and again. Each stroke, and each flag or beam, halves the quarter note.
    func repetition(of index: Int, _ tremolo: Ornament) -> Figure? {
        let note = part.notes[index]
        let frame = frames[index]
        let strokes = tremolo.strokes ?? 0
        let isMeasured = !tremolo.isUnmeasured && strokes > 0
        guard isMeasured || tremolo.isUnmeasured else { return nil }
        let unit = isMeasured ? note.tremoloUnit(strokes: strokes) : room.quickNote(at: note.onset)
        let count = min(max(((frame.end - frame.start) / unit).rounded, 2), Figure.mostNotes)
        let starts = (0..<count).map {
            frame.start + (frame.end - frame.start) * Fraction($0) / Fraction(count)
        }
        return Figure(.tremolo, [Int](repeating: 0, count: count), at: starts, until: frame.end)
    }
}

extension Note {
    /// The length of one stroke of a tremolo, in the time of the tuplets around it.
    fileprivate func tremoloUnit(strokes: Int, tuplet: Fraction? = nil) -> Fraction {
        let whole = min(value?.base.quarters ?? 1, 1)
        return whole * (tuplet ?? ratio.factor) / Fraction(1 << min(strokes, 8))
    }
}

/// A note's share in a tremolo between two notes or chords, which strike in turn through the time of both.
struct Alternation {
    /// When the tremolo begins and ends, in written time.
    var start: Fraction
    var end: Fraction
    /// How many strokes there are; even.
    var count: Int
    /// True for a note of the second chord.
    var isSecond: Bool

    /// The strokes of a note.
    func figure(_ frame: PartPlayer.Frame) -> Figure? {
        // Where a jump, a tie or a grace note takes part of the time, what is left is played as it is written.
        guard frame.start == (isSecond ? start + (end - start) / 2 : start), frame.end > frame.start else { return nil }
        let step = (end - start) / Fraction(count)
        var figure = Figure(.tremolo, [], at: [], until: end)
        figure.isShaped = false
        figure.notes = (0..<count / 2).map { place in
            let own = start + step * Fraction(place * 2 + (isSecond ? 1 : 0))
            return Figure.Tone(interval: 0, start: own, end: own + step)
        }
        return step > .zero ? figure : nil
    }
}

extension Part {
    /// The tremolos between two notes, by note.
    func alternations() -> [Int: Alternation] {
        var list: [Int: Alternation] = [:]
        for mark in marks where notes.indices.contains(mark.note) {
            guard case .ornament(let ornament) = mark.kind, ornament.kind == .tremolo, let edge = ornament.edge,
                edge.role == .start, let partner = edge.partner, marks.indices.contains(Int(partner)),
                let strokes = ornament.strokes, strokes > 0
            else { continue }
            let (first, second) = (mark.note, marks[Int(partner)].note)
            guard notes.indices.contains(second), notes[first].duration > .zero,
                notes[second].onset == notes[first].end, notes[second].duration == notes[first].duration
            else { continue }
            // The ratio of such a note has its halved time in it (XSD, type `tremolo`).
            let unit = notes[first].tremoloUnit(strokes: strokes, tuplet: notes[first].ratio.factor * 2)
            let length = notes[first].duration * 2
            let pairs = min(max((length / (unit * 2)).rounded, 1), Figure.mostNotes / 2)
            for (start, isSecond) in [(first, false), (second, true)] {
                for index in chord(of: start) {
                    list[index] = Alternation(
                        start: notes[first].onset, end: notes[second].end, count: pairs * 2, isSecond: isSecond)
                }
            }
        }
        return list
    }

    /// The notes that are struck together with one, in its voice.
    private func chord(of index: Int) -> Range<Int> {
        func belongs(_ other: Int) -> Bool {
            notes.indices.contains(other) && notes[other].voice == notes[index].voice && !notes[other].isGrace
                && notes[other].onset == notes[index].onset
        }
        var (first, end) = (index, index + 1)
        while belongs(first - 1), index - first < 128 { first -= 1 }
        while belongs(end), end - index < 128 { end += 1 }
        return first..<end
    }
}
