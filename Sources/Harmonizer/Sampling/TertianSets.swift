internal import Counterpoint

/// What sets of pitch classes are as chords. A set has one bit for each pitch class.
enum TertianSets {
    /// For each set, whether it is a triad or a seventh chord, whole or without a fifth. Silence, single tones, thirds and fifths are.
    static let contains: [Bool] = {
        var sets = [Bool](repeating: false, count: 1 << 12)
        sets[0] = true
        for root in 0..<12 {
            for quality in ChordQuality.allCases where !quality.isAugmentedSixth {
                let tones = quality.semitones
                sets[set(tones.map(\.semitones), on: root)] = true
                sets[set([0], on: root)] = true
                // Without its fifth a diminished or augmented chord is none any more, and a major seventh a bare semitone.
                guard tones.contains(where: { $0.semitones == 7 }), quality != .majorSeventh else { continue }
                sets[set(tones.filter { $0.member != .fifth }.map(\.semitones), on: root)] = true
                sets[set([0, 7], on: root)] = true
            }
        }
        return sets
    }()

    /// For each set that is a major or minor triad, whole or without a fifth, its roots, one bit each; 0 for all others.
    static let roots: [UInt16] = {
        var roots = [UInt16](repeating: 0, count: 1 << 12)
        for root in 0..<12 {
            for third in [3, 4] {
                roots[set([0, third], on: root)] |= 1 << UInt16(root)
                roots[set([0, third, 7], on: root)] |= 1 << UInt16(root)
            }
        }
        return roots
    }()

    private static func set(_ semitones: [Int], on root: Int) -> Int {
        semitones.reduce(0) { $0 | 1 << ((root + $1) % 12) }
    }
}
