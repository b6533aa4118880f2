extension HarmonySearch {
    /// What the first slice costs.
    func start(_ forward: inout [Float]) {
        for key in 0..<Self.keys {
            for place in 0..<Self.most {
                guard let chord = chord(at: 0, place, in: key) else { continue }
                forward[key * Self.most + place] =
                    keyCosts[key] + costs.firstDegree * degree(chord, in: key) + candidates.costs[place]
            }
        }
    }

    /// What it costs to end on each chord of the last slice.
    func finish(_ backward: inout [Float]) {
        let last = evidence.slices.count - 1
        for key in 0..<Self.keys {
            for place in 0..<Self.most {
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
        // What is carried: forwards the sum at the earlier slice, backwards the sum at the later one and its own cost.
        var carried = [Float](repeating: .infinity, count: Self.states)
        var leastOfKey = [Float](repeating: .infinity, count: Self.keys)
        /// The least over all keys of each chord, and of all chords, as far as a new key is concerned.
        var leastOfChord = [Float](repeating: .infinity, count: Self.most)
        var least = Float.infinity
        var leastAnew = Float.infinity
        for key in 0..<Self.keys {
            for place in 0..<Self.most {
                let state = key * Self.most + place
                var cost = sums[from * Self.states + state]
                guard cost < .infinity, let chord = chord(at: from, place, in: key) else { continue }
                if !isForward { cost += candidates.costs[from * Self.most + place] }
                carried[state] = cost
                leastOfKey[key] = min(leastOfKey[key], cost)
                least = min(least, cost)
                let anew = isForward ? 0 : costs.firstDegree * degree(chord, in: key)
                leastOfChord[place] = min(leastOfChord[place], cost + anew / 2)
                leastAnew = min(leastAnew, cost + anew)
            }
        }
        let matches = places(from: from, to: to)
        for key in 0..<Self.keys {
            let isFollowed = leastOfKey[key] < least + Self.beam
            for place in 0..<Self.most {
                guard let chord = chord(at: to, place, in: key) else { continue }
                let surprise = degree(chord, in: key)
                var best = leastAnew + newKey + change + (isForward ? costs.firstDegree * surprise : 0)
                if let match = matches[place] {
                    best = min(
                        best, carried[key * Self.most + match],
                        leastOfChord[match] + newKey + (isForward ? costs.firstDegree * surprise / 2 : 0))
                }
                if isFollowed {
                    let inKey = leastInKey(
                        carried, key, slice: from, chord: chord, surprise: surprise, isForward: isForward)
                    best = min(best, inKey + change)
                }
                if isForward { best += candidates.costs[to * Self.most + place] }
                sums[to * Self.states + key * Self.most + place] = best
            }
        }
    }

    /// The cheapest way to a chord from one of the chords of another slice in the same key, or back.
    private func leastInKey(
        _ carried: [Float], _ key: Int, slice: Int, chord: Int, surprise: Float, isForward: Bool
    ) -> Float {
        let own = Int(Self.lowered[key * ChordShape.count + chord])
        let mode = key / 12 * ChordShape.count
        var least = Float.infinity
        for place in 0..<Self.most {
            let cost = carried[key * Self.most + place]
            guard cost < least else { continue }
            let other = Int(Self.lowered[key * ChordShape.count + Int(candidates.chords[slice * Self.most + place])])
            let step: Float
            if isForward {
                step =
                    table.progression[(mode + other) * ChordShape.count + own] * costs.progression
                    + surprise * costs.degree
            } else {
                step =
                    table.progression[(mode + own) * ChordShape.count + other] * costs.progression
                    + table.degree[mode + other] * costs.degree
            }
            least = min(least, cost + step)
        }
        return least
    }

    /// What it costs to go from a chord and a key to those of the next slice.
    func step(from chord: Int, _ key: Int, to next: Int, _ nextKey: Int, slice: Int) -> Float {
        let surprise = degree(next, in: nextKey)
        let own = evidence.slices[slice]
        if chord == next { return key == nextKey ? 0 : own.newKey + costs.firstDegree * surprise / 2 }
        let anew = own.newKey + own.change + costs.firstDegree * surprise
        guard key == nextKey else { return anew }
        let row = key / 12 * ChordShape.count + Int(Self.lowered[key * ChordShape.count + chord])
        let step = table.progression[row * ChordShape.count + Int(Self.lowered[key * ChordShape.count + next])]
        return min(anew, own.change + surprise * costs.degree + step * costs.progression)
    }

    /// For each candidate of a slice, its place among those of another.
    private func places(from: Int, to: Int) -> [Int?] {
        (0..<Self.most).map { place in
            let chord = candidates.chords[to * Self.most + place]
            guard chord >= 0 else { return nil }
            return (0..<Self.most).first { candidates.chords[from * Self.most + $0] == chord }
        }
    }

    /// The surprise at a chord in a key.
    private func degree(_ chord: Int, in key: Int) -> Float {
        table.degree[key / 12 * ChordShape.count + Int(Self.lowered[key * ChordShape.count + chord])]
    }

    /// A candidate of a slice, when it may stand in a key.
    private func chord(at slice: Int, _ place: Int, in key: Int) -> Int? {
        let chord = Int(candidates.chords[slice * Self.most + place])
        return chord >= 0 && candidates.allows(chord, in: key, slice: slice) ? chord : nil
    }
}
