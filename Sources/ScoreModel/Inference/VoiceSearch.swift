/// Finds the assignment of tones to voices that costs the least, tone by tone from the first to the last, with a beam of the best
/// beginnings.
///
/// McLeod and Steedman ("HMM-Based Voice Separation of MIDI Performance", Journal of New Music Research 45, 2016) search so; that
/// moments when all voices sound show where each one lies is from Chew and Wu ("Separating Voices in Polyphonic Music", 2004).
struct VoiceSearch {
    private let tones: [Sounding]
    private let voices: Int
    private let leading: VoiceLeading

    /// Beginnings that cost so much more than the best one, in natural logarithms of odds, do not catch up.
    private static let margin = 15.0
    /// A voice that costs no more than this above another may be the right one as well.
    private static let doubt = 0.5

    /// - Parameters:
    ///   - tones: Sorted by onset and key.
    ///   - leading: What is judged; it has a register for each voice.
    init(_ tones: [Sounding], leading: VoiceLeading) {
        self.tones = tones
        self.leading = leading
        voices = leading.registers.count
    }

    /// A beginning that goes on with one more tone.
    private struct Step {
        var cost: Double
        var beginning: Int
        var voice: Int
        /// Tells beginnings apart that have the same last tones: what follows is the same for them.
        var mark: UInt64
    }

    /// The beginnings that are kept, the best one first.
    private struct Beam {
        var costs: [Double] = []
        var marks: [UInt64] = []
        /// For each beginning the last tone of each voice, by its index; -1 where it has none.
        var last: [Int32] = []
    }

    /// The voice of each tone, counted from the lowest.
    ///
    /// - Parameter width: How many beginnings are kept.
    func assignment(width: Int) -> [Int] {
        var beam = Beam(costs: [0], marks: [0], last: Array(repeating: -1, count: voices))
        var next = Beam()
        var trail = SearchTrail()
        var steps: [Step] = []
        for index in tones.indices {
            let best = proceed(from: beam, to: index, &steps)
            next.costs.removeAll(keepingCapacity: true)
            next.marks.removeAll(keepingCapacity: true)
            next.last.removeAll(keepingCapacity: true)
            trail.begin()
            for step in steps where !next.marks.contains(step.mark) {
                next.costs.append(step.cost - best)
                next.marks.append(step.mark)
                next.last += beam.last[step.beginning * voices..<(step.beginning + 1) * voices]
                next.last[next.last.count - voices + step.voice] = Int32(truncatingIfNeeded: index)
                trail.add(origin: step.beginning, choice: step.voice)
                if next.costs.count == width { break }
            }
            swap(&beam, &next)
        }
        return trail.choices()
    }

    /// Every way for a beam to go on with a tone that may be among the best, these first.
    ///
    /// - Returns: The least cost.
    private func proceed(from beam: Beam, to index: Int, _ steps: inout [Step]) -> Double {
        steps.removeAll(keepingCapacity: true)
        var best = Double.infinity
        for (beginning, cost) in beam.costs.enumerated() {
            let row = beginning * voices
            for voice in 0..<voices {
                let limit = best + VoiceSearch.margin
                let total = cost + self.cost(of: index, in: voice, beam.last, from: row, upTo: limit - cost)
                guard total <= limit else { continue }
                best = min(best, total)
                let mark =
                    beam.marks[beginning] &- VoiceSearch.mark(beam.last[row + voice], voice)
                    &+ VoiceSearch.mark(Int32(truncatingIfNeeded: index), voice)
                steps.append(Step(cost: total, beginning: beginning, voice: voice, mark: mark))
            }
        }
        steps.removeAll { $0.cost > best + VoiceSearch.margin }
        steps.sort { ($0.cost, $0.beginning, $0.voice) < ($1.cost, $1.beginning, $1.voice) }
        return best
    }

    /// What it costs that a voice goes on with a tone, when the voices' last tones stand in a row of a list; not worked out to the end
    /// where it is above a limit.
    private func cost(of index: Int, in voice: Int, _ last: [Int32], from row: Int, upTo limit: Double) -> Double {
        let tone = tones[index]
        let own = Int(last[row + voice])
        var cost = leading.place(of: tone, in: voice)
        cost += own < 0 ? leading.entry : leading.motion(from: tones[own], to: tone)
        for other in 0..<voices where other != voice && cost <= limit {
            let place = Int(last[row + other])
            if place >= 0 { cost += leading.meeting(tones[place], tone, isBelow: other > voice) }
        }
        return cost
    }

    /// Spreads a tone and its voice over 64 bits (the finalizer of SplitMix64), so that sums of such marks hardly ever meet.
    private static func mark(_ tone: Int32, _ voice: Int) -> UInt64 {
        guard tone >= 0 else { return 0 }
        var word = UInt64(Int(tone) * Polyphony.most + voice + 1) &* 0x9E37_79B9_7F4A_7C15
        word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
        word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
        return word ^ (word >> 31)
    }

    /// How sure an assignment is: the share of tones for which no other voice would do nearly as well, given those of all other tones.
    func confidence(in assignment: [Int]) -> Double {
        var last = [Int32](repeating: -1, count: voices)
        var sure = 0
        for (index, voice) in assignment.enumerated() {
            let own = cost(of: index, in: voice, last, from: 0, upTo: .infinity) + VoiceSearch.doubt
            let isSure = (0..<voices).allSatisfy { other in
                other == voice || cost(of: index, in: other, last, from: 0, upTo: own) > own
            }
            if isSure { sure += 1 }
            last[voice] = Int32(truncatingIfNeeded: index)
        }
        return tones.isEmpty ? 1 : Double(sure) / Double(tones.count)
    }
}
