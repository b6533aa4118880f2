extension Fraction {
    /// A decimal number such as `-0.5`, exactly; nil for anything else, and for more digits than fit.
    @inlinable package init?(decimal text: some Sequence<UInt8>) {
        var (value, scale, hasDigits, isPastPoint, isNegative, isFirst) = (0, 1, false, false, false, true)
        for byte in text {
            defer { isFirst = false }
            switch byte {
            case UInt8(ascii: "-") where isFirst: isNegative = true
            case UInt8(ascii: "+") where isFirst: break
            case UInt8(ascii: ".") where !isPastPoint: isPastPoint = true
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                hasDigits = true
                guard value < 100_000_000_000_000_000, scale < 1_000_000_000_000 else { return nil }
                value = value * 10 + Int(byte - UInt8(ascii: "0"))
                if isPastPoint { scale *= 10 }
            default: return nil
            }
        }
        guard hasDigits else { return nil }
        if isNegative { value = -value }
        guard let fraction = scale == 1 ? Fraction(value) : Fraction(value, over: scale) else { return nil }
        self = fraction
    }

    /// A decimal number such as `-0.5`, exactly; nil for anything else, and for more digits than fit.
    package init?(decimal text: some StringProtocol) { self.init(decimal: text.utf8) }

    /// The number as a decimal without needless digits: exact where decimals can hold it, else to twelve places.
    package var decimal: String {
        if isWhole { return "\(numerator)" }
        var digits = ""
        var rest = Int128(numerator.magnitude % denominator.magnitude)
        for _ in 0..<12 where rest != 0 {
            rest *= 10
            digits += "\(rest / Int128(denominator))"
            rest %= Int128(denominator)
        }
        return "\(numerator < 0 ? "-" : "")\(numerator.magnitude / denominator.magnitude).\(digits)"
    }
}
