import ScoreModel

/// Which of the given harmonies holds in each slice.
struct SliceRestrictions {
    /// A place in ``all`` for each slice, or -1.
    private(set) var slices: [Int32]
    /// What is given.
    private(set) var all: [ChordRestriction] = []

    init(_ evidence: HarmonicEvidence, given: [GivenHarmony], _ passage: Passage) {
        slices = given.isEmpty ? [] : Array(repeating: -1, count: evidence.slices.count)
        guard !given.isEmpty else { return }
        all = given.map(ChordRestriction.init)
        var current = -1
        for (index, slice) in evidence.slices.enumerated() {
            let time = passage.moments[slice.moment].time
            while current + 1 < given.count, given[current + 1].onset <= time { current += 1 }
            guard current >= 0, given[current].end.map({ time < $0 }) ?? true else { continue }
            slices[index] = Int32(current)
        }
    }
}
