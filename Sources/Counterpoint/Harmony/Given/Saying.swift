import ScoreModel

/// One thing that a score says of its harmony, before it is known how long it holds.
struct Saying {
    /// From when on, in quarter notes.
    let onset: Fraction
    /// The key that it says, or that was said before.
    var key: Tonality?
    /// What it says; nil when that is no triad or seventh chord, and when it only ends what was said before.
    var content: GivenHarmony.Content?
    /// The pitch classes that belong to its chord, one bit each.
    var tones: UInt16 = 0
    /// The tone that it wants in the bass, of the chord or not.
    var bass: TonalPitchClass?
    /// As it stands in the score, for people.
    var text = ""
    let origin: Origin?
}

extension [Saying] {
    /// In order, and of those that are said at the same time the first.
    func inOrder() -> [Saying] {
        var last: Fraction?
        return stablySorted { $0.onset < $1.onset }.filter { saying in
            defer { last = saying.onset }
            return saying.onset != last
        }
    }
}

extension Chord {
    /// Its pitch classes, one bit each.
    var tones: UInt16 { quality.pitchClasses(on: root.pitchClass) }
}
