internal import ScoreModel

/// A point of a picture's time: what begins together stands in one column.
///
/// The measure belongs to it, since at a bar line the end of one and the beginning of the next are one point of time.
struct Moment: Hashable, Comparable {
    var measure: Int
    var onset: Fraction

    static func < (left: Moment, right: Moment) -> Bool {
        (left.measure, left.onset) < (right.measure, right.onset)
    }
}
