/// A play order laid out in played time.
struct Unfolding {
    /// What is played without a seam, whatever its pass: ties hold within it, and nothing is said again.
    struct Run {
        /// Where it begins, in written order.
        var start: Fraction
        /// Where it ends.
        var end: Fraction
        /// When it begins, in played time.
        var onset: Fraction
        /// When the notes that reach its end fall silent, in written time: elsewhere than at its end where a fine says how long the last
        /// note is.
        var silence: Fraction
        /// The passages that it is made of.
        var passages: ArraySlice<Performance.Passage>

        /// What written time is moved by.
        var shift: Fraction { onset - start }

        /// Which time the music at a written onset is played.
        func pass(at written: Fraction) -> Int {
            if passages.count == 1 { return passages.first?.stretch.pass ?? 1 }
            let index = passages.partitioningIndex { $0.stretch.start > written }
            return passages[Swift.max(index - 1, passages.startIndex)].stretch.pass
        }
    }

    /// What is played, in order.
    private(set) var passages: [Performance.Passage] = []
    private(set) var runs: [Run] = []
    /// How many written notes and rests are played.
    private(set) var noteCount = 0
    /// True when the piece goes on longer than any piece does, and was cut off.
    private(set) var isTruncated = false

    /// How many things of a kind it may have.
    let bounds: Performance.Bounds

    init(_ order: PlayOrder, _ score: Score, bounds: Performance.Bounds) {
        self.bounds = bounds
        isTruncated = order.isTruncated
        var onset = Fraction.zero
        for stretch in order.stretches where stretch.end > stretch.start {
            for part in score.parts {
                noteCount += part.notes.indices(from: stretch.start, to: stretch.end, in: score.measures).count + 1
            }
            if noteCount > bounds.notes, !passages.isEmpty {
                isTruncated = true
                break
            }
            passages.append(.init(stretch: stretch, onset: onset))
            onset = onset + (stretch.end - stretch.start)
        }
        var first = 0
        for index in passages.indices {
            let isLast = index + 1 == passages.count
            guard isLast || passages[index + 1].stretch.start != passages[index].stretch.end else { continue }
            runs.append(
                Run(
                    start: passages[first].stretch.start, end: passages[index].stretch.end,
                    onset: passages[first].onset, silence: passages[index].stretch.end,
                    passages: passages[first...index]))
            first = index + 1
        }
        noteCount = min(noteCount, bounds.notes)
        if !isTruncated, let length = order.lastNote { setLastNote(length, score) }
    }

    /// How long the performance is.
    var length: Fraction {
        guard let last = runs.last else { return .zero }
        return max(last.end, last.silence) + last.shift
    }

    /// Of parts whose last notes begin at different times the topmost is meant: they end together (XSD, `sound`: the length of the last note
    /// is "different among parts and voices").
    private mutating func setLastNote(_ length: Fraction, _ score: Score) {
        guard let run = runs.last else { return }
        for part in score.parts {
            let played = part.notes.indices(from: run.start, to: run.end, in: score.measures)
            guard let last = played.last(where: { !part.notes[$0].isGrace && part.notes[$0].end >= run.end }) else {
                continue
            }
            runs[runs.count - 1].silence = part.notes[last].onset + length
            return
        }
    }
}

extension [Note] {
    /// The indices of the notes that are played between two written moments.
    ///
    /// Grace notes that stand at the end of a measure belong to it, and not to the next, which begins at the same moment.
    func indices(from start: Fraction, to end: Fraction, in measures: [Measure]) -> Range<Int> {
        func isBefore(_ note: Note, _ time: Fraction) -> Bool {
            if note.onset != time { return note.onset < time }
            guard note.isGrace, measures.indices.contains(Int(note.measure)) else { return false }
            let measure = measures[Int(note.measure)]
            return measure.onset < time && measure.onset + measure.length <= time
        }
        let low = partitioningIndex { !isBefore($0, start) }
        return low..<Swift.max(low, partitioningIndex { !isBefore($0, end) })
    }
}
