import ScoreModel

/// The bars of a finding drawn with letters: a line a voice, a column a moment, and the intervals between two voices.
///
///     beat     3   4.5  │ 1
///     Soprano  E5 [D5]  │[C5]
///                  P5     P5
///     Tenor    C5 [G4]  │[F4]
struct BarSketch {
    private let finding: Finding
    private let passage: Passage
    /// The moments that are drawn.
    private let columns: [Fraction]
    /// True where columns were left out.
    private let isCut: (start: Bool, end: Bool)

    /// More columns than this do not fit on a line of a terminal.
    private static let mostColumns = 10

    init(_ finding: Finding, in passage: Passage) {
        self.finding = finding
        self.passage = passage
        let onsets = finding.notes.map(\.onset)
        let (first, last) = (onsets.min() ?? finding.at, onsets.max() ?? finding.at)
        let bars = passage.clock.bars
        let firstBar = passage.clock.bar(at: first) ?? 0
        let lastBar = passage.clock.bar(at: last) ?? 0
        var columns: [Fraction] = []
        if bars.indices.contains(lastBar) {
            let (start, end) = (bars[firstBar].onset, bars[lastBar].onset + bars[lastBar].length)
            for voice in finding.voices {
                columns += passage.voices[voice].events(from: min(start, first), to: end).map(\.onset)
            }
        }
        columns = Array(Set(columns + onsets)).sorted()
        let from = columns.firstIndex(of: first) ?? 0
        let to = columns.firstIndex(of: last) ?? from
        let spare = max(BarSketch.mostColumns - (to - from + 1), 0)
        let start = columns.count <= BarSketch.mostColumns ? 0 : max(0, from - spare / 2)
        let end = min(columns.count, start + BarSketch.mostColumns)
        self.columns = Array(columns[start..<end])
        isCut = (start > 0, end < columns.count)
    }

    /// The lines of the sketch.
    ///
    /// - Parameter emphasis: Makes a note at fault stand out.
    func lines(emphasis: (String) -> String) -> [String] {
        var rows = [row("beat", beats, emphasis)]
        for (index, voice) in finding.voices.enumerated() {
            if index == 1, finding.voices.count == 2, let intervals { rows.append(row("", intervals, emphasis)) }
            rows.append(row(passage.labels[voice], notes(of: voice), emphasis))
        }
        return rows
    }

    /// What stands in a column.
    private struct Cell {
        var text: String
        var isAtFault = false
    }

    private var beats: [Cell] { columns.map { Cell(text: passage.clock.place(of: $0).beatText) } }

    private func notes(of voice: Int) -> [Cell] {
        let marked = Set(finding.notes.filter { $0.voice == voice }.map(\.onset))
        return columns.map { time in
            guard let event = passage.voices[voice].event(at: time) else { return Cell(text: "–") }
            guard event.onset == time else { return Cell(text: "·") }
            return Cell(text: "\(event.pitch)", isAtFault: marked.contains(time))
        }
    }

    private var intervals: [Cell]? {
        guard !finding.intervals.isEmpty else { return nil }
        return columns.map { time in
            guard let upper = fault(finding.voices[0], at: time), let lower = fault(finding.voices[1], at: time),
                upper.onset == time || lower.onset == time
            else { return Cell(text: "") }
            return Cell(text: Interval(between: upper, and: lower, spelling: passage.spelling).name)
        }
    }

    /// The note of a voice that sounds at a time, if it is at fault.
    private func fault(_ voice: Int, at time: Fraction) -> Event? {
        guard let event = passage.voices[voice].event(at: time),
            finding.notes.contains(where: { $0.voice == voice && $0.onset == event.onset })
        else { return nil }
        return event
    }

    private func row(_ name: String, _ cells: [Cell], _ emphasis: (String) -> String) -> String {
        let width = finding.voices.map { passage.labels[$0].count }.max() ?? 0
        var text = pad(name, to: max(width, 4)) + " " + (isCut.start ? "…" : " ")
        var bar: Int?
        for (index, cell) in cells.enumerated() {
            let own = passage.clock.place(of: columns[index]).index
            if let bar, bar != own { text += "│" }
            bar = own
            let inner = cell.isAtFault ? "[\(cell.text)]" : " \(cell.text) "
            text += (cell.isAtFault ? emphasis(inner) : inner) + pad("", to: max(7 - inner.count, 0))
        }
        if isCut.end { text += "…" }
        while text.last == " " { text.removeLast() }
        return text
    }

    private func pad(_ text: String, to width: Int) -> String {
        text + String(repeating: " ", count: max(width - text.count, 0))
    }
}

extension Voice {
    /// The events that begin in a stretch of time.
    func events(from start: Fraction, to end: Fraction) -> ArraySlice<Event> {
        let first = firstIndex { $0 >= start }
        return events[first..<max(first, firstIndex { $0 >= end })]
    }

    /// The event that sounds at a time.
    func event(at time: Fraction) -> Event? {
        let next = firstIndex { $0 > time }
        guard next > 0, events[next - 1].end > time else { return nil }
        return events[next - 1]
    }

    /// The first event whose onset is as asked for; those that follow are, too.
    private func firstIndex(where isReached: (Fraction) -> Bool) -> Int {
        var (low, high) = (0, events.count)
        while low < high {
            let middle = (low + high) / 2
            if isReached(events[middle].onset) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}

extension BeatClock.Place {
    /// The beat for people: `2`, `2.5`, `2 1/3`.
    var beatText: String {
        let rest = beat - Fraction(beat.floor)
        if rest == .zero { return "\(beat.floor)" }
        let thousandths = rest * 1000
        guard thousandths.isWhole else { return "\(beat.floor) \(rest)" }
        let digits = String(thousandths.numerator + 1000).dropFirst()
        return "\(beat.floor)." + String(digits.reversed().drop { $0 == "0" }.reversed())
    }

    /// The place for people: `m. 5, beat 2.5`.
    var text: String { "m. \(measure), beat \(beatText)" }
}
