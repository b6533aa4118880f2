extension HarmonySearch {
    /// What is carried from one slice to the next: the sums until then, or from then on with what the slice itself costs.
    struct Carried {
        private(set) var costs = [Float](repeating: .infinity, count: HarmonySearch.states)
        /// For each state the number of its chord in C.
        private(set) var chords = [Int32](repeating: 0, count: HarmonySearch.states)
        /// How many chords the slice has.
        private(set) var count = 0
        private(set) var leastOfKey = [Float](repeating: .infinity, count: HarmonySearch.keys)
        /// The least of each chord over all keys, and of all: what a new key begins from.
        private(set) var leastOfChord = [Float](repeating: .infinity, count: HarmonySearch.most)
        private(set) var leastAnew = Float.infinity
        private(set) var least = Float.infinity

        /// Takes the sums of a slice.
        mutating func load(_ sums: [Float], _ search: HarmonySearch, slice: Int, isForward: Bool) {
            count = search.candidates.counts[slice]
            (leastAnew, least) = (.infinity, .infinity)
            for place in 0..<HarmonySearch.most { leastOfChord[place] = .infinity }
            let first = slice * HarmonySearch.most
            let (beginnings, lowered, sums) = (search.beginnings.span, search.lowered.span, sums.span)
            for key in 0..<HarmonySearch.keys {
                var leastHere = Float.infinity
                for place in 0..<count {
                    let state = key * HarmonySearch.most + place
                    var cost = sums[slice * HarmonySearch.states + state]
                    guard cost < .infinity else {
                        costs[state] = cost
                        continue
                    }
                    let chord = key * ChordShape.count + Int(search.candidates.chords[first + place])
                    var beginning: Float = 0
                    if !isForward {
                        cost += search.candidates.costs[first + place]
                        beginning = beginnings[chord]
                    }
                    costs[state] = cost
                    chords[state] = lowered[chord]
                    leastHere = min(leastHere, cost)
                    leastOfChord[place] = min(leastOfChord[place], cost + beginning / 2)
                    leastAnew = min(leastAnew, cost + beginning)
                }
                leastOfKey[key] = leastHere
                least = min(least, leastHere)
            }
        }

        /// The cheapest way from one of the chords of a key to a chord, or back from it.
        ///
        /// - Parameters:
        ///   - own: The chord's number in C.
        ///   - limit: What is not below it is not looked for.
        func least(in key: Int, to own: Int, _ table: Span<Float>, below limit: Float) -> Float {
            let column = own % ChordShape.count
            let (costs, chords) = (costs.span, chords.span)
            var least = limit
            for state in (key * HarmonySearch.most)..<(key * HarmonySearch.most + count) where costs[state] < least {
                least = min(least, costs[state] + table[Int(chords[state]) * ChordShape.count + column])
            }
            return least
        }

        /// The same backwards.
        func least(in key: Int, from own: Int, _ table: Span<Float>, below limit: Float) -> Float {
            let row = own * ChordShape.count
            let (costs, chords) = (costs.span, chords.span)
            var least = limit
            for state in (key * HarmonySearch.most)..<(key * HarmonySearch.most + count) where costs[state] < least {
                least = min(least, costs[state] + table[row + Int(chords[state]) % ChordShape.count])
            }
            return least
        }
    }
}
