internal import ScoreModel

/// The search of ``BeatTracker`` for the most probable places of onsets.
struct BeatSearch {
    private let seconds: [Double]
    private let profile: BeatProfile

    init(_ seconds: [Double], _ profile: BeatProfile) {
        self.seconds = seconds
        self.profile = profile
    }

    private struct Hypothesis {
        /// Where the last onset stands, in parts of a quarter note from the beginning.
        var position: Int
        /// The last onset as the filter sees it, and the length of a quarter note, both in seconds, and how uncertain they are.
        var time: Double
        var period: Double
        var timeVariance: Double
        var covariance: Double
        var periodVariance: Double
        var cost: Double
        var parent: Int32
    }

    /// How far onsets are from the beat they belong to, in seconds: the deviation of good players (Repp 1999: 10 to 20 ms).
    private static let jitter = 0.012
    /// How much a tempo changes from one quarter note to the next: the standard deviation of the quotient less 1.
    private static let drift = 0.03
    /// The quarter notes that are thought of, in seconds, and that which is most natural (Parncutt 1994).
    private static let shortest = 0.22
    private static let longest = 1.9
    private static let usual = 0.54
    /// The standard deviation of the logarithm of the tempo.
    private static let tempoSpread = 0.35
    /// How much the tempo counts, for each usual quarter note of time.
    private static let tempoWeight = 0.5
    /// How many hypotheses live on.
    private static let width = 72
    /// Hypotheses that are worse than the best by more than this, in nats, are given up.
    private static let patience = 16.0
    /// Two tempos whose logarithms differ by less are one.
    private static let bucket = 0.08

    /// The places of all onsets, in parts of a quarter note, and what they cost.
    func best() -> (positions: [Int], cost: Double) {
        guard let first = seconds.first else { return ([], 0) }
        var beam = start(first)
        var parents: [Int32] = beam.map { _ in -1 }
        var placed: [Int32] = beam.map { Int32($0.position) }
        var bounds = [0]
        for time in seconds.dropFirst() {
            beam = advance(beam, to: time)
            bounds.append(placed.count)
            for hypothesis in beam {
                parents.append(hypothesis.parent)
                placed.append(Int32(clamping: hypothesis.position))
            }
        }
        var positions = [Int](repeating: 0, count: seconds.count)
        var index = beam.indices.min { beam[$0].cost < beam[$1].cost } ?? 0
        for step in bounds.indices.reversed() {
            positions[step] = Int(placed[bounds[step] + index])
            index = Int(parents[bounds[step] + index])
        }
        return (positions, beam.map(\.cost).min() ?? 0)
    }

    private func start(_ time: Double) -> [Hypothesis] {
        var beam: [Hypothesis] = []
        let steps = Int(logarithm(Self.longest / Self.shortest) / Self.bucket)
        for step in 0...steps {
            let period = Self.shortest * exponential(Double(step) * Self.bucket)
            for place in profile.places where place % 6 == 0 {
                beam.append(
                    Hypothesis(
                        position: place, time: time, period: period, timeVariance: Self.jitter * Self.jitter,
                        covariance: 0, periodVariance: period * period * Self.bucket * Self.bucket / 4,
                        cost: profile.costs[place].onset + 4 * tempoCost(period), parent: -1))
            }
        }
        return beam
    }

    private func tempoCost(_ period: Double) -> Double {
        let distance = logarithm(period / Self.usual) / Self.tempoSpread
        return distance * distance / 2
    }

    private func advance(_ beam: [Hypothesis], to time: Double) -> [Hypothesis] {
        let buckets = Int(logarithm(Self.longest / Self.shortest) / Self.bucket) + 3
        var slots = [Hypothesis?](repeating: nil, count: buckets * BeatProfile.unit)
        var cheapest = Double.infinity
        for (index, old) in beam.enumerated() {
            let expected = (time - old.time) / old.period
            // Nobody holds a beat over a long silence; one tempo or another leads back in.
            let bounded = Swift.min(expected, 64)
            let reach = Swift.min(0.12 + 0.25 * bounded, 0.55)
            let low = old.position + Swift.max(Int(((bounded - reach) * Double(BeatProfile.unit)).rounded(.up)), 0)
            let high = old.position + Swift.max(Int(((bounded + reach) * Double(BeatProfile.unit)).rounded(.down)), 0)
            guard low <= high else { continue }
            for position in low...high {
                let place = position % BeatProfile.unit
                guard profile.costs[place].onset.isFinite else { continue }
                var new = old
                new.parent = Int32(index)
                if position == old.position {
                    // A chord that is spread wide: the second of its onsets says little.
                    guard time - old.time < 0.09 else { continue }
                    let off = (time - old.time) / 0.04
                    new.cost += 1.5 + off * off / 2 - logarithm(Self.jitter / 0.04)
                } else {
                    update(&new, to: position, at: time, expected: expected)
                }
                guard new.cost < cheapest + Self.patience, new.period > Self.shortest, new.period < Self.longest else {
                    continue
                }
                cheapest = Swift.min(cheapest, new.cost)
                let slot = Int(logarithm(new.period / Self.shortest) / Self.bucket) * BeatProfile.unit + place
                if slots[slot].map({ new.cost < $0.cost }) ?? true { slots[slot] = new }
            }
        }
        var next = slots.compactMap(\.self).filter { $0.cost < cheapest + Self.patience }
        if next.isEmpty { return restart(beam, at: time) }
        if next.count > Self.width {
            next.sort { $0.cost < $1.cost }
            next.removeLast(next.count - Self.width)
        }
        return next
    }

    /// Where no hypothesis can go on, all go on at the next whole beat.
    private func restart(_ beam: [Hypothesis], at time: Double) -> [Hypothesis] {
        beam.enumerated().map { index, old in
            var new = old
            let beats = Swift.min(Swift.max(((time - old.time) / old.period).rounded(), 1), 64)
            new.position = (old.position / BeatProfile.unit + Int(beats)) * BeatProfile.unit
            new.time = time
            new.parent = Int32(index)
            return new
        }
    }

    private func update(_ new: inout Hypothesis, to position: Int, at moment: Double, expected: Double) {
        let quarters = Double(position - new.position) / Double(BeatProfile.unit)
        let drift = Self.drift * new.period
        // The way is measured in time, so that no tempo is steadier than another.
        let change = drift * drift * quarters * new.period / Self.usual
        // A change of tempo on the way moves the end of the way by about half of it.
        let timeVariance =
            new.timeVariance + 2 * quarters * new.covariance + quarters * quarters * (new.periodVariance + change / 3)
        let covariance = new.covariance + quarters * (new.periodVariance + change / 2)
        let periodVariance = new.periodVariance + change
        let whole = timeVariance + Self.jitter * Self.jitter
        let silenceInTime = expected > 64 ? (expected - quarters) * new.period : 0
        let off = moment - silenceInTime - new.time - quarters * new.period
        let gain = (time: timeVariance / whole, period: covariance / whole)
        new.cost +=
            off * off / (2 * whole) + 0.5 * logarithm(whole / (Self.jitter * Self.jitter))
            + profile.costs[position % BeatProfile.unit].onset + profile.silence(from: new.position, to: position)
        new.time += quarters * new.period + gain.time * off + silenceInTime
        new.period += gain.period * off
        new.timeVariance = timeVariance * (1 - gain.time)
        new.covariance = covariance * (1 - gain.time)
        new.periodVariance = periodVariance - gain.period * covariance
        new.position = position
        let time = quarters * new.period / Self.usual
        new.cost += time * (profile.rarity + Self.tempoWeight * tempoCost(Swift.max(new.period, 0.01)))
    }
}
