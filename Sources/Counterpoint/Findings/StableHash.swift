/// A number for texts that is the same on every machine and in every version, which that of `Hasher` is not: FNV-1a in 64 bits (Fowler, Noll, Vo).
struct StableHash {
    private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

    /// Takes one more text.
    mutating func add(_ text: String) {
        for byte in text.utf8 { add(byte) }
        // No text has this byte, so that the borders of texts count.
        add(0xFF)
    }

    private mutating func add(_ byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x100_0000_01B3 }

    /// The number as 16 hexadecimal digits.
    var digits: String {
        let digits = String(value, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
