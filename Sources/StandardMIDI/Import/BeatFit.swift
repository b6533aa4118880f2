internal import ScoreModel

/// How well onsets fit the beats that a file says it has.
///
/// The places of onsets within a beat are taken for a mixture of normal distributions around the parts of a beat, all equally wide, and of chance.
/// The mixture is fitted by expectation and maximization (Dempster, Laird & Rubin 1977); ``gain`` is what it explains better than chance alone.
struct BeatFit {
    /// How the ticks are notation, but for a few loose notes; nil when they are not.
    private(set) var exactness: Exactness?
    /// How much better than by chance a moment fits, in nats.
    private(set) var gain = 0.0
    /// How far moments are from their places: the standard deviation in quarter notes.
    private(set) var deviation = Self.widest
    /// How late moments are in the mean, in quarter notes.
    private(set) var delay = 0.0

    /// The widest deviation that still tells sixteenths apart, in quarter notes.
    private static let widest = 0.09
    /// The parts of a beat, and how often moments are expected there.
    private static let parts: [(place: Double, weight: Double)] = [
        (0, 0.44), (0.5, 0.26), (0.25, 0.08), (0.75, 0.08), (0.333333, 0.03), (0.666667, 0.03), (0.125, 0.01),
        (0.375, 0.01),
        (0.625, 0.01), (0.875, 0.01), (0.166667, 0.01), (0.833333, 0.01),
    ]

    /// How far ticks are notation.
    struct Exactness {
        /// How many ticks moments may be off: programs that add up rounded times are.
        let tolerance: Int
        /// The share of moments whose ticks are parts of a quarter note that notation has.
        let share: Double
    }

    init(_ onsets: Onsets, ticksPerQuarter ticks: Int) {
        var phases = [Int](repeating: 0, count: ticks)
        for moment in onsets.moments { phases[moment.remainder(modulo: ticks)] += 1 }
        var histogram = [Double](repeating: 0, count: 480)
        for (phase, count) in phases.enumerated() where count > 0 {
            histogram[min(phase * 480 / ticks, 479)] += Double(count)
        }
        // A bin stands for its first tick where a tick is more than a bin, and for its middle where it is less.
        fit(histogram, lead: ticks <= 480 ? 0 : 0.5 / 480)
        for tolerance in 0...3 {
            // More tolerance must explain more.
            let next = exactness(phases, onsets.moments.count, tolerance: tolerance)
            if let next, next.share > (exactness?.share ?? 0) + 0.02 { exactness = next }
        }
    }

    private func exactness(_ phases: [Int], _ count: Int, tolerance: Int) -> Exactness? {
        let divisions = BeatDivisions(ticksPerQuarter: phases.count, tolerance: tolerance)
        let mask = tolerance == 0 ? BeatDivisions.commonMask : BeatDivisions.plainMask
        let places = phases.indices.filter { divisions.divisions(at: $0) & mask != 0 }
        let share = count == 0 ? 1 : Double(places.reduce(0) { $0 + phases[$1] }) / Double(count)
        // Where most ticks are parts of something, being one says little: then most must be parts of sixteenths and triplets.
        let simple = phases.indices.reduce(0) {
            divisions.divisions(at: $1) & BeatDivisions.simpleMask != 0 ? $0 + phases[$1] : $0
        }
        let isTelling = places.count * 2 < phases.count || tolerance == 0 && simple * 10 >= count * 7
        return share >= 0.85 && isTelling ? Exactness(tolerance: tolerance, share: share) : nil
    }

    private mutating func fit(_ histogram: [Double], lead: Double) {
        let total = histogram.reduce(0, +)
        guard total > 0 else { return }
        var weights = Self.parts.map(\.weight)
        var width = 0.04
        var delay = 0.0
        var gain = 0.0
        for _ in 0..<12 {
            var counts = Self.parts.map { $0.weight * 4 }
            var chance = 0.2
            var (squares, sum, mass) = (0.02 * 0.02, 0.0, 1.0)
            gain = 0
            for (bin, count) in histogram.enumerated() where count > 0 {
                let phase = Double(bin) / 480 + lead - delay
                var densities = [Double](repeating: 0, count: weights.count)
                var density = 0.04
                for (part, (place, _)) in Self.parts.enumerated() {
                    let off = (phase - place).wrapped
                    densities[part] =
                        0.96 * weights[part] * exponential(-off * off / (2 * width * width)) / (width * 2.5066)
                    density += densities[part]
                }
                gain += count * logarithm(density)
                chance += count * 0.04 / density
                for (part, (place, _)) in Self.parts.enumerated() {
                    let share = count * densities[part] / density
                    let off = (phase - place).wrapped
                    counts[part] += share
                    sum += share * off
                    squares += share * off * off
                    mass += share
                }
            }
            let all = counts.reduce(0, +)
            weights = counts.map { $0 / all }
            delay = min(max(delay + sum / mass, -0.125), 0.125)
            width = min(max((squares / mass).squareRoot(), 1.0 / 960), Self.widest)
        }
        self.gain = gain / total
        self.deviation = width
        self.delay = delay
    }

    /// Whether the onsets follow the file's beats.
    func followsBeats(hasTempo: Bool) -> Bool { gain > (hasTempo ? 0.3 : 0.6) }
}

extension Double {
    /// The way to the nearest whole number.
    fileprivate var wrapped: Double { self - self.rounded() }
}

extension Int {
    /// The remainder that is never negative.
    func remainder(modulo divisor: Int) -> Int {
        let rest = self % divisor
        return rest < 0 ? rest + divisor : rest
    }
}
