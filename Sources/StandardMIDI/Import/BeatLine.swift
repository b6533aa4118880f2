internal import ScoreModel

/// Where beats lie in a file: from ticks to quarter notes, by straight lines between anchors.
struct BeatLine {
    /// Quarter notes and their ticks; both grow from one to the next, and there are at least two.
    let anchors: [(quarters: Double, tick: Double)]

    /// The beats of the file itself.
    init(ticksPerQuarter: Double, delay: Double) {
        anchors = [(0, delay * ticksPerQuarter), (1, (1 + delay) * ticksPerQuarter)]
    }

    /// Beats that were found; nil when they are fewer than two, or do not grow.
    init?(_ anchors: [(quarters: Double, tick: Double)]) {
        guard anchors.count > 1,
            zip(anchors, anchors.dropFirst()).allSatisfy({ $0.quarters < $1.quarters && $0.tick < $1.tick })
        else { return nil }
        self.anchors = anchors
    }

    /// The quarter notes at a tick.
    func quarters(at tick: Double) -> Double {
        let behind = anchors.firstIndex(whereSorted: { $0.tick > tick })
        let next = Swift.min(Swift.max(behind, 1), anchors.count - 1)
        let (left, right) = (anchors[next - 1], anchors[next])
        return left.quarters + (tick - left.tick) * (right.quarters - left.quarters) / (right.tick - left.tick)
    }
}
