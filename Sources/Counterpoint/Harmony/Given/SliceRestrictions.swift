import ScoreModel

/// Which of the given harmonies holds in each slice.
struct SliceRestrictions {
    /// A place in ``all`` for each slice, or -1.
    private(set) var slices: [Int32]
    /// For each slice, whether its chord is given, and not its key alone; empty where nothing is given.
    private(set) var namesChord: [Bool]
    /// What is given.
    private(set) var all: [ChordRestriction] = []

    init(_ evidence: HarmonicEvidence, given: [GivenHarmony], _ passage: Passage) {
        slices = given.isEmpty ? [] : Array(repeating: -1, count: evidence.slices.count)
        namesChord = Array(repeating: false, count: slices.count)
        guard !given.isEmpty else { return }
        all = given.map(ChordRestriction.init)
        var next = 0
        var (chord, key): (Int?, Int?)
        for (index, slice) in evidence.slices.enumerated() {
            let time = passage.moments[slice.moment].time
            while next < given.count, given[next].onset <= time {
                if given[next].content == .key { key = next } else { chord = next }
                next += 1
            }
            let isOver = { (place: Int) in given[place].end.map { $0 <= time } ?? false }
            if let place = chord, isOver(place) { chord = nil }
            if let place = key, isOver(place) { key = nil }
            guard let place = chord ?? key else { continue }
            slices[index] = Int32(place)
            namesChord[index] = chord != nil
        }
    }
}
