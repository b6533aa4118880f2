/// A number for texts and bytes that is the same on every machine and in every version, which that of `Hasher` is not: FNV-1a in 64 bits (Fowler, Noll, Vo).
package struct StableHash {
    package private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

    /// The number of nothing.
    package init() {}

    /// Takes one more text.
    package mutating func add(_ text: String) {
        for byte in text.utf8 { add(byte) }
        // No text has this byte, so that the borders of texts count.
        add(0xFF)
    }

    /// Takes one more byte.
    package mutating func add(_ byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x100_0000_01B3 }

    /// The number as 16 hexadecimal digits.
    package var digits: String {
        let digits = String(value, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
