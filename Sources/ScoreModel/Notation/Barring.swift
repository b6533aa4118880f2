/// Where the bar lines of a piece stand, by its meters.
///
/// A first measure that is not full is a pickup. A measure that is interrupted, as at the end of a line of a chorale, has its rest in the next,
/// which is not counted.
public struct Barring: Sendable {
    /// One measure, and where in a full one of its meter it begins.
    public struct Bar: Hashable, Sendable {
        /// The measure.
        public var measure: Measure
        /// The quarter notes of a full measure that are missing before it.
        public var offset: Fraction
        /// The index of its meter in ``Barring/meters``.
        var meter: Int
    }

    /// The measures, in order and without gaps.
    public private(set) var bars: [Bar] = []
    /// The meters with the measures at which they are written.
    public private(set) var meters: [Timed<Meter>] = []
    private var grids: [MetricGrid] = []
    private var counted = 0

    /// How many measures a score can have here. Longer than any music; a hostile file asks for thousands of millions.
    public static let mostBars = 200_000

    /// The bar lines of a piece; nil when they are more than ``mostBars``.
    ///
    /// - Parameters:
    ///   - changes: The meters, sorted by onset, the first at the beginning. One that comes within a measure ends it there.
    ///   - pickup: The length of the incomplete first measure; zero where it is full.
    ///   - end: How long the piece is at least.
    public init?(_ changes: [(onset: Fraction, meter: Meter)], pickup: Fraction = .zero, end: Fraction) {
        let sections = Barring.sections(changes, pickup: pickup, end: end)
        for (index, section) in sections.enumerated() {
            let full = section.meter.length ?? 4
            grids.append(MetricGrid(section.meter))
            if meters.last?.value != section.meter {
                meters.append(Timed(onset: section.onset, measure: bars.count, value: section.meter))
            }
            var start = section.onset
            let next = index + 1 < sections.count ? sections[index + 1].onset : section.end
            // What a piece ends with is a full measure, or what a pickup lacks.
            let rest = sections[0].offset == .zero ? full : sections[0].offset
            let stop = next ?? max(end, start + 1 / 256)
            var offset = section.offset
            while start < stop {
                guard bars.count < Barring.mostBars else { return nil }
                var length = full - offset
                if let next { length = min(length, next - start) } else if stop - start == rest { length = rest }
                append(start, length, offset: offset)
                start = start + length
                offset = .zero
            }
        }
    }

    private mutating func append(_ onset: Fraction, _ length: Fraction, offset: Fraction) {
        let isImplicit = offset > .zero
        if !isImplicit { counted += 1 }
        let number = !isImplicit ? "\(counted)" : bars.isEmpty ? "0" : "X\(counted)"
        bars.append(
            Bar(
                measure: Measure(number: number, isImplicit: isImplicit, onset: onset, length: length), offset: offset,
                meter: grids.count - 1))
    }

    /// The beats of a measure.
    func grid(of bar: Bar) -> MetricGrid { grids[bar.meter] }

    /// The index of the measure at a moment.
    public func index(at onset: Fraction) -> Int {
        max(0, bars.partitioningIndex { $0.measure.onset > onset } - 1)
    }

    /// The beat of a measure, in quarter notes: three eighths in 6/8.
    public func beat(ofMeasure index: Int) -> Fraction { bars.indices.contains(index) ? grid(of: bars[index]).beat : 1 }

    // MARK: Measures that are not full

    /// Measures of one meter.
    private struct Section {
        var onset: Fraction
        var meter: Meter
        /// What is missing before the first of them.
        var offset: Fraction = .zero
        /// Where the last section ends; nil where the last measure may be full.
        var end: Fraction?
    }

    /// Programs write a meter of its own for each measure that is not full: 1/4 before 4/4 for a pickup, 3/4 and 1/4 for an interrupted measure,
    /// 3/4 for the last. They are measures of the meter around them.
    private static func sections(
        _ changes: [(onset: Fraction, meter: Meter)], pickup: Fraction, end: Fraction
    ) -> [Section] {
        var sections: [Section] = []
        for (index, change) in changes.enumerated() {
            var section = Section(onset: change.onset, meter: change.meter)
            let next = index + 1 < changes.count ? changes[index + 1] : nil
            if let length = change.meter.length {
                let isSingle = (next?.onset ?? end) - change.onset <= length
                if sections.isEmpty, let next, let full = next.meter.length, isSingle, length < full {
                    (section.meter, section.offset) = (next.meter, full - length)
                } else if let last = sections.last, let full = last.meter.length, isSingle, length < full {
                    // The first half of an interrupted measure, or its second, which the first has left this much of.
                    let before = last.offset == .zero && sections.count > 1 ? change.onset - last.onset : .zero
                    (section.meter, section.offset) = (last.meter, before + length == full ? before : .zero)
                    if next == nil { section.end = change.onset + length }
                } else if sections.isEmpty, pickup > .zero, pickup < length {
                    section.offset = length - pickup
                }
            }
            sections.append(section)
        }
        return sections
    }
}
