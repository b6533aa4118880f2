import ScoreModel

/// What sounds in all parts of a score, asked for in the order of time.
struct SoundingTones {
    /// A note.
    struct Tone {
        let onset: Fraction
        let end: Fraction
        /// As it is heard.
        let pitch: Pitch
    }

    private let tones: [Tone]
    private var next = 0
    private var active: [Tone] = []
    /// More notes do not sound in a measure of any score; what hostile ones have beyond shall not cost quadratic time.
    private static let most = 1000

    init(_ score: Score) {
        var tones: [Tone] = []
        for part in score.parts {
            for note in part.notes where !note.isGrace && !note.traits.contains(.cue) {
                guard let pitch = part.soundingPitch(of: note) else { continue }
                tones.append(Tone(onset: note.onset, end: note.end, pitch: pitch))
            }
        }
        self.tones = tones.stablySorted { $0.onset < $1.onset }
    }

    /// The notes that sound at some time from `onset` to `end`; `onset` is not before the last one asked for.
    mutating func sounding(from onset: Fraction, to end: Fraction) -> [Tone] {
        active.removeAll { $0.end <= onset }
        while next < tones.count, tones[next].onset < end {
            if tones[next].end > onset, active.count < SoundingTones.most { active.append(tones[next]) }
            next += 1
        }
        return active.filter { $0.onset < end }
    }
}
