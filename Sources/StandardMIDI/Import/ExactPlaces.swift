internal import ScoreModel

/// Where onsets stand in a file whose ticks are notation.
///
/// The moments of a beat are read together: they are parts of the plainest division that all of them are parts of. A division whose parts had to
/// be rounded to ticks is believed where enough moments speak for it, there or elsewhere in the file.
struct ExactPlaces {
    /// The places of the moments, in quarter notes.
    private(set) var places: [Fraction] = []
    /// The division that each moment was found to be a part of, as a bit; none where it was loose, and was moved to the nearest place.
    private(set) var chosen: [UInt32] = []
    private let moments: [Int]
    private let divisions: BeatDivisions

    init(_ moments: [Int], divisions: BeatDivisions) {
        self.moments = moments
        self.divisions = divisions
        let beats = Self.beats(moments, divisions.ticksPerQuarter)
        // What some beats show, others may have a part of.
        let shown = beats.reduce(UInt32(0)) { $0 | Self.shared(moments[$1], divisions, established: 0).plainest }
        places.reserveCapacity(moments.count)
        chosen.reserveCapacity(moments.count)
        for beat in beats {
            let shared = Self.shared(moments[beat], divisions, established: shown)
            for tick in moments[beat] {
                let own = divisions.divisions(at: tick) & (divisions.whole & BeatDivisions.commonMask | shown)
                let division = shared != 0 ? shared.plainest : own.plainest
                chosen.append(division)
                places.append(
                    division == 0
                        ? divisions.nearest(to: Double(tick)) : divisions.moment(at: tick, divisions: division))
            }
        }
    }

    /// The moment that the end of a note stands for, if its tick is a part of a plain division or of what onsets are parts of there or where the
    /// note begins.
    ///
    /// - Parameters:
    ///   - tick: When the note ends.
    ///   - moment: The index of the moment at which it begins.
    ///   - isRounded: Whether the end was worked out, so that the tick may be one off.
    func end(near tick: Double, from moment: Int, isRounded: Bool) -> Fraction? {
        guard abs(tick) < 0x1p52 else { return nil }
        let nearest = Int(tick.rounded())
        let before = moments.firstIndex(whereSorted: { $0 > nearest }) - 1
        let known = BeatDivisions.binaryMask | chosen[moment] | (before >= 0 ? chosen[before] : 0)
        for off in isRounded ? [0, -1, 1] : [0] {
            let own = divisions.divisions(at: nearest + off) & known
            if own != 0 { return divisions.moment(at: nearest + off, divisions: own) }
        }
        return nil
    }

    /// The moments of each beat that has any.
    private static func beats(_ moments: [Int], _ ticks: Int) -> [Range<Int>] {
        var beats: [Range<Int>] = []
        var start = 0
        for index in moments.indices where index > 0 {
            let first = moments[start]
            if moments[index] - first >= ticks - first.remainder(modulo: ticks) {
                beats.append(start..<index)
                start = index
            }
        }
        return moments.isEmpty ? [] : beats + [start..<moments.count]
    }

    /// The divisions that all moments of a beat are parts of: the whole ones, and of the rounded ones those that are established or show here.
    /// Where few moments speak, only common ones are heard.
    private static func shared(_ moments: ArraySlice<Int>, _ divisions: BeatDivisions, established: UInt32) -> UInt32 {
        var shared = UInt32.max
        var inner = 0
        for tick in moments {
            shared &= divisions.divisions(at: tick)
            if tick.remainder(modulo: divisions.ticksPerQuarter) != 0 { inner += 1 }
        }
        let rounded = inner > 2 ? divisions.rounded : inner == 2 ? divisions.finelyRounded : 0
        let heard = inner > 2 ? UInt32.max : BeatDivisions.commonMask
        return shared & ((divisions.whole | rounded) & heard | established)
    }
}

extension UInt32 {
    /// The lowest bit, which stands for the plainest division.
    fileprivate var plainest: UInt32 { self & (~self &+ 1) }
}
