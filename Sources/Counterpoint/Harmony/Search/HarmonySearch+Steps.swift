extension HarmonySearch {
    /// What the first slice costs.
    func start(_ forward: inout [Float]) {
        for key in 0..<Self.keys {
            for place in 0..<candidates.counts[0] {
                guard let chord = chord(at: 0, place, in: key) else { continue }
                forward[key * Self.most + place] =
                    keyCosts[key] + beginnings[key * ChordShape.count + chord] + candidates.costs[place]
            }
        }
    }

    /// What it costs to end on each chord of the last slice.
    func finish(_ backward: inout [Float]) {
        let last = evidence.slices.count - 1
        for key in 0..<Self.keys {
            for place in 0..<candidates.counts[last] {
                guard let chord = chord(at: last, place, in: key) else { continue }
                let isTonic = ChordShape.root(chord) == key % 12
                backward[last * Self.states + key * Self.most + place] = isTonic ? 0 : costs.openEnd
            }
        }
    }

    /// Carries the costs of one slice on to the slice after it, or back to the one before it.
    func advance(_ sums: inout [Float], from: Int, to: Int, isForward: Bool) {
        let later = max(from, to)
        let (change, newKey) = (evidence.slices[later].change, evidence.slices[later].newKey)
        let carried = Carried(sums, self, slice: from, isForward: isForward)
        let matches = places(from: from, to: to)
        for key in 0..<Self.keys {
            let isFollowed = carried.leastOfKey[key] < carried.least + newKey + Self.beam
            for place in 0..<candidates.counts[to] {
                guard let chord = chord(at: to, place, in: key) else { continue }
                let beginning = isForward ? beginnings[key * ChordShape.count + chord] : 0
                var best = carried.leastAnew + newKey + change + beginning
                let match = matches[place]
                if match >= 0 {
                    best = min(
                        best, carried.costs[key * Self.most + match],
                        carried.leastOfChord[match] + newKey + beginning / 2)
                }
                if isFollowed {
                    let own = Int(Self.lowered[key * ChordShape.count + chord])
                    let inKey = leastInKey(
                        carried, (key * Self.most)..<(key * Self.most + candidates.counts[from]), own,
                        below: best - change, isForward: isForward)
                    best = min(best, change + inKey)
                }
                if isForward { best += candidates.costs[to * Self.most + place] }
                sums[to * Self.states + key * Self.most + place] = best
            }
        }
    }

    /// What is carried from a slice: forwards the sum until then, backwards the sum from then on with what the slice itself costs.
    private struct Carried {
        var costs = [Float](repeating: .infinity, count: HarmonySearch.states)
        /// For each state the number of its chord in C.
        var chords = [Int32](repeating: 0, count: HarmonySearch.states)
        var leastOfKey = [Float](repeating: .infinity, count: HarmonySearch.keys)
        /// The least of each chord over all keys, and of all: what a new key begins from.
        var leastOfChord = [Float](repeating: .infinity, count: HarmonySearch.most)
        var leastAnew = Float.infinity
        var least = Float.infinity

        init(_ sums: [Float], _ search: HarmonySearch, slice: Int, isForward: Bool) {
            for key in 0..<HarmonySearch.keys {
                for place in 0..<search.candidates.counts[slice] {
                    let state = key * HarmonySearch.most + place
                    var cost = sums[slice * HarmonySearch.states + state]
                    guard cost < .infinity else { continue }
                    let chord =
                        key * ChordShape.count + Int(search.candidates.chords[slice * HarmonySearch.most + place])
                    if !isForward { cost += search.candidates.costs[slice * HarmonySearch.most + place] }
                    costs[state] = cost
                    chords[state] = HarmonySearch.lowered[chord]
                    leastOfKey[key] = min(leastOfKey[key], cost)
                    least = min(least, cost)
                    let beginning = isForward ? 0 : search.beginnings[chord]
                    leastOfChord[place] = min(leastOfChord[place], cost + beginning / 2)
                    leastAnew = min(leastAnew, cost + beginning)
                }
            }
        }
    }

    /// The cheapest way to a chord from one of the chords of another slice in the same key, or back.
    ///
    /// - Parameter limit: What is not below it is not looked for.
    private func leastInKey(
        _ carried: borrowing Carried, _ states: Range<Int>, _ own: Int, below limit: Float, isForward: Bool
    ) -> Float {
        // In the table a row is the chord that is left; the two modes stand one after the other.
        let (row, column) = (own * ChordShape.count, own % ChordShape.count)
        let (costs, chords, table) = (carried.costs.span, carried.chords.span, progressions.span)
        var least = limit
        for state in states where costs[state] < least {
            let other = Int(chords[state])
            let step = isForward ? table[other * ChordShape.count + column] : table[row + other % ChordShape.count]
            least = min(least, costs[state] + step)
        }
        return least
    }

    /// What it costs to go from a chord and a key to those of the next slice.
    func step(from chord: Int, _ key: Int, to next: Int, _ nextKey: Int, slice: Int) -> Float {
        let own = evidence.slices[slice]
        let beginning = beginnings[nextKey * ChordShape.count + next]
        if chord == next { return key == nextKey ? 0 : own.newKey + beginning / 2 }
        let anew = own.newKey + own.change + beginning
        guard key == nextKey else { return anew }
        let row = Int(Self.lowered[key * ChordShape.count + chord])
        let column = Int(Self.lowered[key * ChordShape.count + next]) % ChordShape.count
        return min(anew, own.change + progressions[row * ChordShape.count + column])
    }

    /// For each candidate of a slice, its place among those of another; -1 where it is not among them.
    private func places(from: Int, to: Int) -> [Int] {
        (0..<candidates.counts[to]).map { place in
            let chord = candidates.chords[to * Self.most + place]
            return (0..<candidates.counts[from]).first { candidates.chords[from * Self.most + $0] == chord } ?? -1
        }
    }

    /// A candidate of a slice, when it may stand in a key.
    private func chord(at slice: Int, _ place: Int, in key: Int) -> Int? {
        let chord = Int(candidates.chords[slice * Self.most + place])
        return candidates.allows(chord, in: key, slice: slice) ? chord : nil
    }
}
