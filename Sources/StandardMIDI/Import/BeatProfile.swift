internal import ScoreModel

/// How often onsets stand at the places of a beat, in one kind of music.
struct BeatProfile {
    /// The parts of a quarter note that places are counted in.
    static let unit = 24
    /// The places of a beat at which onsets may stand.
    let places: [Int]
    /// What it costs, in nats, that something begins at a place of the beat, and that nothing does.
    let costs: [(onset: Double, silence: Double)]
    /// What it costs to pass the places from the beginning of the beat to before each place, and the whole beat at last.
    let passed: [Double]
    /// What it costs, in nats for each usual quarter note of time, that the music is of this kind.
    let rarity: Double

    /// - Parameters:
    ///   - shares: In how many beats something begins at a place.
    ///   - rarity: What it costs that the music is of this kind.
    private init(_ shares: [Int: Double], rarity: Double) {
        self.rarity = rarity
        places = shares.keys.sorted()
        var costs = [(onset: Double, silence: Double)](repeating: (.infinity, 0), count: Self.unit)
        for (place, share) in shares { costs[place] = (-logarithm(share), -logarithm(1 - share)) }
        self.costs = costs
        passed = costs.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.silence) }
    }

    /// Quarters and eighths as in chorales; sixteenths; triplets. Rough shares: what matters is which are many and which are few.
    static let all = [
        BeatProfile(
            [
                0: 0.85, 12: 0.42, 6: 0.06, 18: 0.08, 8: 0.01, 16: 0.01, 3: 0.004, 9: 0.004, 15: 0.004, 21: 0.004,
                4: 0.002,
                20: 0.002,
            ], rarity: 0),
        BeatProfile(
            [
                0: 0.85, 12: 0.7, 6: 0.5, 18: 0.5, 8: 0.02, 16: 0.02, 3: 0.03, 9: 0.03, 15: 0.03, 21: 0.03, 4: 0.005,
                20: 0.005,
            ], rarity: 0.1),
        BeatProfile(
            [
                0: 0.85, 8: 0.5, 16: 0.6, 12: 0.06, 4: 0.05, 20: 0.05, 6: 0.02, 18: 0.02, 3: 0.004, 9: 0.004, 15: 0.004,
                21: 0.004,
            ], rarity: 0.4),
    ]

    /// What it costs that nothing begins between two places, at most as much as two silent beats: rests are long where they are.
    func silence(from start: Int, to end: Int) -> Double {
        let first = start / Self.unit
        let beats = end / Self.unit - first
        let cost = Double(beats) * passed[Self.unit] + passed[end % Self.unit] - passed[start % Self.unit + 1]
        return Swift.min(Swift.max(cost, 0), 2 * passed[Self.unit])
    }
}
