/// A part's own share of a measure.
public struct PartMeasure: Hashable, Sendable {
    /// The index of the measure in ``Score/measures``.
    public var index: Int
    /// Its number as the part has it, which should be that of the other parts.
    public var number: String
    /// What is printed for the number, when that differs.
    public var text: String?
    /// Whether it is left out of the count, when the file says.
    public var isImplicit: Bool?
    /// Whether its bar lines are its own, when the file says.
    public var isNonControlling: Bool?
    /// The furthest point that the part's music reaches, in quarter notes from the start of the measure.
    public var filled: Fraction
    /// Where it was read.
    public var origin: Origin?

    /// A part's share of a measure.
    public init(index: Int, number: String, filled: Fraction, origin: Origin? = nil) {
        self.index = index
        self.number = number
        self.filled = filled
        self.origin = origin
    }
}
