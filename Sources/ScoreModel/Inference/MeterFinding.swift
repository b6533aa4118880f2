/// The meter of a piece, found in its tones.
///
/// Each meter that is usual, from each place it may begin at, is held against the accents of the music (``MetricalGrid``): where it has strong beats,
/// tones should be long, many and new, and the bass not the same again. This is the preference-rule model of Temperley & Sleator, "Modeling Meter and
/// Harmony" (Computer Music Journal 23, 1999), as a log-linear choice among meters, in the place of the autocorrelation of Brown, "Determination of
/// the meter of musical scores by autocorrelation" (1993), which finds the length of a measure but not where it begins.
public struct MeterFinding: Sendable {
    /// The meter; 4/4 where there is nothing to find it in.
    public let meter: Meter
    /// How long the incomplete first measure is, in quarter notes; zero when the piece begins with a full one.
    public let pickup: Fraction
    /// How probable the meter is, from 0 to 1, among those that were looked for.
    public let confidence: Double

    /// - Parameter tones: The tones, in any order, the piece beginning at 0.
    public init(_ tones: [Tone]) {
        let ordered = tones.sorted { ($0.onset, $0.key) < ($1.onset, $1.key) }
        guard let grid = MetricalGrid(ordered) else {
            meter = MetricalTemplate.all[0].meter
            pickup = .zero
            confidence = 0
            return
        }
        let readings = MetricalTemplate.all.flatMap { Self.readings($0, grid) }
        let best = readings.max { $0.score < $1.score } ?? readings[0]
        let weights = readings.map { exponential($0.score - best.score) }
        let same = zip(readings, weights).reduce(0) { $1.0.template.meter == best.template.meter ? $0 + $1.1 : $0 }
        meter = best.template.meter
        confidence = same / weights.reduce(0, +)
        let measure = Fraction(best.template.length) / 2
        let downbeat = Fraction(grid.start) + Fraction(best.downbeat) / 2
        pickup = downbeat - measure * Fraction((downbeat / measure).floor)
    }

    /// A meter with its first downbeat, in eighths from the beginning of the grid.
    private typealias Reading = (template: MetricalTemplate, downbeat: Int, score: Double)

    private static func readings(_ template: MetricalTemplate, _ grid: MetricalGrid) -> [Reading] {
        let period = template.length
        // The accents of all measures, one upon the other.
        var sums = Array(repeating: [Double](repeating: 0, count: MetricalGrid.Accent.allCases.count), count: period)
        var counts = [Double](repeating: 0, count: period)
        for (eighth, row) in grid.rows.enumerated() {
            counts[eighth % period] += 1
            for accent in row.indices { sums[eighth % period][accent] += row[accent] }
        }
        let end = grid.end * 2
        return (0..<period).map { downbeat in
            var profile = Profile()
            for eighth in 0..<period {
                profile.add(
                    sums[(eighth + downbeat) % period], counts[(eighth + downbeat) % period],
                    template.strength(of: eighth))
            }
            var score = profile.score(template, of: Double(grid.rows.count)) + logarithm(template.share)
            if downbeat == 0 { score += MeterWeights.noPickup }
            if downbeat * 2 > period { score += MeterWeights.longPickup }
            if template.beat > 1, downbeat % 2 != 0 { score += MeterWeights.offbeatPickup }
            if downbeat > 0, end.isNear(multipleOf: period) { score += MeterWeights.complement }
            if (end - Double(downbeat)).isNear(multipleOf: period) { score += MeterWeights.fullEnd }
            return (template, downbeat, score)
        }
    }

    /// The sums of accents by strength.
    private struct Profile {
        private typealias Sum = (accents: [Double], count: Double)
        private var downbeats: Sum = Profile.empty
        private var halves: Sum = Profile.empty
        private var beats: Sum = Profile.empty
        private var weak: Sum = Profile.empty

        private static var empty: Sum { (Array(repeating: 0, count: MetricalGrid.Accent.allCases.count), 0) }

        mutating func add(_ accents: [Double], _ count: Double, _ strength: MetricalTemplate.Strength) {
            switch strength {
            case .downbeat: downbeats = Self.sum(downbeats, (accents, count))
            case .half: halves = Self.sum(halves, (accents, count))
            case .beat: beats = Self.sum(beats, (accents, count))
            case .weak: weak = Self.sum(weak, (accents, count))
            }
        }

        func score(_ template: MetricalTemplate, of eighths: Double) -> Double {
            let light = Self.sum(beats, weak)
            let strong = Self.sum(downbeats, halves)
            // Beats of an eighth are all there is between strong ones.
            let (onBeats, between) = template.beat > 1 ? (Self.sum(strong, beats), weak) : (strong, light)
            return Self.contrast(downbeats, Self.sum(halves, light), MeterWeights.downbeat, of: eighths)
                + Self.contrast(halves, light, MeterWeights.half, of: eighths)
                + Self.contrast(onBeats, between, MeterWeights.beat, of: eighths)
        }

        private static func sum(_ left: Sum, _ right: Sum) -> Sum {
            (zip(left.accents, right.accents).map(+), left.count + right.count)
        }

        /// How much more accent is on some eighths than on others, weighted, as in a test of two means.
        private static func contrast(_ strong: Sum, _ weak: Sum, _ weights: [Double], of eighths: Double) -> Double {
            guard strong.count > 0, weak.count > 0 else { return 0 }
            let scale = (strong.count * weak.count / ((strong.count + weak.count) * eighths)).squareRoot()
            return weights.indices.reduce(0) { sum, accent in
                sum + weights[accent] * scale
                    * (strong.accents[accent] / strong.count - weak.accents[accent] / weak.count)
            }
        }
    }
}

/// What accents weigh, in nats: fitted by conditional logistic regression on the training rows of 365 Bach chorales.
private enum MeterWeights {
    // In the order of ``MetricalGrid/Accent``.
    static let downbeat = [4.4, 9.2, -0.8, -2.0, 9.6, 5.6, 0]
    static let half = [4.0, 1.2, 1.6, -4.0, 3.2, -0.8, 10.8]
    static let beat = [6.4, -0.8, 2.8, 2.0, -1.2, 7.2, -5.6]
    static let noPickup = 1.5
    static let longPickup = -2.4
    /// The last measure is as much shorter as the first is.
    static let complement = 0.8
    static let fullEnd = 1.8
    /// Chorales have none; set by hand.
    static let offbeatPickup = -2.0
}

extension Double {
    fileprivate func isNear(multipleOf period: Int) -> Bool {
        let rest = self / Double(period)
        return abs(rest - rest.rounded()) * Double(period) < 0.02
    }
}
