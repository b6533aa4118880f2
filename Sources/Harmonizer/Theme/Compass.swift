/// From which pitch to which each of four voices goes, as MIDI key numbers.
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

    /// The range of a voice, from 0 at the top.
    subscript(voice: Int) -> ClosedRange<Int> { [soprano, alto, tenor, bass][voice] }

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
