/// The greatest variable-length quantity: 28 bits (SMF 1.0, "variable-length quantity").
let longestQuantity = 0x0FFF_FFFF

/// The ticks before an event. What is longer than a number can be is divided by empty texts.
func appendDelta(_ delta: Int, to bytes: inout [UInt8]) {
    var left = delta
    while left > longestQuantity {
        appendVariableLength(longestQuantity, to: &bytes)
        bytes += [0xFF, 0x01, 0x00]
        left -= longestQuantity
    }
    appendVariableLength(left, to: &bytes)
}

/// A number in seven-bit groups, the highest first; more than 28 bits do not fit and are held there (SMF 1.0, "variable-length quantity").
func appendVariableLength(_ value: Int, to bytes: inout [UInt8]) {
    let value = min(max(value, 0), longestQuantity)
    for shift in [21, 14, 7] where value >> shift > 0 { bytes.append(0x80 | UInt8(value >> shift & 0x7F)) }
    bytes.append(UInt8(value & 0x7F))
}

/// The bytes of a number, the highest first.
func bigEndian(_ value: some FixedWidthInteger) -> [UInt8] {
    withUnsafeBytes(of: value.bigEndian) { Array($0) }
}
