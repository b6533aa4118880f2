/// Something that takes effect at a moment: a key, a tempo, a dynamic mark.
public struct Timed<Value: Hashable & Sendable>: Hashable, Sendable {
    /// When, in quarter notes from the start of the piece in written order.
    public var onset: Fraction
    /// The index of the measure that it stands in; at a bar line this tells the end of one measure from the start of the next.
    public var measure: Int
    /// The staff that it concerns, from 1; nil when it concerns the whole part.
    public var staff: Int?
    /// What takes effect.
    public var value: Value
    /// Its place in the written order of the part; see ``Part``.
    public var order: Int32 = 0
    /// Where it was read.
    public var origin: Origin?

    /// Something that takes effect at `onset`.
    public init(onset: Fraction, measure: Int, staff: Int? = nil, value: Value, order: Int32 = 0, origin: Origin? = nil)
    {
        self.onset = onset
        self.measure = measure
        self.staff = staff
        self.value = value
        self.order = order
        self.origin = origin
    }
}

extension Timed {
    /// True when this concerns `staff`.
    public func concerns(staff: Int) -> Bool { self.staff == nil || self.staff == staff }
}

extension Array {
    /// What is in force on `staff` at `onset`: the last element of a list sorted by onset that is not later.
    ///
    /// Of the elements before `onset` the last thousand count: no score changes other staves so often in between, and hostile ones
    /// shall not cost quadratic time.
    ///
    /// - Complexity: O(log *n*).
    public func inForce<Value>(at onset: Fraction, staff: Int) -> Value?
    where Element == Timed<Value> {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if self[middle].onset <= onset { low = middle + 1 } else { high = middle }
        }
        return self[..<low].suffix(1000).last { $0.concerns(staff: staff) }?.value
    }
}
