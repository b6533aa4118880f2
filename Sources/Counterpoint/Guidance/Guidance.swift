/// What rules of counterpoint charge while four voices are composed note by note under one key signature, remembered from the first time
/// that it is asked for.
///
/// Pitches are MIDI keys, -1 is silence, voices count from 0 at the top. Charges are in nats: see ``Prices``.
public struct Guidance: Sendable {
    /// The pitches that each voice may sound.
    public let ranges: [ClosedRange<Int>]
    private let charges: VoiceCharges
    private let pairs: [VoicePair]
    /// For each pair, by what its voices sounded and sound; see ``place(_:_:_:)``.
    private var passages: [ChargeMemory]
    private var beats: [ChargeMemory]
    private var together: [ChargeMemory]
    private var lines: [ChargeMemory]

    /// - Parameters:
    ///   - fifths: The sharps of the key signature, negative for flats.
    ///   - roles: What the four voices sing or play, from the top.
    ///   - ranges: The pitches that each of them may sound; no others are asked about.
    public init(
        _ prices: Prices, limits: Limits, fifths: Int, roles: [Role] = [.soprano, .alto, .tenor, .bass],
        ranges: [ClosedRange<Int>]
    ) {
        precondition(roles.count == 4 && ranges.count == 4)
        precondition(ranges.allSatisfy { $0.lowerBound >= 0 && $0.upperBound < 128 })
        self.ranges = ranges
        charges = VoiceCharges(prices, limits: limits, fifths: fifths, roles: roles)
        pairs = (0..<4).flatMap { upper in ((upper + 1)..<4).map { VoicePair(upper, $0, of: roles) } }
        // One place more than there are pitches: silence.
        let widths = ranges.map { $0.count + 1 }
        let squares = pairs.map { widths[$0.upper] * widths[$0.lower] }
        passages = squares.map { ChargeMemory(count: $0 * $0) }
        beats = passages
        together = squares.map { ChargeMemory(count: $0) }
        lines = widths.map { ChargeMemory(count: $0 * $0 * $0) }
    }

    /// The number of a pair, the upper voice first.
    @inline(__always)
    private static func number(_ upper: Int, _ lower: Int) -> Int { upper * (7 - upper) / 2 + lower - upper - 1 }

    @inline(__always)
    private func place(_ voice: Int, _ key: Int) -> Int { key < 0 ? 0 : key - ranges[voice].lowerBound + 1 }

    @inline(__always)
    private func width(_ voice: Int) -> Int { ranges[voice].count + 1 }

    private func index(_ upper: (voice: Int, from: Int, to: Int), _ lower: (voice: Int, from: Int, to: Int)) -> Int {
        let (high, low) = (width(upper.voice), width(lower.voice))
        return
            ((place(upper.voice, upper.from) * high + place(upper.voice, upper.to)) * low
            + place(lower.voice, lower.from)) * low + place(lower.voice, lower.to)
    }

    /// For two voices that go from what they sound to something else, or stay, at one moment.
    public mutating func passage(
        _ upper: (voice: Int, from: Int, to: Int), _ lower: (voice: Int, from: Int, to: Int)
    ) -> Float {
        let (pair, index) = (Self.number(upper.voice, lower.voice), index(upper, lower))
        if let known = passages[pair][index] { return known }
        let charge = charges.passage(pairs[pair], upper: (upper.from, upper.to), lower: (lower.from, lower.to))
        passages[pair][index] = charge
        return charge
    }

    /// For what two voices sound on a beat and on the beat before, whatever lies between.
    public mutating func beats(
        _ upper: (voice: Int, from: Int, to: Int), _ lower: (voice: Int, from: Int, to: Int)
    ) -> Float {
        let (pair, index) = (Self.number(upper.voice, lower.voice), index(upper, lower))
        if let known = beats[pair][index] { return known }
        let charge = charges.beats(pairs[pair], upper: (upper.from, upper.to), lower: (lower.from, lower.to))
        beats[pair][index] = charge
        return charge
    }

    /// For two voices that begin to sound together.
    public mutating func together(_ upper: (voice: Int, key: Int), _ lower: (voice: Int, key: Int)) -> Float {
        let pair = Self.number(upper.voice, lower.voice)
        let index = place(upper.voice, upper.key) * width(lower.voice) + place(lower.voice, lower.key)
        if let known = together[pair][index] { return known }
        let charge = charges.together(pairs[pair], upper: upper.key, lower: lower.key)
        together[pair][index] = charge
        return charge
    }

    /// For a note of a voice after the one or two before it; what came before a rest does not count.
    public mutating func line(_ voice: Int, _ key: Int, after last: Int, _ beforeLast: Int) -> Float {
        let width = width(voice)
        let index = (place(voice, last < 0 ? -1 : beforeLast) * width + place(voice, last)) * width + place(voice, key)
        if let known = lines[voice][index] { return known }
        let keys = last < 0 ? [key] : beforeLast < 0 ? [last, key] : [beforeLast, last, key]
        let charge = charges.line(voice, keys)
        lines[voice][index] = charge
        return charge
    }
}
