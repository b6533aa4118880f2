import ScoreModel

/// What sounds in each slice of a passage, as far as it tells of chords. A slice lasts from one moment to the next; silent ones are left out.
struct HarmonicEvidence {
    struct Slice {
        /// The index of its first moment in ``Passage/moments``.
        let moment: Int
        /// Its pitch classes, as bits.
        var pitchClasses: UInt16 = 0
        /// The pitch class of the lowest note.
        var bass: Int8 = -1
        /// How much it counts: a quarter note is 1.
        let weight: Float
        /// What a new chord costs here.
        let change: Float
        /// What a new key costs here.
        let newKey: Float
    }

    private(set) var slices: [Slice] = []
    /// For each slice and pitch class, the cost of its being foreign.
    private(set) var foreign: [Float] = []
    /// For each slice and pitch class, its letter from C as 0, or -1 where it does not sound or has several.
    private(set) var letters: [Int8] = []

    /// - Parameters:
    ///   - range: The moments that are looked at.
    ///   - shares: How much of the cost of a foreign tone each event pays.
    init(_ passage: Passage, moments range: Range<Int>, shares: ForeignShares, costs: HarmonyCosts) {
        let last = min(range.upperBound, passage.moments.count - 1)
        for moment in range.lowerBound..<max(range.lowerBound, last) {
            let (time, end) = (passage.moments[moment].time, passage.moments[moment + 1].time)
            let length = Float((end - time).doubleValue)
            let strength = passage.clock.strength(of: time)
            let startsPhrase = passage.moments[moment].boundary != nil
            let weight = HarmonicEvidence.weight(length, costs)
            var slice = Slice(
                moment: moment, weight: weight,
                change: strength >= .beat
                    ? costs.changeOnBeat : strength == .offBeat ? costs.changeOffBeat : costs.changeElsewhere,
                newKey: startsPhrase ? costs.newKeyAtPhrase : costs.newKey)
            let row = foreign.count
            var lowest = Int.max
            for voice in passage.voices.indices {
                guard let index = passage.eventIndex(voice, at: moment) else { continue }
                let event = passage.voices[voice].events[index]
                if slice.pitchClasses == 0 {
                    foreign += repeatElement(0, count: 12)
                    letters += repeatElement(-1, count: 12)
                }
                let pitchClass = event.pitchClass
                let letter = Int8(event.pitch.step.rawValue)
                if slice.pitchClasses & 1 << UInt16(pitchClass) == 0 {
                    letters[row + pitchClass] = letter
                } else if letters[row + pitchClass] != letter {
                    letters[row + pitchClass] = -1
                }
                slice.pitchClasses |= 1 << UInt16(pitchClass)
                let share = shares.voices[voice][index]
                var cost = costs.foreign * weight
                if event.moment < moment {
                    cost *= share.held * costs.held
                } else {
                    cost *= share.struck * (strength >= .beat ? costs.accented : 1)
                }
                foreign[row + pitchClass] = max(foreign[row + pitchClass], min(cost, costs.mostForeign * weight))
                if event.height < lowest {
                    lowest = event.height
                    slice.bass = Int8(pitchClass)
                }
            }
            guard slice.bass >= 0 else { continue }
            foreign[row + Int(slice.bass)] *= costs.inBass
            slices.append(slice)
        }
        if passage.spelling == .inferred { letters = Array(repeating: -1, count: letters.count) }
    }

    private static func weight(_ length: Float, _ costs: HarmonyCosts) -> Float {
        guard length < 1 else { return 1 + costs.furtherLength * (min(length, 8) - 1) }
        return Float(exponential(Double(costs.lengthPower) * logarithm(Double(length))))
    }
}
