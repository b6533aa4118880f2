internal import ScoreModel

/// Some notes of a line that follow each other, as a number that stays the same in every key and at every speed.
///
/// A figure with rhythm is eight notes: the seven intervals, and the seven distances in time divided by the first. An interval and a rhythm say
/// three to four bits together, so that two are alike by chance about once in 2²⁶. A figure without rhythm is twelve notes, and its eleven
/// intervals say more than that: it finds what was written in another rhythm, swung or played.
struct Figure: Hashable, Sendable {
    /// How many notes one with rhythm has.
    static let length = 8
    /// How many notes one without rhythm has.
    static let melodicLength = 12
    /// Repeated notes, trills and broken intervals are in all music and say nothing: so many keys have to be different.
    private static let leastKeys = 4

    /// The number.
    let hash: UInt64
    /// When its first and its last note begin.
    let (time, lastTime): (Int32, Int32)
    /// A distance in time that tells how fast it goes: of its first two notes, or of the first and the fourth where it has no rhythm. That evens
    /// swing out, and seldom reaches over a pause.
    let unit: Int32
    /// The key of its first note.
    let key: Int16

    /// The figure of some notes that follow each other; nil where it says nothing.
    init?(_ notes: ArraySlice<(time: Int32, key: Int16)>, hasRhythm: Bool) {
        let base = notes.startIndex
        unit = notes[base + (hasRhythm ? 1 : 3)].time - notes[base].time
        var hash: UInt64 = hasRhythm ? 1 : 2
        var keys = 1
        for index in notes.indices.dropFirst() {
            if !notes[base..<index].contains(where: { $0.key == notes[index].key }) { keys += 1 }
            hash = Figure.mix(hash, UInt64(bitPattern: Int64(notes[index].key) - Int64(notes[index - 1].key)))
            guard hasRhythm else { continue }
            let step = notes[index].time - notes[index - 1].time
            // Most notes are as long as the first.
            let divisor = step == unit ? unit.magnitude : greatestCommonDivisor(step.magnitude, unit.magnitude)
            hash = Figure.mix(hash, UInt64(step.magnitude / divisor) << 32 | UInt64(unit.magnitude / divisor))
        }
        guard keys >= Figure.leastKeys else { return nil }
        (self.hash, key) = (hash, notes[base].key)
        (time, lastTime) = (notes[base].time, notes[notes.endIndex - 1].time)
    }

    /// One step of SplitMix64 (Steele, Lea and Flood 2014), which spreads every bit over all.
    private static func mix(_ hash: UInt64, _ value: UInt64) -> UInt64 {
        var word = (hash ^ value) &+ 0x9E37_79B9_7F4A_7C15
        word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
        word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
        return word ^ (word >> 31)
    }
}
