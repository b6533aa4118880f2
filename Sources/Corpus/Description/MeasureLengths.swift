internal import ScoreModel

/// How the lengths of a score's measures go with their meters.
struct MeasureLengths {
    /// The length of a first measure that is shorter than its meter; zero otherwise.
    private(set) var pickup = Fraction.zero
    /// The measures that are longer or shorter than their meter, but for the first, the last, and those that are not counted.
    private(set) var odd = 0

    /// - Parameter meters: Sorted by measure.
    init(_ measures: [Measure], _ meters: [Timed<Meter>]) {
        var (next, expected) = (0, Fraction?.none)
        for (index, measure) in measures.enumerated() {
            while next < meters.count, meters[next].measure <= index {
                expected = meters[next].value.length
                next += 1
            }
            guard let expected, measure.length != expected else { continue }
            if index == 0 {
                if measure.length < expected { pickup = measure.length }
            } else if index + 1 < measures.count, !measure.isImplicit {
                odd += 1
            }
        }
    }
}
