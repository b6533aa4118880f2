/// A set of pitch classes: bit 0 is C, or the bass where it is counted from that.
struct PitchClasses: Hashable {
    let bits: Int

    /// The classes of what sounds.
    init(_ pitches: some Sequence<Int>, above bass: Int = 0) {
        bits = pitches.reduce(0) { $0 | ($1 > SoundingGrid.silence ? 1 << ($1 - bass).modulo12 : 0) }
    }

    /// A set of given bits.
    init(bits: Int) { self.bits = bits }

    /// The same classes, counted from another one.
    func above(_ bass: Int) -> PitchClasses {
        let shift = bass.modulo12
        return PitchClasses(bits: (bits >> shift | bits << (12 - shift)) & 0xFFF)
    }

    /// Whether it is a major or minor triad, the fifth there or not, in whatever inversion.
    var isMajorOrMinor: Bool { chord.map { [0, 1, 11, 12].contains($0) } ?? false }

    /// Which triad or seventh chord it is, complete or not, in whatever inversion: an index in ``chords``; nil for any other set.
    var chord: Int? {
        let chord = Self.chordOfBits[bits]
        return chord < 0 ? nil : chord
    }

    /// Whether it is a triad, complete or not.
    var isTriad: Bool { chord.map { Self.chords[$0].allSatisfy { $0 < 9 } && Self.chords[$0].count < 4 } ?? false }

    /// Triads, seventh chords, and what four voices leave of them, as intervals above the root.
    static let chords: [[Int]] = [
        [0, 4, 7], [0, 3, 7], [0, 3, 6], [0, 4, 8],
        [0, 4, 7, 10], [0, 3, 7, 10], [0, 4, 7, 11], [0, 3, 6, 10], [0, 3, 6, 9],
        [0, 4, 10], [0, 3, 10], [0, 4], [0, 3], [0, 7], [0],
    ]

    private static let chordOfBits: [Int] = {
        var table = [Int](repeating: -1, count: 1 << 12)
        for (index, chord) in chords.enumerated() {
            for root in 0..<12 { table[PitchClasses(chord.map { $0 + root }).bits] = index }
        }
        return table
    }()

    /// How a chord stands on its bass, of which the set is counted.
    var position: Position? {
        switch bits {
        case Self.bits(0, 4, 7), Self.bits(0, 3, 7), Self.bits(0, 4, 7, 10), Self.bits(0, 3, 7, 10),
            Self.bits(0, 4, 7, 11):
            .root
        case Self.bits(0, 3, 8), Self.bits(0, 4, 9), Self.bits(0, 3, 6, 8), Self.bits(0, 3, 9): .first
        case Self.bits(0, 5, 9), Self.bits(0, 5, 8): .second
        default: nil
        }
    }

    /// Which tone of a chord is the bass.
    enum Position {
        case root, first, second
    }

    /// Whether it is a major or minor triad over its root, the fifth there or not.
    var isTriadOverRoot: Bool {
        [Self.bits(0, 4, 7), Self.bits(0, 3, 7), Self.bits(0, 4), Self.bits(0, 3)].contains(bits)
    }

    private static func bits(_ classes: Int...) -> Int { classes.reduce(0) { $0 | 1 << $1 } }
}

extension Int {
    /// The remainder by 12 that is not negative: the class of a pitch.
    var modulo12: Int { (self % 12 + 12) % 12 }
}
