/// What it costs that a voice goes on with a tone: little for a small step at once, more for leaps, rests, crossings and tones out of
/// its range.
///
/// The laws are those that Huron found behind the rules of voice leading ("Tone and Voice", Music Perception 19, 2001), as Temperley
/// ("The Cognition of Basic Musical Structures", 2001) and McLeod and Steedman ("HMM-Based Voice Separation of MIDI Performance",
/// Journal of New Music Research 45, 2016) weigh them. The weights, natural logarithms of odds, were fitted on Bach's chorales.
struct VoiceLeading {
    /// For each voice from the lowest the key in the middle of its range.
    var registers: [Double]
    /// Whether a voice may have chords.
    var allowsChords: Bool

    private enum Cost {
        /// For each semitone of a leap, up to `widestLeap`; a wider one is as odd as any.
        static let leap = 0.43
        static let widestLeap = 16
        /// For a voice to rest, and for each quarter note of the rest, up to `longestRest`.
        static let rest = 1.0
        static let restQuarter = 0.6
        static let longestRest = 4.0
        /// For a voice to begin, which has had no tone.
        static let entry = 2.0
        /// For each semitone from the middle of the voice's range.
        static let range = 0.1
        /// For being on the wrong side of a voice that sounds, and for each semitone.
        static let crossing = 1.1
        static let crossingSemitone = 0.11
        /// For the key of a voice that sounds.
        static let unison = 1.0
        /// For passing the tone that a neighbour has just left, and for each semitone.
        static let overlap = 0.6
        static let overlapSemitone = 0.18
        /// For beginning while the voice's own tone still sounds a moment.
        static let legato = 0.9
        /// The same where both sound for a sixteenth, which is more than a moment for short tones.
        static let slip = 4.3
        /// For two tones at a time in one voice: more than all else together, for when there are more tones than voices.
        static let clash = 200.0
        /// For joining the voice's chord, and for each semitone that makes it wider than an octave.
        static let chord = 1.0
        static let chordSemitone = 1.0
    }

    /// What it costs a voice to begin.
    var entry: Double { Cost.entry }

    /// What a tone costs where a voice lies.
    func place(of tone: Sounding, in voice: Int) -> Double {
        Cost.range * abs(Double(tone.key) - registers[voice])
    }

    /// What it costs a voice to go from its last tone to another.
    func motion(from previous: Sounding, to tone: Sounding) -> Double {
        let leap = abs(tone.key - previous.key)
        if allowsChords, previous.isChord(with: tone) {
            return Cost.chord + Cost.chordSemitone * Double(max(0, leap - 12))
        }
        var cost = Cost.leap * Double(min(leap, Cost.widestLeap))
        if previous.sounds(against: tone) {
            let isSlip = previous.onset < tone.onset && previous.end - tone.onset <= Sounding.slip + Sounding.rounding
            cost += isSlip ? Cost.slip : Cost.clash
        } else if previous.end > tone.onset + Sounding.rounding {
            cost += Cost.legato
        } else if tone.onset > previous.end + Sounding.rounding {
            cost += Cost.rest + Cost.restQuarter * min(tone.onset - previous.end, Cost.longestRest)
        }
        return cost
    }

    /// What a tone costs beside the last tone of another voice, below which or above which it should be.
    func meeting(_ other: Sounding, _ tone: Sounding, isBelow: Bool) -> Double {
        let depth = isBelow ? tone.key - other.key : other.key - tone.key
        guard depth >= 0 else { return 0 }
        if other.sounds(against: tone) {
            return depth == 0 ? Cost.unison : Cost.crossing + Cost.crossingSemitone * Double(depth)
        }
        guard depth > 0, other.end >= tone.onset - Sounding.rounding else { return 0 }
        return Cost.overlap + Cost.overlapSemitone * Double(depth)
    }
}
