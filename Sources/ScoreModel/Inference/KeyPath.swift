/// The keys that a piece goes through, window by window: a hidden Markov model whose states are the keys.
///
/// Windows are heard through ``KeyProfile`` (each moment of each tone a draw from the profile of the key), and a change costs the more the
/// farther the keys are apart on the circle of fifths: Temperley, "A Bayesian Approach to Key-Finding" (2002), and Music and
/// Probability (2007), chapter 6. The best path is Viterbi's; how sure it is comes from the forward and backward sums.
struct KeyPath {
    /// What a change of key costs, in natural logarithms of probability.
    struct Inertia {
        /// Any change.
        var change: Double
        /// Each step on the circle of fifths.
        var step: Double
        /// Whether keys of one signature count as one, so that only signatures change.
        var joinsRelatives = false
    }

    /// The key of each window.
    let states: [KeyState]
    /// The probability of the key of each window, among all keys.
    let confidences: [Double]

    /// How far neighbouring tones are independent: what a quarter note of one tone counts as a draw from the profile.
    static let evidence = 0.5

    init(_ windows: KeyWindows, inertia: Inertia) {
        let emissions = windows.weights.map { weights in
            KeyProfile.logarithms.map { row in
                var sum = 0.0
                for pitchClass in 0..<12 { sum += row[pitchClass] * weights[pitchClass] }
                return sum * Self.evidence
            }
        }
        let costs = KeyState.all.map { from in
            KeyState.all.map { to in
                if from == to || inertia.joinsRelatives && from.fifths == to.fifths { return 0.0 }
                return inertia.change + inertia.step * from.distance(to: to)
            }
        }
        let path = Self.best(emissions, costs)
        states = path.map(KeyState.init(index:))
        let sums = Self.probabilities(emissions, costs)
        confidences = zip(path, sums).map { $1[$0] }
    }

    private static func best(_ emissions: [[Double]], _ costs: [[Double]]) -> [Int] {
        guard var scores = emissions.first else { return [] }
        var origins: [[Int8]] = []
        for emission in emissions.dropFirst() {
            var (next, origin) = (scores, [Int8](repeating: 0, count: 24))
            for to in 0..<24 {
                var (best, bestFrom) = (-Double.infinity, 0)
                for from in 0..<24 where scores[from] - costs[from][to] > best {
                    (best, bestFrom) = (scores[from] - costs[from][to], from)
                }
                next[to] = best + emission[to]
                origin[to] = Int8(bestFrom)
            }
            scores = next
            origins.append(origin)
        }
        var state = scores.indices.max { scores[$0] < scores[$1] } ?? 0
        var path = [state]
        for origin in origins.reversed() {
            state = Int(origin[state])
            path.append(state)
        }
        return path.reversed()
    }

    private static func probabilities(_ emissions: [[Double]], _ costs: [[Double]]) -> [[Double]] {
        let changes = costs.map { $0.map { exponential(-$0) } }
        let likelihoods = emissions.map { emission in
            let most = emission.max() ?? 0
            return emission.map { exponential($0 - most) }
        }
        var forward: [[Double]] = []
        for likelihood in likelihoods {
            let prior = forward.last.map { spread($0, changes) } ?? Array(repeating: 1, count: 24)
            forward.append(normalized(zip(prior, likelihood).map { $0 * $1 }))
        }
        var backward = [Double](repeating: 1, count: 24)
        for index in forward.indices.reversed() {
            forward[index] = normalized(zip(forward[index], backward).map { $0 * $1 })
            // Costs are the same in both directions.
            backward = normalized(spread(zip(likelihoods[index], backward).map { $0 * $1 }, changes))
        }
        return forward
    }

    private static func spread(_ values: [Double], _ changes: [[Double]]) -> [Double] {
        changes.map { row in
            var sum = 0.0
            for index in 0..<24 { sum += row[index] * values[index] }
            return sum
        }
    }

    private static func normalized(_ values: [Double]) -> [Double] {
        let sum = values.reduce(0, +)
        return sum > 0 ? values.map { $0 / sum } : Array(repeating: 1 / Double(values.count), count: values.count)
    }
}
