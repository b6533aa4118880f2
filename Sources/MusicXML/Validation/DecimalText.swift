/// A decimal number of any length, as exactly as it takes to compare it with a whole one.
struct DecimalText {
    private var isNegative = false
    private var hasFraction = false
    /// The digits before the point; stops growing where no bound of MusicXML lies.
    private var magnitude = 0

    /// Reads `[+-]digits[.digits]`; nil for anything else. A number has a digit on one side of the point at least.
    init?(_ text: Span<UInt8>, isInteger: Bool) {
        var index = 0
        if !text.isEmpty, text[0] == UInt8(ascii: "-") || text[0] == UInt8(ascii: "+") {
            isNegative = text[0] == UInt8(ascii: "-")
            index = 1
        }
        var (hasDigits, isPastPoint) = (false, false)
        while index < text.count {
            let byte = text[index]
            if byte == UInt8(ascii: "."), !isPastPoint, !isInteger {
                isPastPoint = true
            } else if (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) {
                hasDigits = true
                let digit = Int(byte - UInt8(ascii: "0"))
                if isPastPoint {
                    hasFraction = hasFraction || digit != 0
                } else {
                    magnitude = min(magnitude * 10 + digit, 1 << 40)
                }
            } else {
                return nil
            }
            index += 1
        }
        if !hasDigits { return nil }
    }

    func isLess(than bound: Int) -> Bool {
        let whole = isNegative ? -magnitude : magnitude
        return whole < bound || whole == bound && hasFraction && isNegative
    }

    func isGreater(than bound: Int) -> Bool {
        let whole = isNegative ? -magnitude : magnitude
        return whole > bound || whole == bound && hasFraction && !isNegative
    }
}
