/// A tone as searches weigh it: its times as floating-point numbers, in quarter notes, and its key within bounds.
struct Sounding {
    let onset: Double
    let end: Double
    let key: Int

    init(_ tone: Tone) {
        onset = tone.onset.doubleValue
        end = max(onset, tone.end.doubleValue)
        // No instrument leaves this range; what hostile input has beyond it shall not overflow sums.
        key = min(max(tone.key, -1000), 1000)
    }

    /// The same with another key.
    init(_ other: Sounding, key: Int) { (onset, end, self.key) = (other.onset, other.end, key) }

    var duration: Double { end - onset }

    /// The overlap with a successor in the same line that players and quantizers leave: a sixteenth.
    static let slip = 0.25
    /// What rounding may add to a time, far below any note value.
    static let rounding = 1e-6

    /// True when a tone that begins no earlier cannot follow in the same line: both sound at a time, and not for a moment only.
    ///
    /// A line's own tones may overlap by a sixteenth, and by half of the shorter one.
    func sounds(against later: Sounding) -> Bool {
        guard later.onset > onset else { return true }
        return end - later.onset > min(Sounding.slip, min(duration, later.duration) / 2) + Sounding.rounding
    }

    /// True when a tone begins and ends with this one.
    func isChord(with other: Sounding) -> Bool { onset == other.onset && end == other.end }
}

extension [Tone] {
    /// The tones in the order of their onsets, from low to high, and which tone each one is.
    func inOrder() -> (soundings: [Sounding], indices: [Int]) {
        let own = map(Sounding.init)
        let order = indices.sorted {
            (own[$0].onset, own[$0].key, own[$0].end, $0) < (own[$1].onset, own[$1].key, own[$1].end, $1)
        }
        return (order.map { own[$0] }, order)
    }
}

extension [Sounding] {
    /// The ranges of tones that begin together, in order.
    func moments() -> [Range<Int>] {
        var moments: [Range<Int>] = []
        var start = 0
        for index in indices.dropFirst() where self[index].onset != self[start].onset {
            moments.append(start..<index)
            start = index
        }
        if start < count { moments.append(start..<count) }
        return moments
    }
}
