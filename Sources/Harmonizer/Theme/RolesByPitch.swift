internal import Counterpoint
internal import ScoreModel

/// Which of four voices two or three without names are: those whose ranges their notes lie in the middle of, in the order of the score.
struct RolesByPitch {
    /// For each voice which of the four it is, from 0 at the top.
    let voices: [Int]

    init(_ given: [Voice], in compass: Compass) {
        let means = given.map { voice in
            Double(voice.events.reduce(0) { $0 + $1.pitch.keyNumber }) / Double(max(1, voice.events.count))
        }
        let middles = compass.ranges.map { Double($0.lowerBound + $0.upperBound) / 2 }
        var best: (voices: [Int], cost: Double) = ([], .infinity)
        // All choices of so many from four, each as the set bits of a number.
        for choice in 0..<1 << middles.count where choice.nonzeroBitCount == given.count {
            let voices = middles.indices.filter { choice >> $0 & 1 == 1 }
            let cost = zip(voices, means).reduce(0) { $0 + abs(middles[$1.0] - $1.1) }
            if cost < best.cost { best = (voices, cost) }
        }
        voices = best.voices
    }
}
