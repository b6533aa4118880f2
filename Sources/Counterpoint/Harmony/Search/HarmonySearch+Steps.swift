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

    /// Carries the costs of one slice on to the slice after it.
    func advance(_ sums: inout [Float], from: Int, to: Int, _ carried: inout Carried) {
        carried.load(sums, self, slice: from, isForward: true)
        let (change, newKey) = (evidence.slices[to].change, evidence.slices[to].newKey)
        let followed = carried.least + newKey + Self.beam
        let (lowered, beginnings, progressions) = (lowered.span, beginnings.span, progressions.span)
        for place in 0..<candidates.counts[to] {
            let chord = Int(candidates.chords[to * Self.most + place])
            let own = candidates.costs[to * Self.most + place]
            let match = self.place(of: chord, at: from)
            for key in 0..<Self.keys where candidates.allows(chord, in: key, slice: to) {
                let beginning = beginnings[key * ChordShape.count + chord]
                var best = carried.leastAnew + newKey + change + beginning
                if let match {
                    best = min(
                        best, carried.costs[key * Self.most + match],
                        carried.leastOfChord[match] + newKey + beginning / 2)
                }
                if carried.leastOfKey[key] < followed {
                    let number = Int(lowered[key * ChordShape.count + chord])
                    best = min(best, change + carried.least(in: key, to: number, progressions, below: best - change))
                }
                sums[to * Self.states + key * Self.most + place] = best + own
            }
        }
    }

    /// Carries the costs of one slice back to the slice before it, for the states that are cheap enough from the beginning.
    func retreat(_ sums: inout [Float], from: Int, to: Int, _ carried: inout Carried, _ forward: [Float]) {
        carried.load(sums, self, slice: from, isForward: false)
        let (change, newKey) = (evidence.slices[from].change, evidence.slices[from].newKey)
        let row = to * Self.states
        let followed = carried.least + newKey + Self.beam
        let (lowered, progressions, forward) = (lowered.span, progressions.span, forward.span)
        var most = Float.infinity
        for state in row..<(row + Self.states) { most = min(most, forward[state]) }
        most += Self.sure
        for place in 0..<candidates.counts[to] {
            let chord = Int(candidates.chords[to * Self.most + place])
            let match = self.place(of: chord, at: from)
            for key in 0..<Self.keys where forward[row + key * Self.most + place] < most {
                var best = carried.leastAnew + newKey + change
                if let match {
                    best = min(
                        best, carried.costs[key * Self.most + match], carried.leastOfChord[match] + newKey)
                }
                if carried.leastOfKey[key] < followed {
                    let number = Int(lowered[key * ChordShape.count + chord])
                    best = min(best, change + carried.least(in: key, from: number, progressions, below: best - change))
                }
                sums[row + key * Self.most + place] = best
            }
        }
    }

    /// What it costs to go from a chord and a key to those of the next slice.
    func step(from chord: Int, _ key: Int, to next: Int, _ nextKey: Int, slice: Int) -> Float {
        let own = evidence.slices[slice]
        let beginning = beginnings[nextKey * ChordShape.count + next]
        if chord == next { return key == nextKey ? 0 : own.newKey + beginning / 2 }
        let anew = own.newKey + own.change + beginning
        guard key == nextKey else { return anew }
        let row = Int(lowered[key * ChordShape.count + chord])
        let column = Int(lowered[key * ChordShape.count + next]) % ChordShape.count
        return min(anew, own.change + progressions[row * ChordShape.count + column])
    }

    /// The place of a chord among the candidates of a slice.
    private func place(of chord: Int, at slice: Int) -> Int? {
        let first = slice * Self.most
        return (0..<candidates.counts[slice]).first { Int(candidates.chords[first + $0]) == chord }
    }

    /// A candidate of a slice, when it may stand in a key.
    private func chord(at slice: Int, _ place: Int, in key: Int) -> Int? {
        let chord = Int(candidates.chords[slice * Self.most + place])
        return candidates.allows(chord, in: key, slice: slice) ? chord : nil
    }
}
