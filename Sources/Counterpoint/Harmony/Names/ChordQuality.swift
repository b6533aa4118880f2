/// What is built on the root of a chord. The first word of a name tells the triad.
public enum ChordQuality: String, Sendable, CaseIterable {
    case major, minor, diminished, augmented
    case dominantSeventh = "major-minor-seventh"
    case majorSeventh = "major-seventh"
    case minorSeventh = "minor-seventh"
    case halfDiminishedSeventh = "diminished-minor-seventh"
    case diminishedSeventh = "diminished-seventh"
    case italianSixth = "augmented-sixth-italian"
    case germanSixth = "augmented-sixth-german"
    case frenchSixth = "augmented-sixth-french"

    /// Fifths from the root to the third, the fifth and the seventh (or augmented sixth); nil where there is none.
    private var intervals: (third: Int, fifth: Int?, seventh: Int?) {
        switch self {
        case .major: (4, 1, nil)
        case .minor: (-3, 1, nil)
        case .diminished: (-3, -6, nil)
        case .augmented: (4, 8, nil)
        case .dominantSeventh: (4, 1, -2)
        case .majorSeventh: (4, 1, 5)
        case .minorSeventh: (-3, 1, -2)
        case .halfDiminishedSeventh: (-3, -6, -2)
        case .diminishedSeventh: (-3, -6, -9)
        case .italianSixth: (4, nil, 10)
        case .germanSixth: (4, 1, 10)
        case .frenchSixth: (4, 6, 10)
        }
    }

    /// Fifths from the root to a tone; nil where there is none.
    public func interval(of member: Chord.Member) -> Int? {
        switch member {
        case .root: 0
        case .third: intervals.third
        case .fifth: intervals.fifth
        case .seventh: intervals.seventh
        }
    }

    /// Its tones as semitones above the root, with their places.
    public var semitones: [(member: Chord.Member, semitones: Int)] {
        Chord.Member.allCases.compactMap { member in
            interval(of: member).map { (member, ($0 * 7).modulo(12)) }
        }
    }

    /// The pitch classes of the chord on a root, one bit each.
    func pitchClasses(on root: Int) -> UInt16 {
        semitones.reduce(0) { $0 | 1 << UInt16((root + $1.semitones).modulo(12)) }
    }

    /// The tone so many semitones above the root.
    public func member(_ semitones: Int) -> Chord.Member? {
        Chord.Member.allCases.first { interval(of: $0).map { ($0 * 7).modulo(12) } == semitones }
    }

    /// True for chords of four tones that are stacked in thirds.
    public var isSeventh: Bool {
        switch self {
        case .dominantSeventh, .majorSeventh, .minorSeventh, .halfDiminishedSeventh, .diminishedSeventh: true
        default: false
        }
    }

    /// True for the three augmented sixths.
    public var isAugmentedSixth: Bool { [.italianSixth, .germanSixth, .frenchSixth].contains(self) }

    /// The triad that a seventh chord is built on.
    public var triad: ChordQuality {
        switch self {
        case .dominantSeventh, .majorSeventh: .major
        case .minorSeventh: .minor
        case .halfDiminishedSeventh, .diminishedSeventh: .diminished
        default: self
        }
    }
}
