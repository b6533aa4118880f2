/// The words of all enumerations, found without making a string.
struct WordTable: Sendable {
    private struct Entry {
        var value: Int32
        var start: Int32
        var count: Int32
    }

    /// Open addressing, kept at most half full.
    private var slots: [Entry]
    private var text: [UInt8] = []

    private static let free = Entry(value: -1, start: 0, count: 0)

    init(_ values: [ValueType]) {
        let count = values.reduce(0) { $0 + $1.words.count }
        var size = 16
        while size < count * 2 { size *= 2 }
        slots = Array(repeating: WordTable.free, count: size)
        for (value, type) in values.enumerated() {
            for word in type.words { insert(Array(word.utf8), of: value) }
        }
    }

    private mutating func insert(_ word: [UInt8], of value: Int) {
        var slot = hash(word.span, value)
        while slots[slot].value >= 0 { slot = (slot + 1) & (slots.count - 1) }
        slots[slot] = Entry(value: Int32(value), start: Int32(text.count), count: Int32(word.count))
        text += word
    }

    /// True when the text is a word of the type with the given index.
    func contains(_ word: Span<UInt8>, of value: Int) -> Bool {
        var slot = hash(word, value)
        while slots[slot].value >= 0 {
            let entry = slots[slot]
            if Int(entry.value) == value, Int(entry.count) == word.count, isEqual(word, at: Int(entry.start)) {
                return true
            }
            slot = (slot + 1) & (slots.count - 1)
        }
        return false
    }

    private func isEqual(_ word: Span<UInt8>, at start: Int) -> Bool {
        for index in word.indices where text[start + index] != word[index] { return false }
        return true
    }

    /// FNV-1a. No word is longer than the first bytes that are looked at here.
    private func hash(_ word: Span<UInt8>, _ value: Int) -> Int {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325 ^ UInt64(truncatingIfNeeded: value)
        for index in 0..<min(word.count, 64) { hash = (hash ^ UInt64(word[index])) &* 0x100_0000_01B3 }
        return Int(truncatingIfNeeded: hash ^ hash >> 32) & (slots.count - 1)
    }
}
