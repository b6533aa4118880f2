/// A unit of time in which a voice has another number of notes than the meter would have: three in the time of two.
struct TupletCell: Hashable {
    /// When it begins and ends, counted from the beginning of the full measure.
    let start: Fraction
    let end: Fraction
    let ratio: TupletRatio

    /// More parts than these nobody writes; times that ask for more are no tuplet.
    private static let mostParts = 32

    /// The cells that a voice needs in a measure: around each point that halving does not reach, the smallest unit of the meter into which
    /// the notes there fit whole; where that is longer than a beat, what they fill; where there is none, the beat.
    ///
    /// - Parameter points: Where its notes and rests begin and end, in order; what lies between two neighbours is one of them.
    static func cells(_ points: [Fraction], grid: MetricGrid) -> [TupletCell] {
        var cells: [TupletCell] = []
        for point in points where !point.isDyadic && point >= cells.last?.end ?? point {
            let end = cells.last?.end ?? .zero
            if let cell = cell(around: point, points, grid, after: end) { cells.append(cell) }
        }
        return cells
    }

    private static func cell(
        around point: Fraction, _ points: [Fraction], _ grid: MetricGrid, after end: Fraction
    ) -> TupletCell? {
        var beat: TupletCell?
        for unit in grid.steps.reversed() + [grid.length] {
            let start = Fraction((point / unit).floor) * unit
            let inside = points.partitioningIndex { $0 > start }..<points.partitioningIndex { $0 >= start + unit }
            guard let cell = TupletCell(start: start, end: start + unit, points[inside]) else { continue }
            // The first and the last note of the cell must not come from outside, unless all that they do there is to begin or to end, or they
            // last a beat there, so that a tie shows it.
            let before = points.indices.contains(inside.lowerBound - 1) ? points[inside.lowerBound - 1] : start
            let after = points.indices.contains(inside.upperBound) ? points[inside.upperBound] : cell.end
            let mayTie = unit >= grid.beat
            let beginsWhole =
                before == start || points[inside.lowerBound].isDyadic || mayTie && before <= start - unit
            let endsWhole =
                after == cell.end || points[inside.upperBound - 1].isDyadic || mayTie && after >= cell.end + unit
            let isWhole = beginsWhole && endsWhole
            // Three in the time of two beats may begin on any beat.
            if isWhole, unit > grid.beat, let own = TupletCell(around: point, points), own.start >= end,
                own.end - own.start < unit
            {
                return own
            }
            if isWhole { return cell }
            if beat == nil, unit >= grid.beat { beat = cell }
        }
        return beat
    }

    /// The cell between the nearest points around one that halving reaches.
    private init?(around point: Fraction, _ points: [Fraction]) {
        let index = points.partitioningIndex { $0 >= point }
        guard let before = points[..<index].lastIndex(where: \.isDyadic),
            let after = points[index...].firstIndex(where: \.isDyadic)
        else { return nil }
        self.init(start: points[before], end: points[after], points[before + 1..<after])
    }

    /// The cell between two points with others inside, or nil when those need too many parts.
    private init?(start: Fraction, end: Fraction, _ inside: ArraySlice<Fraction>) {
        let length = end - start
        var parts = 1
        for point in inside {
            let denominator = ((point - start) / length).denominator
            guard denominator <= TupletCell.mostParts else { return nil }
            parts = parts / Int(greatestCommonDivisor(UInt(parts), UInt(denominator))) * denominator
            guard parts <= TupletCell.mostParts else { return nil }
        }
        // The parts are written as the longest plain value of which the unit has no more: two or four in a plain unit, three or six in a dotted.
        var normal = length.numerator % 3 == 0 ? 3 : 1
        while normal * 2 <= parts { normal *= 2 }
        // Twelve in the time of eight are three in the time of two, with the same values.
        while parts % 2 == 0, normal % 2 == 0 { (parts, normal) = (parts / 2, normal / 2) }
        guard normal <= parts, NoteValue(lasting: length / Fraction(normal))?.dots == 0,
            let ratio = TupletRatio(actual: parts, normal: normal)
        else { return nil }
        (self.start, self.end, self.ratio) = (start, end, ratio)
    }

    /// The value of one part, written.
    var unit: Fraction { (end - start) / Fraction(Int(ratio.normal)) }

    /// The beats of what is written inside: the parts, in groups as a meter of so many beats has them.
    var grid: MetricGrid? {
        let beatType = 4 / unit
        guard beatType.isWhole,
            let component = Meter.Component(beats: [Int(ratio.actual)], beatType: beatType.numerator)
        else { return nil }
        return MetricGrid(Meter([component]))
    }

    /// What a point inside is in written time, counted from the beginning of the cell.
    func written(_ point: Fraction) -> Fraction { (point - start) / ratio.factor }

    /// When a written point sounds.
    func sounding(_ written: Fraction) -> Fraction { start + written * ratio.factor }
}

extension Fraction {
    /// Whether halving whole numbers leads to it.
    var isDyadic: Bool { denominator & (denominator - 1) == 0 }
}
