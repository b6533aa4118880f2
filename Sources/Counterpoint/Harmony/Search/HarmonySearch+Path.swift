extension HarmonySearch {
    /// Reads the best path off the sums from both ends.
    func steps(_ forward: [Float], _ backward: [Float]) -> [Step] {
        let count = evidence.slices.count
        var steps: [Step] = []
        steps.reserveCapacity(count)
        var state: Int?
        for slice in stride(from: count - 1, through: 0, by: -1) {
            let row = slice * Self.states
            let own = state.map { predecessor(of: $0, at: slice + 1, forward) } ?? cheapest(forward, backward, row)
            state = own
            let best = forward[row + own] + backward[row + own]
            let (key, place) = (own / Self.most, own % Self.most)
            // What is dearer by more was not followed.
            var (keyMargin, chordMargin) = (Self.sure, Self.sure)
            for other in 0..<Self.states where other != own {
                let excess = forward[row + other] + backward[row + other] - best
                if other / Self.most != key { keyMargin = min(keyMargin, excess) }
                if other % Self.most != place { chordMargin = min(chordMargin, excess) }
            }
            steps.append(
                Step(
                    key: key, chord: max(0, Int(candidates.chords[slice * Self.most + place])),
                    keyMargin: max(0, keyMargin), chordMargin: max(0, chordMargin)))
        }
        return steps.reversed()
    }

    private func cheapest(_ forward: [Float], _ backward: [Float], _ row: Int) -> Int {
        var (least, best) = (Float.infinity, 0)
        for state in 0..<Self.states where forward[row + state] + backward[row + state] < least {
            least = forward[row + state] + backward[row + state]
            best = state
        }
        return best
    }

    /// The state of the slice before, from which a state is reached most cheaply.
    private func predecessor(of state: Int, at slice: Int, _ forward: [Float]) -> Int {
        let (key, place) = (state / Self.most, state % Self.most)
        let chord = candidates.chords[slice * Self.most + place]
        let row = (slice - 1) * Self.states
        var (least, best) = (Float.infinity, state)
        for other in 0..<Self.states where forward[row + other] < least {
            let otherChord = candidates.chords[(slice - 1) * Self.most + other % Self.most]
            let cost =
                forward[row + other]
                + step(from: Int(otherChord), other / Self.most, to: Int(chord), key, slice: slice)
            if cost < least { (least, best) = (cost, other) }
        }
        return best
    }
}
