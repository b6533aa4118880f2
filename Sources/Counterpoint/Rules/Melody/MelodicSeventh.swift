/// A seventh in a line.
public struct MelodicSeventh: LineRule {
    /// What it says of itself.
    public static let card = RuleCard(
        id: "melodic-seventh",
        title: "Leap of a seventh",
        group: .melody,
        fault: "A voice leaps a seventh of any size, without a rest between.",
        reason: "A seventh is a dissonance, wide and without a chord to rest on; few lines of a choir have one.",
        exceptions: [
            "A bass that changes its octave to stay in range.",
            "Bach has one in about seven chorales inside a phrase, two of five of them diminished.",
        ],
        sources: [
            "Fux, Gradus ad Parnassum (1725), on permitted intervals",
            "Kostka & Payne, Tonal Harmony, on melody",
            "Piston, Harmony, on the melodic line",
        ],
        severity: Severities(strict: .error, chorale: .warning, bach: .warning, strings: .off),
        wrong: [
            Example(
                "A minor seventh.",
                """
                S ↓D4 ↓C5
                """, profiles: [.strict, .chorale, .bach]),
            Example(
                "A major seventh down.",
                """
                B ↓C4 ↓Db3
                """, profiles: [.strict, .chorale, .bach]),
            Example(
                "A diminished seventh.",
                """
                B ↓Ab3 ↓B2 C3
                """, profiles: [.strict, .chorale, .bach]),
        ],
        right: [
            Example(
                "An octave.",
                """
                S D4 D5
                """),
            Example(
                "A sixth.",
                """
                S D4 Bb4
                """),
            Example(
                "A rest lies between.",
                """
                S D4 r C5
                """),
        ])

    /// The rule, which has no limits.
    public init(_ limits: Limits) {}

    /// The faults.
    public func offences(in line: Line) -> [Offence] {
        line.windows(of: 2).compactMap { pair in
            let interval = Interval(from: pair[pair.startIndex], to: pair[pair.startIndex + 1])
            return interval.generic == 6 ? Offence(line, pair, interval) : nil
        }
    }
}
