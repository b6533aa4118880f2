internal import ScoreModel

/// Where notes end once it is known where they begin: where another begins at about that time, else on a place of the grid.
///
/// The end that is chosen is the cheapest one behind the onset: x off costs x²/2σ² (as in ``BeatDivider``), and an end where nothing begins costs
/// the more the finer the part of the beat is.
struct NoteEnds {
    /// The places at which something begins, in order, each once.
    private let places: [Fraction]
    private let values: [Double]
    /// How far ends are from their places: the standard deviation in quarter notes.
    private let deviation: Double
    /// The parts of a beat that ends may lie on.
    private let grids: [(parts: Int, cost: Double)]

    /// - Parameter places: Where something begins; in any order.
    init(places: [Fraction], deviation: Double, finest: Int, allowsTuplets: Bool) {
        var sorted: [Fraction] = []
        for place in places.isSorted ? places : places.sorted() where sorted.last != place { sorted.append(place) }
        self.places = sorted
        values = sorted.map(\.doubleValue)
        self.deviation = deviation
        // Costs in nats, from how often notes end there though nothing begins: seldom, and more seldom on finer parts.
        let all: [(parts: Int, cost: Double)] = [(1, 1.5), (2, 2.5), (4, 4), (3, 5), (8, 6), (6, 7), (16, 7)]
        grids = all.filter { parts, _ in parts <= finest && (allowsTuplets || parts.nonzeroBitCount == 1) }
    }

    /// The end of a note that begins at a place and is heard to end at some time, in quarter notes.
    func end(after onset: Fraction, near time: Double) -> Fraction {
        var best: (cost: Double, end: Fraction)?
        func offer(_ end: Fraction, _ cost: Double) {
            guard end > onset else { return }
            let distance = end.doubleValue - time
            let whole = cost + distance * distance / (2 * deviation * deviation)
            if best.map({ whole < $0.cost }) ?? true { best = (whole, end) }
        }
        let middle = values.firstIndex(whereSorted: { $0 >= time })
        for index in Swift.max(middle - 2, 0)..<Swift.min(middle + 2, places.count) { offer(places[index], 0) }
        for (parts, cost) in grids {
            let low = Fraction((Swift.min(Swift.max(time, -0x1p40), 0x1p40) * Double(parts)).rounded(.down).integer)
            offer(low / Fraction(parts), cost)
            offer((low + 1) / Fraction(parts), cost)
        }
        let shortest = Fraction(1) / Fraction(grids.map(\.parts).max() ?? 1)
        return best?.end ?? next(after: onset, by: shortest)
    }

    /// The next onset, or a short note away, whichever comes first.
    private func next(after onset: Fraction, by length: Fraction) -> Fraction {
        let behind = places.firstIndex(whereSorted: { $0 > onset })
        return behind < places.count ? Swift.min(places[behind], onset + length) : onset + length
    }
}

extension Double {
    fileprivate var integer: Int { Int(self) }
}

extension [Fraction] {
    fileprivate var isSorted: Bool { zip(self, dropFirst()).allSatisfy(<=) }
}
