/// An exact rational number in lowest terms: the only kind of number that musical time is made of.
///
/// Positions and durations in a ``Score`` are fractions of a quarter note.
///
///     let dotted: Fraction = 3 / 2
///     dotted + 1 / 3  // 11/6
///
/// Arithmetic is total. A result whose terms need more than 63 bits, which no music needs but hostile input can ask for,
/// becomes the nearest fraction that fits; ``addingReportingInexact(_:)`` says when that happened.
public struct Fraction: Hashable, Sendable {
    /// The numerator, which carries the sign.
    public let numerator: Int
    /// The denominator, always positive.
    public let denominator: Int

    /// The whole number `value`. `Int.min`, whose opposite is no `Int`, becomes the number beside it.
    public init(_ value: Int) {
        numerator = max(value, -Int.max)
        denominator = 1
    }

    /// `numerator / denominator`, or nil when the denominator is zero.
    public init?(_ numerator: Int, over denominator: Int) {
        guard denominator != 0 else { return nil }
        self = Fraction.reducing(Int128(numerator), Int128(denominator)).value
    }

    /// For terms that are already in lowest terms, with a positive denominator.
    private init(lowest numerator: Int, _ denominator: Int) {
        self.numerator = numerator
        self.denominator = denominator
    }

    /// Zero.
    public static let zero = Fraction(0)

    /// True when the fraction is a whole number.
    public var isWhole: Bool { denominator == 1 }

    /// The greatest whole number not above the fraction.
    public var floor: Int {
        numerator >= 0 ? numerator / denominator : -((-(numerator + 1)) / denominator) - 1
    }

    /// The nearest whole number, halves away from zero.
    public var rounded: Int {
        let (quotient, remainder) = numerator.magnitude.quotientAndRemainder(dividingBy: denominator.magnitude)
        let magnitude = remainder >= denominator.magnitude - remainder ? quotient + 1 : quotient
        return numerator < 0 ? Int(clamping: -Int128(magnitude)) : Int(clamping: magnitude)
    }

    /// The nearest floating-point number, for where music ends and seconds begin.
    public var doubleValue: Double { Double(numerator) / Double(denominator) }

    /// The sum, and whether it is exact.
    public func addingReportingInexact(_ other: Fraction) -> (value: Fraction, isExact: Bool) {
        if denominator == other.denominator {
            let (sum, overflow) = numerator.addingReportingOverflow(other.numerator)
            if !overflow, sum != .min {
                return denominator == 1
                    ? (Fraction(sum), true) : (Fraction.reducing(sum, denominator), true)
            }
        } else if isSmall && other.isSmall {
            return (
                Fraction.reducing(
                    numerator * other.denominator + other.numerator * denominator, denominator * other.denominator),
                true
            )
        }
        // Each product fits in 126 bits, and so does their sum: |numerator| <= 2^63 and denominator < 2^63.
        return Fraction.reducing(
            Int128(numerator) * Int128(other.denominator) + Int128(other.numerator) * Int128(denominator),
            Int128(denominator) * Int128(other.denominator))
    }

    /// Terms below 2^31 can be cross-multiplied and added without leaving 64 bits.
    private var isSmall: Bool { (numerator.magnitude | denominator.magnitude) < 1 << 31 }

    /// Lowest terms for a positive denominator.
    private static func reducing(_ numerator: Int, _ denominator: Int) -> Fraction {
        // Most of music is halved and halved again, and zeros at the end are counted sooner than a divisor is found.
        if denominator & (denominator - 1) == 0 {
            let shift = min(numerator.trailingZeroBitCount, denominator.trailingZeroBitCount)
            return Fraction(lowest: numerator >> shift, denominator >> shift)
        }
        let divisor = Int(clamping: greatestCommonDivisor(numerator.magnitude, denominator.magnitude))
        return Fraction(lowest: numerator / divisor, denominator / divisor)
    }

    private static func reducing(_ numerator: Int128, _ denominator: Int128) -> (value: Fraction, isExact: Bool) {
        var bottom = denominator.magnitude
        var top = numerator.magnitude
        let divisor = greatestCommonDivisor(top, bottom)
        top /= divisor
        bottom /= divisor
        let limit = UInt128(Int.max)
        let isExact = top <= limit && bottom <= limit
        if !isExact { (top, bottom) = nearest(top, bottom, limit: limit) }
        let isNegative = (numerator < 0) != (denominator < 0)
        return (Fraction(lowest: isNegative ? -Int(top) : Int(top), Int(bottom)), isExact)
    }

    /// The nearest fraction whose terms are within a limit, by continued fractions.
    private static func nearest(_ top: UInt128, _ bottom: UInt128, limit: UInt128) -> (UInt128, UInt128) {
        var (dividend, divisor) = (top, bottom)
        var last: (top: UInt128, bottom: UInt128) = (0, 1)
        var best: (top: UInt128, bottom: UInt128) = (1, 0)
        while divisor != 0 {
            let (quotient, remainder) = dividend.quotientAndRemainder(dividingBy: divisor)
            let topSteps = best.top == 0 ? quotient : (limit - last.top) / best.top
            let bottomSteps = best.bottom == 0 ? quotient : (limit - last.bottom) / best.bottom
            let steps = min(quotient, topSteps, bottomSteps)
            let next = (steps * best.top + last.top, steps * best.bottom + last.bottom)
            // The last step may be cut short; from its middle on it still leads nearer.
            if steps < quotient { return best.bottom == 0 || steps > quotient / 2 ? next : best }
            (last, best) = (best, next)
            (dividend, divisor) = (divisor, remainder)
        }
        return best
    }
}

/// The greatest common divisor by Euclid's algorithm; the other number when one is zero, and 1 for two zeros.
@inlinable package func greatestCommonDivisor<Number: UnsignedInteger>(_ first: Number, _ second: Number) -> Number {
    var (larger, smaller) = (first, second)
    while smaller != 0 { (larger, smaller) = (smaller, larger % smaller) }
    return larger == 0 ? 1 : larger
}

extension Fraction: AdditiveArithmetic {
    /// The sum.
    public static func + (left: Fraction, right: Fraction) -> Fraction { left.addingReportingInexact(right).value }
    /// The difference.
    public static func - (left: Fraction, right: Fraction) -> Fraction { left + -right }
    /// The negated fraction.
    public static prefix func - (value: Fraction) -> Fraction {
        Fraction(lowest: -value.numerator, value.denominator)
    }
}

extension Fraction {
    /// The product.
    public static func * (left: Fraction, right: Fraction) -> Fraction {
        if left.isSmall && right.isSmall {
            return reducing(left.numerator * right.numerator, left.denominator * right.denominator)
        }
        return reducing(
            Int128(left.numerator) * Int128(right.numerator), Int128(left.denominator) * Int128(right.denominator)
        ).value
    }

    /// The quotient. The divisor must not be zero, as for integers; ``init(_:over:)`` is for numbers from outside.
    public static func / (left: Fraction, right: Fraction) -> Fraction {
        precondition(right.numerator != 0, "division of a Fraction by zero")
        if left.isSmall && right.isSmall {
            let sign = right.numerator.signum()
            return reducing(
                left.numerator * right.denominator * sign, left.denominator * right.numerator * sign)
        }
        return reducing(
            Int128(left.numerator) * Int128(right.denominator), Int128(left.denominator) * Int128(right.numerator)
        ).value
    }
}

extension Fraction: Comparable {
    /// Orders by value.
    public static func < (left: Fraction, right: Fraction) -> Bool {
        if left.denominator == right.denominator { return left.numerator < right.numerator }
        return Int128(left.numerator) * Int128(right.denominator)
            < Int128(right.numerator) * Int128(left.denominator)
    }
}

extension Fraction: ExpressibleByIntegerLiteral {
    /// A whole number, so that `3 / 2` can be a fraction.
    public init(integerLiteral value: Int) { self.init(value) }
}

extension Fraction: CustomStringConvertible {
    /// `"19"` for whole numbers, `"5/2"` for others.
    public var description: String { isWhole ? "\(numerator)" : "\(numerator)/\(denominator)" }
}
