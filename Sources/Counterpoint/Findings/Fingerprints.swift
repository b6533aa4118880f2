/// Gives findings names that survive edits elsewhere in the score.
///
/// A finding is known by its rule, the names of its voices, the beat and the pitches of its notes. The number of the measure is left
/// out, so that measures put in before it change nothing; where two findings are alike, they are told apart by their order.
struct Fingerprints {
    private var seen: [UInt64: Int] = [:]

    /// The name of the next finding in the order of the score: 16 hexadecimal digits.
    mutating func next(_ finding: Finding) -> String {
        var hash = Hash()
        hash.add(finding.rule)
        for label in finding.labels { hash.add(label) }
        hash.add("\(finding.place.beat)")
        for note in finding.notes { hash.add("\(note.pitch)") }
        let earlier = seen[hash.value, default: 0]
        seen[hash.value] = earlier + 1
        if earlier > 0 { hash.add("\(earlier)") }
        let digits = String(hash.value, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }

    /// FNV-1a in 64 bits: the same on every machine and in every version, which `Hasher` is not.
    private struct Hash {
        var value: UInt64 = 0xCBF2_9CE4_8422_2325

        mutating func add(_ text: String) {
            for byte in text.utf8 { add(byte) }
            // No text has this byte, so that the borders of texts count.
            add(0xFF)
        }

        private mutating func add(_ byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x100_0000_01B3 }
    }
}
