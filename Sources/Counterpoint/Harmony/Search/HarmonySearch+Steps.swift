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
        for place in 0..<candidates.counts[to] {
            let match = self.place(of: candidates.chords[to * Self.most + place], at: from)
            for key in 0..<Self.keys {
                guard let chord = chord(at: to, place, in: key) else { continue }
                let number = key * ChordShape.count + chord
                var best = carried.leastAnew + newKey + change + beginnings[number]
                if let match {
                    best = min(
                        best, carried.costs[key * Self.most + match],
                        carried.leastOfChord[match] + newKey + beginnings[number] / 2)
                }
                if carried.leastOfKey[key] < carried.least + newKey + Self.beam {
                    let inKey = carried.least(in: key, to: Int(lowered[number]), progressions, below: best - change)
                    best = min(best, change + inKey)
                }
                sums[to * Self.states + key * Self.most + place] = best + candidates.costs[to * Self.most + place]
            }
        }
    }

    /// Carries the costs of one slice back to the slice before it, for the states that are cheap enough from the beginning.
    func retreat(_ sums: inout [Float], from: Int, to: Int, _ carried: inout Carried, _ forward: [Float]) {
        carried.load(sums, self, slice: from, isForward: false)
        let (change, newKey) = (evidence.slices[from].change, evidence.slices[from].newKey)
        let row = to * Self.states
        let most = (row..<(row + Self.states)).reduce(Float.infinity) { min($0, forward[$1]) } + Self.sure
        for place in 0..<candidates.counts[to] {
            let match = self.place(of: candidates.chords[to * Self.most + place], at: from)
            for key in 0..<Self.keys where forward[row + key * Self.most + place] < most {
                let number = key * ChordShape.count + Int(candidates.chords[to * Self.most + place])
                var best = carried.leastAnew + newKey + change
                if let match {
                    best = min(
                        best, carried.costs[key * Self.most + match], carried.leastOfChord[match] + newKey)
                }
                if carried.leastOfKey[key] < carried.least + newKey + Self.beam {
                    let inKey = carried.least(in: key, from: Int(lowered[number]), progressions, below: best - change)
                    best = min(best, change + inKey)
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
    private func place(of chord: Int16, at slice: Int) -> Int? {
        let first = slice * Self.most
        return (0..<candidates.counts[slice]).first { candidates.chords[first + $0] == chord }
    }

    /// A candidate of a slice, when it may stand in a key.
    private func chord(at slice: Int, _ place: Int, in key: Int) -> Int? {
        let chord = Int(candidates.chords[slice * Self.most + place])
        return candidates.allows(chord, in: key, slice: slice) ? chord : nil
    }
}
