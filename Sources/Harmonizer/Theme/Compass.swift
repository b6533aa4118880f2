public import Counterpoint

/// From which pitch to which each of four voices goes, as MIDI key numbers. Strings stand in the places of the voices of a choir.
public struct Compass: Hashable, Sendable {
    /// The top voice.
    public var soprano: ClosedRange<Int>
    /// The second voice.
    public var alto: ClosedRange<Int>
    /// The third voice.
    public var tenor: ClosedRange<Int>
    /// The lowest voice.
    public var bass: ClosedRange<Int>

    /// Ranges.
    public init(
        soprano: ClosedRange<Int>, alto: ClosedRange<Int>, tenor: ClosedRange<Int>, bass: ClosedRange<Int>
    ) {
        (self.soprano, self.alto, self.tenor, self.bass) = (soprano, alto, tenor, bass)
    }

    /// What the voices of Bach's chorales reach, and so what a model knows that has learned from them.
    public static let chorales = Compass(soprano: 60...81, alto: 53...76, tenor: 48...69, bass: 36...64)
    /// What singers of a choir like to be asked for: what Bach's chorales reach but for a few low notes of the bass.
    public static let choir = Compass(soprano: 60...81, alto: 53...76, tenor: 48...69, bass: 38...64)
    /// What the instruments of string quartets reach but for a few notes in a thousand.
    public static let quartets = Compass(soprano: 55...100, alto: 55...93, tenor: 48...86, bass: 36...79)
    /// What players of a string quartet like to be asked for: from the lowest open string to the comfortable top of the rule `instrument-range`.
    public static let strings = Compass(soprano: 55...93, alto: 55...86, tenor: 48...76, bass: 36...72)

    /// The pitches that lie in another one too; its own range where that leaves none.
    public func within(_ other: Compass) -> Compass {
        func range(_ own: ClosedRange<Int>, _ other: ClosedRange<Int>) -> ClosedRange<Int> {
            own.overlaps(other) ? own.clamped(to: other) : own
        }
        return Compass(
            soprano: range(soprano, other.soprano), alto: range(alto, other.alto), tenor: range(tenor, other.tenor),
            bass: range(bass, other.bass))
    }

    /// The range of a voice, from 0 at the top.
    public internal(set) subscript(voice: Int) -> ClosedRange<Int> {
        get { [soprano, alto, tenor, bass][voice] }
        set {
            switch voice {
            case 0: soprano = newValue
            case 1: alto = newValue
            case 2: tenor = newValue
            default: bass = newValue
            }
        }
    }

    /// The range of a voice, or of the instrument in its place.
    public subscript(role: Role) -> ClosedRange<Int> {
        get { self[role.voice] }
        set { self[role.voice] = newValue }
    }

    /// The ranges of all voices, from the top.
    public var ranges: [ClosedRange<Int>] { (0..<4).map { self[$0] } }

    /// By how many semitones voices are to be moved together, so that each lies in its range: none if they do, else octaves, else as few as
    /// possible; nil when no move does it.
    ///
    /// Octaves come before nearer moves because a voice that is an octave off is mostly written so, and stays in its key.
    ///
    /// - Parameter limits: The moves that are possible at all.
    func move(of voices: [(voice: Int, pitches: ClosedRange<Int>)], within limits: ClosedRange<Int>) -> Int? {
        let least = voices.map { self[$0.voice].lowerBound - $0.pitches.lowerBound }.reduce(limits.lowerBound, max)
        let most = voices.map { self[$0.voice].upperBound - $0.pitches.upperBound }.reduce(limits.upperBound, min)
        guard least <= most else { return nil }
        let octaves = stride(from: -120, through: 120, by: 12).filter { (least...most).contains($0) }
        return octaves.min { abs($0) < abs($1) } ?? (least > 0 ? least : most)
    }
}
