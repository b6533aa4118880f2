public import ScoreModel

/// How finely a MIDI file divides a quarter note.
public struct Resolution: Hashable, Sendable {
    /// Ticks in a quarter note, at most 32,767.
    public let ticksPerQuarter: Int
    /// False when some times of the score are no whole number of ticks, and are rounded.
    public let isExact: Bool

    /// What most programs use: 32nd notes, triplets and quintuplets of 16ths are whole.
    private static let usual = 480
    /// Where nothing is exact: also septuplets are whole, and whatever else is rounded by less than 20 microseconds at 120 quarters a
    /// minute.
    private static let finest = 30_240

    /// The resolution for a score.
    public init(_ score: Score) {
        var common = 1
        @discardableResult func divides(_ time: Fraction) -> Bool {
            if common % time.denominator == 0 { return true }
            let divisor = Int(greatestCommonDivisor(UInt(common), UInt(time.denominator)))
            let (multiple, overflow) = common.multipliedReportingOverflow(by: time.denominator / divisor)
            guard !overflow, multiple <= 0x7FFF else { return false }
            common = multiple
            return true
        }
        isExact =
            score.measures.allSatisfy { divides($0.onset) && divides($0.length) }
            && score.parts.allSatisfy { part in
                part.notes.allSatisfy { divides($0.onset) && divides($0.duration) }
                    && part.keys.allSatisfy { divides($0.onset) } && part.meters.allSatisfy { divides($0.onset) }
            } && score.tempos.allSatisfy { divides($0.onset) }
        // What was played beside the written times, as in a score that came from MIDI, is exact where there is place for it.
        if isExact {
            for playing in score.parts.lazy.flatMap(\.noteDetails).map(\.value.playing) {
                guard divides(playing.attack ?? .zero), divides(playing.release ?? .zero) else { break }
            }
        }
        let multiple = (Resolution.usual + common - 1) / common * common
        ticksPerQuarter = isExact ? (multiple <= 0x7FFF ? multiple : common) : Resolution.finest
    }

    /// The tick nearest to a time; times of more than a thousand years, which hostile files have, are held there.
    public func ticks(_ time: Fraction) -> Int { min(max((time * Fraction(ticksPerQuarter)).rounded, 0), 1 << 40) }
}
