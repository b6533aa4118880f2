/// A diminished interval in a line that is not followed by a step back inside.
public struct MelodicDiminished: LineRule {
    /// What it says of itself.
    public static let card = RuleCard(
        id: "melodic-diminished",
        title: "Diminished interval left open",
        group: .melody,
        fault: """
            A voice moves by a diminished fourth, fifth or seventh, and does not go on by a step in the other direction, back inside \
            the interval.
            """,
        reason:
            "A diminished interval is sung easily when the line turns back at once: the tension it makes is let go by the step.",
        exceptions: [
            "Bach has a diminished fourth or fifth in every chorale; most turn back.",
            "At the end of a phrase, or before a rest, nothing follows that could turn back.",
        ],
        sources: [
            "Kostka & Payne, Tonal Harmony, on melody",
            "Aldwell & Schachter, Harmony and Voice Leading, on melodic intervals",
        ],
        severity: Severities(strict: .warning, chorale: .info, bach: .info, strings: .off),
        needsSpelling: true,
        wrong: [
            Example(
                "The line goes on down.",
                """
                S ↓C5 ↓F#4 ↓E4
                """, profiles: [.strict, .chorale, .bach]),
            Example(
                "It turns back by a leap.",
                """
                S ↓C5 ↓G#4 ↓B4
                """, profiles: [.strict, .chorale, .bach]),
            Example(
                "Nothing follows.",
                """
                B ↓Ab3 ↓B2
                """, profiles: [.strict, .chorale, .bach]),
        ],
        right: [
            Example(
                "A diminished fifth that turns back.",
                """
                S C5 F#4 G4
                """),
            Example(
                "A diminished seventh that turns back.",
                """
                B Ab3 B2 C3
                """),
            Example(
                "A perfect fifth.",
                """
                S C5 F4 E4
                """),
            Example(
                "An augmented fourth is another rule's.",
                """
                S F4 B4 D5
                """),
        ])

    /// The rule, which has no limits.
    public init(_ limits: Limits) {}

    /// The faults.
    public func offences(in line: Line) -> [Offence] {
        line.windows(of: 2).compactMap { pair in
            let interval = Interval(from: pair[pair.startIndex], to: pair[pair.startIndex + 1])
            guard interval.isDiminished, [3, 4, 6].contains(interval.generic) else { return nil }
            var notes = pair
            if line.events.indices.contains(pair.endIndex) {
                let next = Interval(from: pair[pair.endIndex - 1], to: line.events[pair.endIndex])
                if next.generic == 1, (next.size > 0) == (interval.size < 0) { return nil }
                notes = line.events[pair.startIndex...pair.endIndex]
            }
            return Offence(line, notes, interval, "and does not turn back by step")
        }
    }
}
