internal import ScoreModel

/// Puts onsets that are near their places on them: each beat is divided as all its onsets want it.
///
/// A division of a beat says where onsets may stand, and what it costs to place the first there: the negative logarithm of how often, in this
/// piece, onsets stand there. An onset off its place by x costs x²/2σ². Onsets that are near each other share a place, since only the first pays
/// for it. The cheapest divisions and places of all beats together are found by dynamic programming over the places within beats and over beats:
/// a maximum a posteriori estimate in the manner of Cemgil, Desain & Kappen, "Rhythm Quantization for Transcription" (2000).
struct BeatDivider {
    /// A way to divide a beat.
    struct Division {
        let places: [Fraction]
        let offsets: [Double]
        /// What it costs to place the first onset at each place, in nats.
        var costs: [Double]
        /// What it costs to divide a beat this way, in nats.
        var cost: Double

        init(_ parts: Int, at chosen: [Int], cost: Double, shares: [Double]) {
            places = chosen.map { Fraction($0) / Fraction(parts) }
            offsets = places.map(\.doubleValue)
            self.cost = cost
            costs = shares.map { -logarithm($0) }
        }
    }

    /// The divisions that may be used.
    private(set) var divisions: [Division]
    /// How far onsets are from their places: the standard deviation in quarter notes.
    private(set) var deviation: Double
    /// The places of the onsets, in quarter notes.
    private(set) var places: [Fraction] = []
    /// How sure each place is, from 0 to 1.
    private(set) var confidences: [Double] = []
    /// Which division each onset's beat has.
    private(set) var choices: [UInt8] = []

    /// - Parameters:
    ///   - onsets: Onsets in quarter notes, in order.
    ///   - deviation: The standard deviation to begin with.
    init(_ onsets: [Double], deviation: Double, options: Quantization.Options) {
        self.deviation = Swift.min(Swift.max(deviation, Self.leastDeviation), 0.09)
        divisions = Self.divisions(options)
        let beats = Self.beats(onsets)
        // Costs are learned from the first placing, and used in the second.
        for _ in 0..<2 {
            place(onsets, beats)
            learn(onsets, beats)
        }
        place(onsets, beats)
    }

    /// Rounding to ticks and to thousandths of a second is no more than this, in quarter notes.
    private static let leastDeviation = 0.004

    private static func divisions(_ options: Quantization.Options) -> [Division] {
        let unit = Swift.min(options.grid?.doubleValue ?? 0.125, 1)
        let finest = unit > 0.001 ? 1 / unit : 8
        func allowed(_ parts: Int, _ shares: [(Int, Double)], cost: Double, by factor: Double = 1) -> Division? {
            let kept = shares.sorted { $0.0 < $1.0 }.filter { place, _ in
                let part = UInt(parts) / greatestCommonDivisor(UInt(place), UInt(parts))
                return Double(part) <= finest * (part.nonzeroBitCount == 1 ? 1 : factor) + 0.01
            }
            return kept.count == 1 ? nil : Division(parts, at: kept.map(\.0), cost: cost, shares: kept.map(\.1))
        }
        let plain = Division(1, at: [0], cost: 0, shares: [0.75])
        let binary = allowed(
            16,
            [(0, 0.75), (8, 0.4)] + [4, 12].map { ($0, 0.12) } + [2, 6, 10, 14].map { ($0, 0.012) }
                + (finest > 8 ? stride(from: 1, to: 16, by: 2).map { ($0, 0.002) } : []), cost: 0)
        guard options.findsTuplets else { return [binary ?? plain] }
        return [
            binary ?? plain,
            allowed(12, [(0, 0.75), (4, 0.5), (8, 0.5), (6, 0.1), (2, 0.1), (10, 0.1)], cost: 3, by: 1.5),
            allowed(12, [(0, 0.75), (3, 0.4), (4, 0.4), (6, 0.4), (8, 0.4), (9, 0.4)], cost: 6, by: 1.5),
            allowed(5, (0..<5).map { ($0, 0.7) }, cost: 7, by: 1.25),
            allowed(7, (0..<7).map { ($0, 0.7) }, cost: 8, by: 1.75),
        ].compactMap(\.self)
    }

    /// The onsets of each beat that has any.
    private static func beats(_ onsets: [Double]) -> [Range<Int>] {
        var beats: [Range<Int>] = []
        var start = 0
        for index in onsets.indices where index > 0 && onsets[index].rounded(.down) != onsets[start].rounded(.down) {
            beats.append(start..<index)
            start = index
        }
        return onsets.isEmpty ? [] : beats + [start..<onsets.count]
    }
}

// MARK: The cheapest divisions

extension BeatDivider {
    /// Whether something already stands where a beat ends, or the next begins: what comes there then is free.
    private typealias Step = (division: Int, opened: Bool, fromDivision: Int, fromOpened: Bool)

    private mutating func place(_ onsets: [Double], _ beats: [Range<Int>]) {
        let states = divisions.count * 2
        var costs = [Double](repeating: .infinity, count: states)
        costs[0] = 0
        var origins = [UInt8](repeating: 0, count: beats.count * states)
        var last: Double?
        for (index, beat) in beats.enumerated() {
            let number = onsets[beat.lowerBound].rounded(.down)
            let follows = last.map { $0 + 1 == number } ?? false
            var next = [Double](repeating: .infinity, count: states)
            for division in divisions.indices {
                for isOpen in [false, true] {
                    var best = (cost: Double.infinity, origin: 0)
                    for origin in 0..<states where costs[origin].isFinite && (follows && origin % 2 == 1) == isOpen {
                        let change = origin / 2 == division ? 0.4 : 1
                        let cost = costs[origin] + divisions[division].cost * change
                        if cost < best.cost { best = (cost, origin) }
                    }
                    guard best.cost.isFinite else { continue }
                    let ends = endCosts(onsets[beat], number, division, isOpen)
                    for (state, cost) in [(division * 2, ends.closed), (division * 2 + 1, ends.opened)]
                    where best.cost + cost < next[state] {
                        next[state] = best.cost + cost
                        origins[index * states + state] = UInt8(best.origin)
                    }
                }
            }
            costs = next
            last = number
        }
        trace(onsets, beats, origins, from: costs.indices.min { costs[$0] < costs[$1] } ?? 0)
    }

    private mutating func trace(_ onsets: [Double], _ beats: [Range<Int>], _ origins: [UInt8], from last: Int) {
        let states = divisions.count * 2
        places = Array(repeating: .zero, count: onsets.count)
        confidences = Array(repeating: 0, count: onsets.count)
        choices = Array(repeating: 0, count: onsets.count)
        var state = last
        for (index, beat) in beats.enumerated().reversed() {
            let origin = Int(origins[index * states + state])
            let number = onsets[beat.lowerBound].rounded(.down)
            let follows = index > 0 && onsets[beats[index - 1].lowerBound].rounded(.down) + 1 == number
            let chosen = assign(onsets[beat], number, state / 2, follows && origin % 2 == 1, opens: state % 2 == 1)
            let division = divisions[state / 2]
            for (onset, slot) in zip(beat, chosen) {
                let isNext = slot == division.places.count
                places[onset] = Fraction(rounding: number) + (isNext ? 1 : division.places[slot])
                choices[onset] = UInt8(state / 2)
                confidences[onset] = confidence(onsets[onset] - number, slot, division)
            }
            state = origin
        }
    }

    /// How sure a place is against those beside it.
    private func confidence(_ offset: Double, _ slot: Int, _ division: Division) -> Double {
        let slots = division.places.count
        func distance(_ slot: Int) -> Double { offset - (slot < slots ? division.offsets[slot] : 1) }
        let own = cost(distance(slot))
        var others = 0.0
        for other in 0...slots where other != slot {
            others += exponential(own - cost(distance(other)) - division.costs[other % slots])
        }
        return 1 / (1 + others)
    }

    @inline(__always)
    private func cost(_ distance: Double) -> Double { distance * distance / (2 * deviation * deviation) }

    /// What a beat costs by one division, when nothing, and when something, stands where it ends.
    private func endCosts(
        _ onsets: ArraySlice<Double>, _ beat: Double, _ division: Int, _ isOpen: Bool
    ) -> (closed: Double, opened: Double) {
        let table = row(onsets, beat, divisions[division], isOpen) { _, _ in }
        let end = divisions[division].places.count
        return (table[..<end].min() ?? .infinity, table[end])
    }

    /// The places of a beat's onsets by one division: indices of its places, their number standing for the next beat.
    private func assign(
        _ onsets: ArraySlice<Double>, _ beat: Double, _ division: Int, _ isOpen: Bool, opens: Bool
    ) -> [Int] {
        let end = divisions[division].places.count
        var origins: [UInt8] = []
        origins.reserveCapacity(onsets.count * (end + 1))
        let table = row(onsets, beat, divisions[division], isOpen) { _, from in origins.append(UInt8(from)) }
        var slot = opens ? end : table[..<end].indices.min { table[$0] < table[$1] } ?? 0
        var slots = [Int](repeating: 0, count: onsets.count)
        for index in slots.indices.reversed() {
            slots[index] = slot
            slot = Int(origins[index * (end + 1) + slot])
        }
        return slots
    }

    /// The cost of all onsets of a beat by the place of the last of them. Tells for each onset and place where the one before it stands.
    @inline(__always)
    private func row(
        _ onsets: ArraySlice<Double>, _ beat: Double, _ division: Division, _ isOpen: Bool,
        _ tell: (_ slot: Int, _ from: Int) -> Void
    ) -> [Double] {
        let count = division.places.count + 1
        var costs = [Double](repeating: .infinity, count: count)
        var isFirst = true
        for onset in onsets {
            let offset = onset - beat
            var cheapest = (cost: isFirst ? 0 : Double.infinity, slot: 0)
            for slot in 0..<count {
                let stays = costs[slot]
                let opening = slot == 0 && isOpen ? 0 : division.costs[slot == count - 1 ? 0 : slot]
                let opens = cheapest.cost + opening
                let distance = offset - (slot == count - 1 ? 1 : division.offsets[slot])
                costs[slot] = Swift.min(stays, opens) + cost(distance)
                tell(slot, stays <= opens ? slot : cheapest.slot)
                if stays < cheapest.cost { cheapest = (stays, slot) }
            }
            isFirst = false
        }
        return costs
    }
}

// MARK: Learning

extension BeatDivider {
    /// Learns from a placing how often places are used in this piece, and how far onsets are from them.
    private mutating func learn(_ onsets: [Double], _ beats: [Range<Int>]) {
        // What was expected counts as much as so many beats.
        let prior = 12.0
        var used = [Double](repeating: 0, count: divisions.count)
        var counts = divisions.map { $0.costs.map { exponential(-$0) * prior } }
        var squares = deviation * deviation * prior
        for beat in beats {
            let choice = Int(choices[beat.lowerBound])
            used[choice] += 1
            let number = Fraction(rounding: onsets[beat.lowerBound].rounded(.down))
            var last: Fraction?
            for onset in beat {
                let distance = places[onset].doubleValue - onsets[onset]
                squares += distance * distance
                guard places[onset] != last else { continue }
                last = places[onset]
                if let slot = divisions[choice].places.firstIndex(of: places[onset] - number) {
                    counts[choice][slot] += 1
                }
            }
        }
        let all = Double(beats.count)
        for index in divisions.indices {
            let share = (used[index] + prior * exponential(-divisions[index].cost)) / (all + prior)
            if index > 0 { divisions[index].cost = Swift.max(-logarithm(Swift.min(share, 1)), 0.5) }
            divisions[index].costs = counts[index].map { -logarithm(Swift.min($0 / (used[index] + prior), 0.95)) }
        }
        deviation = Swift.min(
            Swift.max((squares / (Double(onsets.count) + prior)).squareRoot(), Self.leastDeviation), 0.09)
    }
}
