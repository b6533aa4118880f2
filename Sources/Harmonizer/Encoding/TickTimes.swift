public import ScoreModel

/// When the ticks of a grid begin and end, in quarter notes from the start of the piece.
public struct TickTimes: Hashable, Sendable {
    /// How many ticks there are.
    public let count: Int
    /// When each tick begins, and the last one ends; nil for sixteenths.
    private let moments: [Fraction]?

    /// So many sixteenths.
    public static func sixteenths(_ count: Int) -> TickTimes { TickTimes(count: count, moments: nil) }

    /// Ticks between moments.
    ///
    /// - Precondition: There is a moment at least, and they ascend.
    public init(_ moments: [Fraction]) {
        precondition(!moments.isEmpty)
        self.init(count: moments.count - 1, moments: moments)
    }

    private init(count: Int, moments: [Fraction]?) {
        (self.count, self.moments) = (count, moments)
    }

    /// When a tick begins, or, for the number after the last one, when that ends.
    public subscript(tick: Int) -> Fraction {
        moments.map { $0[tick] } ?? Fraction(tick) / Fraction(Self.perQuarter)
    }

    /// The tick whose beginning, or the end of all whose end, is nearest to a time.
    public func nearest(_ time: Fraction) -> Int {
        guard let moments else { return min(max((time * Fraction(Self.perQuarter)).rounded, 0), count) }
        let tick = floor(time)
        return tick < count && moments[tick + 1] - time <= time - moments[tick] ? tick + 1 : tick
    }

    /// The last tick, or end of all, that begins no later than a time; 0 before the first.
    public func floor(_ time: Fraction) -> Int {
        guard let moments else { return min(max((time * Fraction(Self.perQuarter)).floor, 0), count) }
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high + 1) / 2
            if moments[middle] <= time { low = middle } else { high = middle - 1 }
        }
        return low
    }

    /// The ticks of a stretch of time.
    func ticks(from start: Fraction, to end: Fraction) -> Range<Int> {
        let first = nearest(start)
        return first..<max(first, nearest(end))
    }

    /// The ticks of a measure. One that lies across a bar line belongs to the measure that has more of it.
    func ticks(of measure: GridMeasure) -> Range<Int> { ticks(from: measure.onset, to: measure.end) }

    /// How many sixteenths a quarter note has.
    private static let perQuarter = 4
}
