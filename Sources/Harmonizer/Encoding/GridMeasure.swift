internal import ScoreModel

/// A measure of a score, and where in a full one of its meter it begins.
struct GridMeasure {
    /// When it begins, in quarter notes from the start of the piece.
    let onset: Fraction
    /// How long it is, in quarter notes.
    let length: Fraction
    /// How much of a full measure went before, in quarter notes.
    let offset: Fraction
    /// Its meter, where there is one.
    let meter: Meter?
    /// True for a short first measure.
    let isPickup: Bool

    /// When it ends.
    var end: Fraction { onset + length }
}

extension Score {
    /// The measures with their places in full ones.
    ///
    /// A short first measure ends with the last beat. A short measure after another one goes on where that stopped, if both are parts of one
    /// full measure, as on both sides of a repeat sign.
    var gridMeasures: [GridMeasure] {
        let meters = parts.first { !$0.meters.isEmpty }?.meters ?? []
        var (next, meter) = (0, Meter?.none)
        var counted = Fraction.zero
        var list: [GridMeasure] = []
        list.reserveCapacity(measures.count)
        for (index, measure) in measures.enumerated() {
            while next < meters.count, meters[next].onset <= measure.onset {
                meter = meters[next].value
                counted = .zero
                next += 1
            }
            let full = meter?.length ?? .zero
            var offset = Fraction.zero
            if measure.length < full {
                if index == 0 {
                    offset = full - measure.length
                } else if counted + measure.length <= full {
                    offset = counted
                }
            }
            let reached = offset + measure.length
            counted = index > 0 && reached < full ? reached : .zero
            list.append(
                GridMeasure(
                    onset: measure.onset, length: measure.length, offset: offset,
                    meter: meter.flatMap { $0.components.isEmpty ? nil : $0 },
                    isPickup: index == 0 && offset > .zero))
        }
        return list
    }
}
