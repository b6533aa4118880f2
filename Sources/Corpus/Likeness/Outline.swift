public import ScoreModel

/// What is left of a score when only what makes a piece the same piece is kept: when which key is struck, and in which line.
///
/// Lengths, names, grace notes, cues, drums and repeats are gone; tied notes are one.
public struct Outline: Hashable, Sendable {
    /// Times are counted in 96ths of a quarter note, which holds all values down to 128ths and their triplets; what lies between is rounded.
    static let ticksPerQuarter = 96
    /// No music lasts so many ticks, which is more than two months; hostile files do.
    static let mostTicks: Int32 = 1 << 29

    /// When each note begins, in order.
    let times: [Int32]
    /// The key of each, those that begin together from the lowest.
    let keys: [Int16]
    /// The line of each: a voice of a part.
    let lines: [UInt16]
    /// The part of each line.
    let parts: [UInt16]

    /// The outline of a score.
    public init(_ score: Score) {
        let tones = ScoreTones(score)
        var numbers: [Int: UInt16] = [:]
        var parts: [UInt16] = []
        var notes: [(time: Int32, key: Int16, line: UInt16)] = []
        for (index, place) in tones.places.enumerated() {
            guard let first = place.notes.first else { continue }
            let note = score.parts[place.part].notes[first]
            guard !note.isGrace, !note.traits.contains(.cue) else { continue }
            let line = numbers[tones.lines[index]] ?? UInt16(clamping: parts.count)
            if numbers.updateValue(line, forKey: tones.lines[index]) == nil {
                parts.append(UInt16(clamping: place.part))
            }
            let ticks = (tones.tones[index].onset * Fraction(Outline.ticksPerQuarter)).rounded
            let time = max(-Outline.mostTicks, min(Int32(clamping: ticks), Outline.mostTicks))
            notes.append((time, Int16(clamping: tones.tones[index].key), line))
        }
        // More lines than can be numbered are one.
        notes.sort { ($0.time, $0.key, $0.line) < ($1.time, $1.key, $1.line) }
        self.init(
            times: notes.map(\.time), keys: notes.map(\.key), lines: notes.map(\.line),
            parts: Array(parts.prefix(1 << 16)))
    }

    init(times: [Int32], keys: [Int16], lines: [UInt16], parts: [UInt16]) {
        (self.times, self.keys, self.lines, self.parts) = (times, keys, lines, parts)
    }

    /// How many notes it has.
    public var count: Int { times.count }

    /// True when no two different keys are struck at a time.
    var isOneVoice: Bool {
        !times.indices.dropFirst().contains { times[$0] == times[$0 - 1] && keys[$0] != keys[$0 - 1] }
    }
}
