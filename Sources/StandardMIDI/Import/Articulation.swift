internal import ScoreModel

/// How long notes are held of what is written: what most notes of a piece have in common.
enum Articulation: Equatable {
    /// A time less than written; 0 for what is held as long as it is written.
    case gap(Double)
    /// A part of what is written.
    case share(Double)

    /// The least part of its written length that a note is taken to be held.
    private static let leastShare = 0.45

    /// Shares are counted in bins of half a hundredth.
    private static let bins = 200

    /// - Parameters:
    ///   - held: The notes by onset: the place of their onset among the moments, and how long they are held.
    ///   - moments: The moments at which notes begin, in order, each once.
    ///   - mostGap: The most that all notes may be short of.
    ///   - spread: How far the shares of a piece may be from their middle, in bins.
    init(_ held: [(moment: Int, length: Double)], _ moments: [Double], mostGap: Int, spread: Int) {
        let most = Self.bins + spread
        var shares = [Int](repeating: 0, count: most + spread + 1)
        var gaps = [Int](repeating: 0, count: mostGap + 1)
        var voters = 0
        for (moment, length) in held where length > 0 {
            voters += 1
            // Later onsets make smaller shares; a note votes once for each.
            var (last, isFirst) = (-1, true)
            for next in moments[(moment + 1)...].prefix(Self.reach) {
                let written = next - moments[moment]
                let share = length / written
                if share < Self.leastShare { break }
                let bin = Int(Swift.min(share * Double(Self.bins), 1e6).rounded())
                if isFirst, share <= 1, written - length <= Double(mostGap) { gaps[Int(written - length)] += 1 }
                isFirst = isFirst && share > 1
                if bin <= most, bin != last { shares[bin] += 1 }
                last = bin
            }
        }
        func votes(_ bin: Int) -> Int { shares[bin - spread...bin + spread].reduce(0, +) }
        let best = (90...Self.bins - 2 * spread).max { (votes($0), $0) < (votes($1), $1) } ?? 90
        let center = (best - spread...best + spread).reduce((sum: 0, count: 0)) {
            ($0.sum + $1 * shares[$1], $0.count + shares[$1])
        }
        let gap = gaps.indices.max { (gaps[$0], -$0) < (gaps[$1], -$1) } ?? 0
        // What is held for half of what is written is also held for all of half of it: the share must explain more notes than that does.
        let full = Swift.max(votes(Self.bins), gaps[gap])
        let isShare = votes(best) * 2 > voters && votes(best) * 5 > full * 6
        self =
            isShare
            ? .share(Double(center.sum) / Double(center.count * Self.bins))
            : .gap(gaps[gap] * 3 > voters ? Double(gap) : 0)
    }

    /// How many onsets behind its own a note is compared with.
    private static let reach = 32

    /// Whether written ends have to be worked out from shares.
    var isShare: Bool { if case .share = self { true } else { false } }

    /// When a note would end that is held as long as it is written.
    func writtenEnd(start: Double, end: Double) -> Double {
        switch self {
        case .gap(let time): end + time
        case .share(let share): start + (end - start) / share
        }
    }
}

extension Articulation {
    /// Of notes that are put in their places: what is left of their lengths is scattered.
    init(places: [Fraction], starts: [Double], ends: [Double], deviation: Double) {
        let moments = Set(places).sorted()
        let values = moments.map(\.doubleValue)
        // Where many notes end as others begin, they are held as long as they are written, however scattered that is.
        let legato = ends.count { end in
            let behind = values.firstIndex(whereSorted: { $0 >= end - 2.5 * deviation })
            return behind < values.count && values[behind] <= end + 2.5 * deviation
        }
        guard legato * 5 < ends.count * 2 else {
            self = .gap(0)
            return
        }
        let held = places.indices.map { index in
            let moment = moments.firstIndex(whereSorted: { $0 >= places[index] })
            return (moment: moment, length: ends[index] - starts[index])
        }
        self.init(held, values, mostGap: 0, spread: 12)
    }
}
