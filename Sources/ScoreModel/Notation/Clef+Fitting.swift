extension Clef {
    /// The treble clef.
    public static let treble = Clef(.g, line: 2)
    /// The bass clef.
    public static let bass = Clef(.f, line: 4)
    /// The alto clef.
    public static let alto = Clef(.c, line: 3)
    /// The clef of drums.
    public static let percussion = Clef(.percussion)

    /// Which of several clefs needs the fewest leger lines for some pitches; the first where they need equally many.
    ///
    /// - Parameters:
    ///   - pitches: What is to be written.
    ///   - candidates: The clefs, at least one; treble and bass where the instrument has no other.
    public static func fitting(_ pitches: some Sequence<Pitch>, among candidates: [Clef] = [.treble, .bass]) -> Clef {
        var counts: [Int: Int] = [:]
        for pitch in pitches { counts[pitch.diatonic, default: 0] += 1 }
        let lines = candidates.map { clef in
            counts.reduce(0) { $0 + clef.legerLines(for: $1.key) * $1.value }
        }
        let best = lines.indices.min { (lines[$0], $0) < (lines[$1], $1) }
        return best.map { candidates[$0] } ?? .treble
    }

    /// How many leger lines a ``Pitch/diatonic`` needs on a staff of five lines.
    private func legerLines(for diatonic: Int) -> Int {
        let place = diatonic - (middleLine - 4)
        return place < 0 ? -place / 2 : max(0, place - 8) / 2
    }

    /// ``Pitch/diatonic`` of the middle line of the staff.
    package var middleLine: Int {
        let (steps, usual) =
            switch sign {
            case .f: (4 * 7 - 4, 4)
            case .c: (4 * 7, 3)
            default: (4 * 7 + 4, 2)
            }
        return steps + 2 * (3 - (line ?? usual)) + 7 * octaveChange
    }
}
