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
        var lines = candidates.map { _ in 0 }
        for pitch in pitches {
            for (index, clef) in candidates.enumerated() { lines[index] += clef.legerLines(for: pitch) }
        }
        let best = lines.indices.min { (lines[$0], $0) < (lines[$1], $1) }
        return best.map { candidates[$0] } ?? .treble
    }

    /// How many leger lines a pitch needs on a staff of five lines.
    private func legerLines(for pitch: Pitch) -> Int {
        let bottom = middleLine - 4
        let place = pitch.diatonic - bottom
        return place < 0 ? -place / 2 : max(0, place - 8) / 2
    }

    /// ``Pitch/diatonic`` of the middle line of the staff.
    private var middleLine: Int {
        let (steps, usual) =
            switch sign {
            case .f: (4 * 7 - 4, 4)
            case .c: (4 * 7, 3)
            default: (4 * 7 + 4, 2)
            }
        return steps + 2 * (3 - (line ?? usual)) + 7 * octaveChange
    }
}
