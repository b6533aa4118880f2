/// The passages of a score that are played several times, as its repeat signs and ending brackets lay them out.
///
/// `Docs/PlayOrder.md` has the rules under "Passages" and "Endings".
struct Passages {
    struct Passage {
        let start: Fraction
        let end: Fraction
        let times: Int
        let afterJump: Bool
    }

    /// A backward repeat.
    struct Sign {
        let onset: Fraction
        let passage: Int
        let isInEnding: Bool
    }

    struct Ending {
        let start: Fraction
        var end: Fraction
        let passes: [Int]
        var lastPass = 2
        var passage: Int?
    }

    /// Outer passages come before those inside them.
    private(set) var passages: [Passage] = []
    private(set) var signs: [Sign] = []
    private(set) var endings: [Ending] = []

    /// What the signs in the bar lines say, by their onset.
    private var backwards: [Fraction: (times: Int, afterJump: Bool)] = [:]
    private var forwards: [Fraction]

    /// - Parameter forwards: Beginnings that are not printed.
    init(_ score: Score, forwards implied: Set<Fraction>) {
        var forwards = implied
        for barline in score.parts.flatMap(\.barlines) {
            switch barline.value.repeat {
            case .forward: forwards.insert(barline.onset)
            case .backward(let times, let afterJump) where barline.onset > .zero:
                // Parts repeat each other's signs; the one that asks for more is the one that was written with care.
                let known = backwards[barline.onset]
                backwards[barline.onset] = (max(times, known?.times ?? 0), afterJump || known?.afterJump ?? false)
            default: break
            }
        }
        self.forwards = forwards.sorted()
        let onsets = backwards.keys.sorted()
        endings = brackets(score, onsets)
        layOut(onsets, groups())
    }

    // MARK: Endings

    /// The brackets with their ends, and with the next pass for those that have no number.
    private func brackets(_ score: Score, _ signs: [Fraction]) -> [Ending] {
        var starts: [Fraction: [Int]] = [:]
        var stops: Set<Fraction> = []
        for barline in score.parts.flatMap(\.barlines) {
            guard let ending = barline.value.ending else { continue }
            if ending.edge != .start {
                stops.insert(barline.onset)
            } else if starts[barline.onset, default: []].isEmpty {
                starts[barline.onset] = ending.passes
            }
        }
        let (sorted, sortedStops) = (starts.keys.sorted(), stops.sorted())
        var list: [Ending] = []
        for (index, start) in sorted.enumerated() {
            let limit = index + 1 < sorted.count ? sorted[index + 1] : score.length
            guard start < limit else { continue }
            let end = end(from: start, limit, stop: sortedStops.first(after: start), sign: signs.first(after: start))
            var passes = starts[start] ?? []
            if passes.isEmpty {
                let isFirst = list.last?.end != start
                passes = [isFirst ? 1 : Passages.next(list.last?.passes.max() ?? 0)]
            }
            list.append(Ending(start: start, end: end, passes: passes))
        }
        for index in list.indices.dropLast() where isDrawnShort(list[index], before: list[index + 1], signs) {
            list[index].end = list[index + 1].start
        }
        return list
    }

    /// Many files draw a bracket over its first measure only: it lasts until the repeat sign that the next bracket follows.
    private func isDrawnShort(_ ending: Ending, before next: Ending, _ signs: [Fraction]) -> Bool {
        backwards[ending.end] == nil && signs.first(after: ending.end) == next.start
            && (forwards.first(notBefore: ending.end) ?? next.start) >= next.start
            && (next.passes.min() ?? 1) > (ending.passes.max() ?? 1)
    }

    /// A bracket ends where it says; without that, at the next repeat sign or bracket, or with the score. A sign for which nothing
    /// inside the bracket begins ends it too.
    private func end(from start: Fraction, _ limit: Fraction, stop: Fraction?, sign: Fraction?) -> Fraction {
        let forward = forwards.first(after: start) ?? limit
        guard let stop, stop <= limit else { return min(limit, sign ?? limit, forward) }
        guard let sign, sign < stop else { return stop }
        let beginsInside = forwards.last(before: sign).map { $0 >= start } ?? false
        return beginsInside ? stop : sign
    }

    private static func next(_ pass: Int) -> Int { pass < .max ? pass + 1 : pass }

    /// Brackets that touch are one group, unless a passage begins between them and they count anew.
    private func goesOn(from ending: Ending, to next: Ending) -> Bool {
        guard next.start == ending.end else { return false }
        let begins = forwards.last(notAfter: next.start) == next.start
        return !begins || (next.passes.min() ?? 1) > (ending.passes.max() ?? 1)
    }

    /// The groups that repeat signs belong to. Where the first pass meets no sign at the end of its bracket, the brackets only choose,
    /// and the next sign ends the passage.
    private mutating func groups() -> [Range<Int>] {
        var closing: [Range<Int>] = []
        var first = 0
        for index in endings.indices {
            let next = index + 1
            guard next == endings.count || !goesOn(from: endings[index], to: endings[next]) else { continue }
            let group = first..<next
            first = next
            let highest = endings[group].flatMap(\.passes).max() ?? 1
            let closes = endings[group].contains { $0.passes.contains(1) && backwards[$0.end] != nil }
            // A single ending is there to be left out the last time.
            let lastPass = group.count == 1 && closes ? Passages.next(highest) : max(highest, 2)
            for index in group { endings[index].lastPass = lastPass }
            if closes { closing.append(group) }
        }
        return closing
    }

    // MARK: Passages

    private mutating func layOut(_ onsets: [Fraction], _ groups: [Range<Int>]) {
        var remaining = onsets[...]
        var (begin, boundary) = (Fraction.zero, Fraction.zero)
        let closing = Set(groups.joined())
        var choosing = endings.indices.filter { !closing.contains($0) }[...]

        /// The nearest forward repeat that no other sign has used, else where the last passage ended.
        func start(before onset: Fraction?) -> Fraction {
            guard let onset, onset >= boundary else { return begin }
            return onset
        }

        func addPlain(_ onset: Fraction) {
            let start = start(before: forwards.last(before: onset))
            let sign = backwards[onset] ?? (2, false)
            var times = sign.times
            while let index = choosing.first, endings[index].end <= onset {
                choosing.removeFirst()
                guard endings[index].start >= start else { continue }
                endings[index].passage = passages.count
                times = max(times, endings[index].passes.max() ?? 1)
            }
            add(Passage(start: start, end: onset, times: times, afterJump: sign.afterJump), [onset], isInEnding: false)
            (begin, boundary) = (onset, onset)
        }

        for group in groups {
            let (from, to) = (endings[group.lowerBound].start, endings[group.upperBound - 1].end)
            while let onset = remaining.first, onset <= from { addPlain(remaining.removeFirst()) }
            let start = start(before: forwards.last(notAfter: from))
            let own = endings[group].map(\.end).filter { backwards[$0] != nil }
            for index in group { endings[index].passage = passages.count }
            let passage = Passage(
                start: start, end: to, times: endings[group.lowerBound].lastPass,
                afterJump: own.contains { backwards[$0]?.afterJump ?? false })
            add(passage, own, isInEnding: true)
            for ending in endings[group] {
                (begin, boundary) = (ending.start, ending.start)
                while let onset = remaining.first, onset < ending.end { addPlain(remaining.removeFirst()) }
                if remaining.first == ending.end { remaining.removeFirst() }
            }
            // What begins behind the last sign of the group, though inside its last bracket, begins something new.
            (begin, boundary) = (to, own.last ?? to)
        }
        for onset in remaining { addPlain(onset) }
    }

    private mutating func add(_ passage: Passage, _ onsets: [Fraction], isInEnding: Bool) {
        signs += onsets.map { Sign(onset: $0, passage: passages.count, isInEnding: isInEnding) }
        passages.append(passage)
    }
}
