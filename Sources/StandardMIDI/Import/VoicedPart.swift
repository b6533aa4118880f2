internal import ScoreModel

/// A part of a transcription: its notes, and the voice and staff of each.
struct VoicedPart {
    var plan: PartPlan
    /// What its notes are written as, voice by voice without overlaps, in the order of the plan's notes.
    var tones: [Tone]
    /// The voice of each.
    var voices: [Int]
    /// The voices.
    var list: [PartNotation.Voice]
    /// How many staves it has.
    var staves: Int { list.map(\.staff).max() ?? 1 }

    /// A part whose notes are in voices.
    init(_ plan: PartPlan, _ tones: [Tone], voices: [Int], staves: [Int]) {
        (self.plan, self.voices) = (plan, voices)
        self.tones = tones.lastingUntilNext(voices: voices)
        var counts: [Int: Int] = [:]
        list = staves.map { staff in
            counts[staff, default: 0] += 1
            // Programs count four voices a staff.
            return PartNotation.Voice(name: "\((staff - 1) * 4 + (counts[staff] ?? 1))", staff: staff)
        }
    }
}
