/// How a voice repeats itself: the lengths of what occurs in it twice or more.
///
/// A pattern is a stretch of ticks that begins with a note and has at least two notes or rests, pitches and all. Those count that no longer
/// pattern contains as often (Hsu, Liu and Chen, “Discovering nontrivial repeating patterns in music data”, 2001).
enum RepeatedPatterns {
    /// How often patterns of each length, in ticks, occur.
    static func lengths(_ tokens: [Token], _ vocabulary: Vocabulary) -> Histogram {
        // Silence is one event, as a note is: it begins once and is held.
        let events = tokens.indices.map { tick in
            tick > 0 && tokens[tick] == .rest && tokens[tick - 1] == .rest ? Token.hold : tokens[tick]
        }
        let starts = events.indices.filter { vocabulary.pitch(events[$0]) != nil }
        let sorted = starts.sorted {
            events[$0...].lexicographicallyPrecedes(events[$1...]) { $0.rawValue < $1.rawValue }
        }
        let shared = zip(sorted, sorted.dropFirst()).map { events.shared($0, $1) }
        var lengths = Histogram()
        // Each group of neighbours in the sorted order, as large as can be, that share a beginning is a pattern: it cannot go on to the right.
        for (index, length) in shared.enumerated() where length > 0 {
            let first = shared[..<index].lastIndex { $0 < length }.map { $0 + 1 } ?? 0
            guard !shared[first..<index].contains(length) else { continue }
            let end = shared[index...].firstIndex { $0 < length } ?? shared.count
            let places = sorted[first...end]
            guard events[sorted[index]..<sorted[index] + length].count(where: { $0 != .hold }) > 1,
                !events.areAlike(before: places, vocabulary)
            else { continue }
            lengths.add(length, times: places.count)
        }
        return lengths
    }
}

extension [Token] {
    /// How many ticks are the same from two places on.
    fileprivate func shared(_ left: Int, _ right: Int) -> Int {
        var length = 0
        while Swift.max(left, right) + length < count, self[left + length] == self[right + length] { length += 1 }
        return length
    }

    /// Whether the same note leads to each of some places, so that a longer pattern begins there.
    fileprivate func areAlike(before places: ArraySlice<Int>, _ vocabulary: Vocabulary) -> Bool {
        guard let first = places.first,
            let length = (1..<Swift.max(first, 0) + 1).first(where: { vocabulary.pitch(self[first - $0]) != nil })
        else { return false }
        return places.allSatisfy { place in
            place >= length && (1...length).allSatisfy { self[place - $0] == self[first - $0] }
        }
    }
}
