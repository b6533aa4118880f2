internal import ScoreModel

/// Finds the beats in onsets that nothing but time is known of.
///
/// Each hypothesis says where in its beat the last onset stood and how long a beat lasts; its time and tempo are followed by a Kalman filter, and
/// the next onset may stand at any near place that notation has. Of hypotheses at one place and about one tempo the most probable lives on, and a
/// bounded number in all: the switching state space model of Cemgil & Kappen, "Monte Carlo Methods for Tempo Tracking and Rhythm Quantization"
/// (JAIR 18, 2003), searched as Raphael does ("A Hybrid Graphical Model for Rhythmic Parsing", 2001). How often onsets stand at the places of a beat
/// decides whether it is the beat, its half or its double.
struct BeatTracker {
    /// Where the beats lie.
    let line: BeatLine
    /// How far onsets may be from their places: the standard deviation in quarter notes.
    let deviation = 0.03

    init(_ onsets: Onsets, _ clock: FileClock) {
        let clusters = Clusters(onsets, seconds: clock.seconds(at: onsets.moments))
        let paths = BeatProfile.all.map { BeatSearch(clusters.seconds, $0).best() }
        let positions = paths.min { $0.cost < $1.cost }?.positions ?? []
        let anchors = Self.anchors(positions, clusters.ticks)
        let unit = clock.quartersPerTick.doubleValue
        line = BeatLine(anchors) ?? BeatLine(ticksPerQuarter: 1 / unit, delay: (clusters.ticks.first ?? 0) * unit)
    }

    /// Onsets on beats, others only where beats are missing.
    private static func anchors(_ positions: [Int], _ ticks: [Double]) -> [(quarters: Double, tick: Double)] {
        let unit = BeatProfile.unit
        var anchors: [(quarters: Double, tick: Double)] = []
        var last = 0
        for index in positions.indices {
            let isEnd = index == 0 || index == positions.count - 1
            guard isEnd || positions[index].remainder(modulo: unit) == 0 else { continue }
            if positions[index] - positions[last] > unit, index > last + 1 {
                for inner in last + 1..<index where positions[inner].remainder(modulo: unit) == unit / 2 {
                    add(inner)
                }
            }
            add(index)
            last = index
        }
        func add(_ index: Int) {
            let quarters = Double(positions[index]) / Double(unit)
            if let last = anchors.last, quarters <= last.quarters || ticks[index] <= last.tick { return }
            anchors.append((quarters, ticks[index]))
        }
        return anchors
    }

    /// Onsets so near each other that they are one: a chord is spread by some hundredths of a second (Goebl 2001).
    private struct Clusters {
        private(set) var seconds: [Double] = []
        private(set) var ticks: [Double] = []

        /// In seconds.
        private static let spread = 0.04

        init(_ onsets: Onsets, seconds times: [Double]) {
            var (first, weight, second, tick) = (-Double.infinity, 0.0, 0.0, 0.0)
            for (index, time) in times.enumerated() {
                let notes = Double(onsets.starts[index + 1] - onsets.starts[index])
                if time - first > Self.spread {
                    if weight > 0 { seconds.append(second / weight); ticks.append(tick / weight) }
                    (first, weight, second, tick) = (time, 0, 0, 0)
                }
                weight += notes
                second += notes * time
                tick += notes * Double(onsets.moments[index])
            }
            if weight > 0 { seconds.append(second / weight); ticks.append(tick / weight) }
        }
    }
}
