/// A written note value with its dots: the notation of a duration, which may differ from how long the note sounds.
public struct NoteValue: Hashable, Sendable {
    /// The undotted value, by its American name.
    public enum Base: Int8, Sendable, CaseIterable {
        case maxima, long, breve, whole, half, quarter, eighth
        case sixteenth, thirtySecond, sixtyFourth, hundredTwentyEighth, twoHundredFiftySixth, fiveHundredTwelfth
        case thousandTwentyFourth

        /// Its length in quarter notes: 32 for a maxima, 1/256 for a 1024th.
        public var quarters: Fraction {
            let exponent = Base.quarter.rawValue - rawValue
            return exponent >= 0 ? Fraction(1 << exponent) : 1 / Fraction(1 << -exponent)
        }
    }

    /// The undotted value.
    public var base: Base
    /// The number of dots.
    public var dots: UInt8

    /// A note value.
    public init(_ base: Base, dots: UInt8 = 0) {
        self.base = base
        self.dots = dots
    }

    /// Its length in quarter notes outside any tuplet.
    public var quarters: Fraction {
        let parts = 1 << Int(min(dots, 20))
        return base.quarters * Fraction(2 * parts - 1) / Fraction(parts)
    }
}

/// How many notes stand in the time of how many, as three in the time of two in a triplet.
public struct TupletRatio: Hashable, Sendable {
    /// The notes that are played.
    public let actual: UInt16
    /// The notes whose time they take.
    public let normal: UInt16

    /// A ratio, or nil when one side is zero.
    public init?(actual: Int, normal: Int) {
        guard let actual = UInt16(exactly: actual), let normal = UInt16(exactly: normal), actual > 0, normal > 0 else {
            return nil
        }
        self.actual = actual
        self.normal = normal
    }

    private init() { (actual, normal) = (1, 1) }

    /// One in the time of one: no tuplet.
    public static let none = TupletRatio()

    /// What a written length is multiplied by: 2/3 in a triplet.
    public var factor: Fraction { Fraction(Int(normal)) / Fraction(Int(actual)) }
}
