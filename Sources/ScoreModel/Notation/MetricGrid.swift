/// The beats of a meter and what they are made of: which points of a measure are stronger than others.
///
/// A simple meter is halved below its beats, a compound one has beats of three parts first (Gould, *Behind Bars*, "Grouping of note-values").
public struct MetricGrid: Hashable, Sendable {
    /// The length of a full measure in quarter notes.
    public let length: Fraction
    /// The length of a beat: the unit of beams.
    public let beat: Fraction
    /// Whether a beat has three parts.
    let isCompound: Bool
    /// Points inside the measure that are stronger than any beat, where its parts are not of one length.
    private let groups: [Fraction]
    /// Distances of equally strong points, the strongest first. Each divides the one before.
    let steps: [Fraction]

    /// The finest step, in quarter notes: a 1024th.
    private static let finest: Fraction = 1 / 256

    /// The grid of a meter; music without meter goes by quarter notes.
    public init(_ meter: Meter) {
        let components = meter.components
        length = meter.length ?? 4
        let unit = components.first.map { 4 / Fraction($0.beatType) } ?? 1
        let beats = components.first?.beats ?? [4]
        let isOne = components.count == 1 && beats.count == 1
        let count = isOne ? beats[0] : 0
        isCompound = isOne && count % 3 == 0 && count > 3 && unit < 1
        beat = isCompound ? unit * 3 : unit
        if isOne {
            groups = count == 5 ? [unit * 3] : count == 7 ? [unit * 4] : []
        } else {
            var point = Fraction.zero
            groups = components.flatMap { component in
                component.beats.map { beats in
                    point = point + Fraction(4 * beats) / Fraction(component.beatType)
                    return point
                }
            }
        }
        var steps: [Fraction] = []
        // Four beats are two halves, twelve are two times six.
        if isOne, count == 4 || count == 12 { steps.append(length / 2) }
        steps.append(beat)
        if isCompound { steps.append(unit) }
        while let last = steps.last, last > MetricGrid.finest { steps.append(last / 2) }
        self.steps = steps
    }

    /// How weak the points between beats are that no group of beats begins with.
    var weaknessOfBeats: Int { (steps.firstIndex(of: beat) ?? 0) + 2 }

    /// The strength of a point, counted from the beginning of the full measure: 0 for bar lines, and more the weaker it is.
    public func weakness(at point: Fraction) -> Int {
        if point <= .zero || point >= length { return 0 }
        if groups.contains(point) { return 1 }
        return (steps.firstIndex { (point / $0).isWhole } ?? steps.count) + 2
    }

    /// The strongest points strictly between two others, the first and the last of them, and how weak they are; nil when there are none.
    func strongest(from start: Fraction, to end: Fraction) -> (first: Fraction, last: Fraction, weakness: Int)? {
        let inside = groups.filter { $0 > start && $0 < end }
        if let first = inside.first, let last = inside.last { return (first, last, 1) }
        for (index, step) in steps.enumerated() {
            let first = Fraction((start / step).floor + 1) * step
            guard first < end else { continue }
            let last = Fraction(-(-end / step).floor - 1) * step
            return (first, last, index + 2)
        }
        return nil
    }
}
