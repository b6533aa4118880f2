/// Finds the division of tones between two hands that costs the least, moment by moment, with a beam of the best beginnings.
///
/// At each moment the left hand takes the lowest of the new tones, from none to all.
struct HandSearch {
    private let tones: [Sounding]

    /// How many beginnings are kept.
    private static let width = 12
    /// So many divisions of a chord are tried, those in its middle; more tones than ten fingers have no better one.
    private static let mostDivisions = 24
    /// A tone that would not cost more than this in the other hand, in natural logarithms of odds, may belong there.
    private static let doubt = 0.5

    private enum Cost {
        /// For dividing a chord where its tones lie close: this by the semitones between them, and one.
        static let cut = 0.6
        /// For a chord, and for a single tone, that one hand takes alone.
        static let oneHand = 0.6
        static let single = 0.11
        /// For hands that sound on the wrong side of each other, and for each semitone that they have passed each other.
        static let crossing = 3.6
        static let crossingSemitone = 0.19
    }

    /// - Parameter tones: Sorted by onset and key.
    init(_ tones: [Sounding]) { self.tones = tones }

    private struct State {
        var left = Hand()
        var right = Hand()
        var cost = 0.0
        var origin = 0
        /// How many of the moment's tones the left hand takes.
        var taken = 0
    }

    /// For each tone whether the left hand has it, and the share of tones for which that is clear.
    func division() -> (isLower: [Bool], sure: Double) {
        var beam = [State()]
        var trail = SearchTrail()
        let moments = tones.moments()
        for moment in moments {
            var states: [State] = []
            for (origin, state) in beam.enumerated() {
                for taken in HandSearch.divisions(of: moment.count) {
                    states.append(proceed(state, moment, taken: taken, origin: origin))
                }
            }
            states.sort { ($0.cost, $0.origin, $0.taken) < ($1.cost, $1.origin, $1.taken) }
            let best = states[0].cost
            beam.removeAll(keepingCapacity: true)
            trail.begin()
            for var state in states
            where !beam.contains(where: { $0.left.keys == state.left.keys && $0.right.keys == state.right.keys }) {
                state.cost -= best
                trail.add(origin: state.origin, choice: state.taken)
                beam.append(state)
                if beam.count == HandSearch.width { break }
            }
        }
        return told(moments, trail.choices())
    }

    private static func divisions(of count: Int) -> ClosedRange<Int> {
        guard count > mostDivisions else { return 0...count }
        return (count - mostDivisions) / 2...(count + mostDivisions) / 2
    }

    private func proceed(_ state: State, _ moment: Range<Int>, taken: Int, origin: Int) -> State {
        var next = state
        let onset = tones[moment.lowerBound].onset
        let cut = moment.lowerBound + taken
        (next.origin, next.taken) = (origin, taken)
        if taken > 0 { next.cost += play(moment.lowerBound..<cut, with: &next.left, side: Hand.leftSide) }
        if cut < moment.upperBound {
            next.cost += play(cut..<moment.upperBound, with: &next.right, side: Hand.rightSide)
        }
        if taken > 0, cut < moment.upperBound {
            next.cost += Cost.cut / Double(1 + tones[cut].key - tones[cut - 1].key)
        } else {
            next.cost += moment.count == 1 ? Cost.single : Cost.oneHand
        }
        let passed = next.left.keys.upperBound - next.right.keys.lowerBound
        if next.left.end != nil, next.right.end != nil, passed >= 0 {
            next.cost += Cost.crossingSemitone * Double(passed)
            if next.left.holds(at: onset), next.right.holds(at: onset) { next.cost += Cost.crossing }
        }
        return next
    }

    private func play(_ range: Range<Int>, with hand: inout Hand, side: Double) -> Double {
        let end = tones[range].reduce(-.infinity) { max($0, $1.end) }
        return hand.play(
            tones[range.lowerBound].key...tones[range.upperBound - 1].key, count: range.count,
            at: tones[range.lowerBound].onset, until: end, side: side)
    }

    /// The hands of all tones, and for how many moments' tones no other division would do nearly as well, given what comes before.
    private func told(_ moments: [Range<Int>], _ choices: [Int]) -> (isLower: [Bool], sure: Double) {
        var isLower: [Bool] = []
        var sure = 0
        var state = State()
        for (moment, taken) in zip(moments, choices) {
            let before = state
            state = proceed(before, moment, taken: taken, origin: 0)
            let isSure = HandSearch.divisions(of: moment.count).allSatisfy { other in
                other == taken || proceed(before, moment, taken: other, origin: 0).cost > state.cost + HandSearch.doubt
            }
            if isSure { sure += moment.count }
            isLower += moment.map { $0 < moment.lowerBound + taken }
            state.cost = 0
        }
        return (isLower, tones.isEmpty ? 1 : Double(sure) / Double(tones.count))
    }
}
