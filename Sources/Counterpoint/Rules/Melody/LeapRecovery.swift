/// A large leap after which the line does not turn.
public struct LeapRecovery: LineRule {
    /// What it says of itself.
    public static let card = RuleCard(
        id: "leap-recovery",
        title: "Leap that is not recovered",
        group: .melody,
        fault: "A voice leaps a sixth or more, and its next other note goes on in the same direction.",
        reason:
            "A line that has leapt far is balanced by turning back; when it goes on, it leaves the middle of its range at once.",
        exceptions: [
            "The bass often goes on, and so does a line that unfolds a chord.",
            "A phrase or a rest that ends after the leap asks for nothing.",
        ],
        sources: [
            "Fux, Gradus ad Parnassum (1725), on leaps",
            "Kostka & Payne, Tonal Harmony, on melody",
        ],
        severity: Severities(strict: .info, chorale: .info, bach: .off, strings: .off),
        wrong: [
            Example(
                "A sixth up, and on.",
                """
                S ↓D4 ↓B4 ↓C5
                """, profiles: [.strict, .chorale]),
            Example(
                "An octave down, and on; notes that are repeated do not turn.",
                """
                S ↓D5 ↓D4 D4 ↓C4
                """, profiles: [.strict, .chorale]),
        ],
        right: [
            Example(
                "The line turns.",
                """
                S D4 B4 A4
                """),
            Example(
                "A fifth needs no turn.",
                """
                S D4 A4 B4
                """),
            Example(
                "The phrase ends on the leap.",
                """
                S D4 B4^ C5
                """),
        ])

    /// Letters of a sixth.
    private static let leap = 5

    /// The rule, which has no limits.
    public init(_ limits: Limits) {}

    /// The faults.
    public func offences(in line: Line) -> [Offence] {
        line.phrases.flatMap { phrase in
            phrase.indices.dropLast(2).compactMap { index -> Offence? in
                let interval = Interval(from: phrase[index], to: phrase[index + 1])
                guard interval.generic >= LeapRecovery.leap,
                    let next = phrase[(index + 2)...].first(where: { $0.height != phrase[index + 1].height }),
                    (next.height > phrase[index + 1].height) == (interval.size > 0)
                else { return nil }
                var offence = Offence(line, phrase[index...(index + 1)], interval, "and goes on in that direction")
                offence.notes.append(Offence.Note(voice: line.voice, event: next))
                return offence
            }
        }
    }
}
