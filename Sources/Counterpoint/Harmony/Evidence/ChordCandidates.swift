/// The chords that a slice may be, with what each costs: those that fit best, and what is given.
struct ChordCandidates {
    /// How many a slice has; fewer where others are far dearer than the best.
    static let most = 16

    /// The chords of all slices, ``most`` a slice, as numbers of ``ChordShape``; -1 where there are no more.
    private(set) var chords: [Int16]
    /// What each costs.
    private(set) var costs: [Float]
    /// How many each slice has.
    private(set) var counts: [Int] = []

    /// For each slice, what is given of it: a place in ``restrictions``, or -1.
    private let given: [Int32]
    private let restrictions: [ChordRestriction]

    /// - Parameters:
    ///   - given: For each slice a place among the restrictions, or -1.
    ///   - restrictions: What chords are given.
    init(
        _ evidence: HarmonicEvidence, costs: HarmonyCosts, given: [Int32] = [], restrictions: [ChordRestriction] = []
    ) {
        self.given = given
        self.restrictions = restrictions
        let count = evidence.slices.count
        counts.reserveCapacity(count)
        chords = Array(repeating: -1, count: count * ChordCandidates.most)
        self.costs = Array(repeating: .infinity, count: count * ChordCandidates.most)
        var all = [Float](repeating: 0, count: ChordShape.count)
        let masks = ChordShape.masks
        for index in 0..<count {
            let restriction = self.restriction(at: index)
            let sounding = evidence.slices[index].pitchClasses
            // Chords that lack more are always dearer than others; what is given need not have any tone that sounds.
            let shared = restriction == nil ? max(1, min(sounding.nonzeroBitCount - 1, 2)) : 0
            let limit = ChordCandidates.limit(evidence.slices[index].weight)
            var most = Float.infinity
            for chord in 0..<ChordShape.count {
                let isOpen =
                    (sounding & masks[chord]).nonzeroBitCount >= shared && restriction?.allows(chord) ?? true
                let cost =
                    isOpen ? ChordCandidates.cost(of: chord, evidence, slice: index, costs, most: most) : .infinity
                most = min(most, cost + limit)
                all[chord] = cost
            }
            keepBest(of: all, slice: index, most: most)
        }
    }

    private func restriction(at slice: Int) -> ChordRestriction? {
        slice < given.count && given[slice] >= 0 ? restrictions[Int(given[slice])] : nil
    }

    /// True when a chord may stand in a key, as far as they are given.
    func allows(_ chord: Int, in key: Int, slice: Int) -> Bool {
        restriction(at: slice)?.allows(chord, in: key) ?? true
    }

    /// What it costs to hear a chord in a slice.
    ///
    /// - Parameter most: What is dearer need not be known exactly.
    private static func cost(
        of chord: Int, _ evidence: HarmonicEvidence, slice: Int, _ costs: HarmonyCosts, most: Float
    ) -> Float {
        let own = evidence.slices[slice]
        let row = slice * 12
        var cost: Float = 0
        var foreign = own.pitchClasses & ~ChordShape.masks[chord]
        while foreign != 0 {
            cost += evidence.foreign[row + foreign.trailingZeroBitCount]
            foreign &= foreign - 1
        }
        guard cost <= most else { return .infinity }
        let quality = chord % ChordShape.qualities.count
        var base: Int8 = -1
        var isMisspelled = false
        for member in 0..<4 {
            let tone = ChordShape.tones[chord * 4 + member]
            guard tone >= 0 else { continue }
            if own.pitchClasses & 1 << UInt16(tone) == 0 {
                let missing =
                    switch member {
                    case 0: costs.missingRoot
                    case 1: costs.missingThird
                    case 2:
                        ChordShape.quality(chord).interval(of: .fifth) == 1
                            ? costs.missingFifth : costs.missingAlteredFifth
                    default: costs.missingSeventh
                    }
                cost += missing * own.weight
            } else if evidence.letters[row + Int(tone)] >= 0 {
                let root =
                    (evidence.letters[row + Int(tone)] - ChordShape.letters[quality * 4 + member] + 7) % 7
                if base < 0 { base = root } else if base != root { isMisspelled = true }
            }
        }
        if ChordShape.hasSeventh[quality] {
            cost += evidence.foreign[row + Int(ChordShape.tones[chord * 4 + 3])] * costs.seventh
        } else if own.bass == ChordShape.tones[chord * 4 + 2] {
            let isOpen = own.pitchClasses & 1 << UInt16(max(ChordShape.tones[chord * 4 + 1], 0)) == 0
            cost += (isOpen ? costs.openSixFour : costs.sixFour) * own.weight
        }
        return isMisspelled ? cost + costs.misspelled * own.weight : cost
    }

    /// By how much a chord may be dearer than the best one. No path takes what is dearer: it would rather change the chord.
    private static func limit(_ weight: Float) -> Float { 1.5 + 4 * weight }

    private mutating func keepBest(of all: [Float], slice: Int, most: Float) {
        let row = slice * ChordCandidates.most
        var kept = 0
        for chord in all.indices {
            let cost = all[chord]
            guard cost < .infinity, cost <= most else { continue }
            if kept == ChordCandidates.most, cost >= costs[row + kept - 1] { continue }
            var place = kept < ChordCandidates.most ? kept : kept - 1
            while place > 0, costs[row + place - 1] > cost {
                costs[row + place] = costs[row + place - 1]
                chords[row + place] = chords[row + place - 1]
                place -= 1
            }
            costs[row + place] = cost
            chords[row + place] = Int16(chord)
            kept = min(kept + 1, ChordCandidates.most)
        }
        counts.append(kept)
    }
}
