/// A leap of more than an octave.
public struct MelodicBeyondOctave: LineRule {
    /// What it says of itself.
    public static let card = RuleCard(
        id: "melodic-beyond-octave",
        title: "Leap beyond an octave",
        group: .melody,
        fault: "A voice leaps more than an octave, without a rest between.",
        reason: "No choir sings such a leap surely, and the line breaks in two.",
        exceptions: ["Instruments leap as they like; in string quartets nothing is told."],
        sources: [
            "Fux, Gradus ad Parnassum (1725), on permitted intervals",
            "Kostka & Payne, Tonal Harmony, on melody",
        ],
        severity: Severities(strict: .error, chorale: .error, bach: .warning, strings: .off),
        wrong: [
            Example(
                "A ninth.",
                """
                B ↓C3 ↓D4
                """, profiles: [.strict, .chorale, .bach]),
            Example(
                "A semitone above the octave, down.",
                """
                S ↓C#5 ↓C4
                """, profiles: [.strict, .chorale, .bach]),
        ],
        right: [
            Example(
                "An octave.",
                """
                B C3 C4
                """),
            Example(
                "A rest lies between.",
                """
                B C3 r D4
                """),
        ])

    /// Thousandths of a semitone.
    private static let octave = 12_000

    /// The rule, which has no limits.
    public init(_ limits: Limits) {}

    /// The faults.
    public func offences(in line: Line) -> [Offence] {
        line.windows(of: 2).compactMap { pair in
            let interval = Interval(from: pair[pair.startIndex], to: pair[pair.startIndex + 1])
            return abs(interval.size) > MelodicBeyondOctave.octave ? Offence(line, pair, interval) : nil
        }
    }
}
