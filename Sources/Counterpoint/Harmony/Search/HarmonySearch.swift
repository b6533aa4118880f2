/// The cheapest path of keys and chords through the slices of a passage, and by how much it is cheaper than others.
///
/// A state is a key and one of the slice's candidate chords. From slice to slice a path goes on; or to another chord of its key; or
/// keeps its chord and reads it in another key (a pivot); or begins anew in another key.
struct HarmonySearch {
    /// A slice on the best path.
    struct Step {
        /// The key, as a number of ``ChordShape``.
        let key: Int
        /// The chord, as a number of ``ChordShape``.
        let chord: Int
        /// By how much every path is dearer that has another key here.
        let keyMargin: Float
        /// By how much every path is dearer that has another chord here.
        let chordMargin: Float
        /// By how much every path is dearer that has another chord or key here.
        var margin: Float { min(keyMargin, chordMargin) }
    }

    let evidence: HarmonicEvidence
    let candidates: ChordCandidates
    let costs: HarmonyCosts
    /// What each chord costs after each other, in C major and C minor.
    let progressions: [Float]
    /// For each key and chord, its number in C, those of C minor after those of C major.
    let lowered: [Int32]
    /// What each chord costs in each key where nothing in the key goes before.
    let beginnings: [Float]
    /// What each key costs at the beginning.
    let keyCosts: [Float]

    static let keys = 24
    static let most = ChordCandidates.most
    static let states = keys * most
    /// How much dearer than a new key the chords of a key may be to be followed on; beyond it, beginning anew is hardly ever dearer.
    static let beam: Float = 1
    /// What is dearer than the best by so much is not compared with it: the best is sure enough.
    static let sure: Float = 5

    static let allLowered: [Int32] = (0..<keys).flatMap { key in
        (0..<ChordShape.count).map { Int32(ChordShape.lowered($0, by: key % 12) + key / 12 * ChordShape.count) }
    }

    init(
        _ evidence: HarmonicEvidence, _ candidates: ChordCandidates, keyCosts: [Float], costs: HarmonyCosts,
        table: ProgressionTable
    ) {
        self.evidence = evidence
        self.candidates = candidates
        self.keyCosts = keyCosts
        self.costs = costs
        progressions = table.progression.indices.map { index in
            let mode = index / (ChordShape.count * ChordShape.count) * ChordShape.count
            return table.progression[index] * costs.progression
                + table.degree[mode + index % ChordShape.count] * costs.degree
        }
        lowered = Self.allLowered
        beginnings = lowered.map { table.degree[Int($0)] * costs.firstDegree }
    }

    /// The best path, a step a slice.
    func path() -> [Step] {
        let count = evidence.slices.count
        guard count > 0 else { return [] }
        var forward = [Float](repeating: .infinity, count: count * Self.states)
        start(&forward)
        var carried = Carried()
        for slice in 1..<count { advance(&forward, from: slice - 1, to: slice, &carried) }
        // Backwards a state's own cost is left out, so that the sum of both counts it once.
        var backward = [Float](repeating: .infinity, count: count * Self.states)
        finish(&backward)
        for slice in stride(from: count - 2, through: 0, by: -1) {
            retreat(&backward, from: slice + 1, to: slice, &carried, forward)
        }
        return steps(forward, backward)
    }
}
