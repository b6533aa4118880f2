internal import Counterpoint

/// Which sets of pitch classes are triads or seventh chords, whole or without a fifth.
enum TertianSets {
    /// For each set of pitch classes, one bit each, whether it is one. Silence, single tones, thirds and fifths are.
    static let contains: [Bool] = {
        var sets = [Bool](repeating: false, count: 1 << 12)
        sets[0] = true
        for root in 0..<12 {
            for quality in ChordQuality.allCases where !quality.isAugmentedSixth {
                let tones = quality.semitones
                let fifth = tones.first { $0.member == .fifth }?.semitones
                func add(_ semitones: [Int]) {
                    sets[semitones.reduce(0) { $0 | 1 << ((root + $1) % 12) }] = true
                }
                add(tones.map(\.semitones))
                // Without its fifth a diminished or augmented chord is none any more, and a major seventh a bare semitone.
                if fifth == 7, quality != .majorSeventh {
                    add(tones.filter { $0.member != .fifth }.map(\.semitones))
                    add([0, 7])
                }
                add([0])
            }
        }
        return sets
    }()
}
