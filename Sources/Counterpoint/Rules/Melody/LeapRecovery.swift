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
            "A rest after the leap asks for nothing; neither, in truth, does the end of a phrase, across which nothing is more than worth knowing.",
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
                "The line rests after the leap.",
                """
                S D4 B4 r C5
                """),
        ])

    /// Letters of a sixth.
    private static let leap = 5

    /// The rule, which has no limits.
    public init(_ limits: Limits) {}

    /// The faults.
    public func offences(in line: Line) -> [Offence] {
        line.windows(of: 2).compactMap { pair in
            let (from, to) = (pair[pair.startIndex], pair[pair.startIndex + 1])
            let interval = Interval(from: from, to: to)
            guard interval.generic >= LeapRecovery.leap,
                let next = line.events[pair.endIndex...].firstIndex(where: { $0.height != to.height }),
                (line.events[next].height > to.height) == (interval.size > 0)
            else { return nil }
            var offence = Offence(line, pair, interval, "and goes on in that direction")
            offence.notes.append(Offence.Note(voice: line.voice, event: line.events[next]))
            offence.boundary = line.boundary(inside: line.events[pair.startIndex...next])
            return offence
        }
    }
}
