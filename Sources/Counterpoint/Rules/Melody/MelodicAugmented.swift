/// An augmented interval in a line.
public struct MelodicAugmented: LineRule {
    /// What it says of itself.
    public static let card = RuleCard(
        id: "melodic-augmented",
        title: "Augmented interval in a line",
        group: .melody,
        fault:
            "A voice moves by an augmented second or a larger augmented interval, without a rest between. Chromatic semitones are fine.",
        reason: "Augmented intervals are hard to sing, and point in a direction in which the line then seldom goes.",
        exceptions: [
            "Figures of the harmonic minor scale in an instrumental bass.",
            "Where the spelling was inferred, an augmented second may be a minor third.",
        ],
        sources: [
            "Fux, Gradus ad Parnassum (1725), on permitted intervals",
            "Kostka & Payne, Tonal Harmony, on melody",
            "Aldwell & Schachter, Harmony and Voice Leading, on melodic intervals",
            "Piston, Harmony; Lovelock, First Year Harmony",
        ],
        severity: Severities(strict: .error, chorale: .error, bach: .error, strings: .info),
        needsSpelling: true,
        wrong: [
            Example(
                "From the sixth to the raised seventh degree in minor.",
                """
                S A4 ↓F4 ↓G#4 A4
                """),
            Example(
                "A tritone up.",
                """
                S ↓F4 ↓B4
                """),
            Example(
                "An augmented second down.",
                """
                T ↓B3 ↓Ab3
                """),
        ],
        right: [
            Example(
                "A minor third sounds alike and is fine.",
                """
                S F4 Ab4
                """),
            Example(
                "A chromatic semitone.",
                """
                S F4 F#4
                """),
            Example(
                "A diminished fifth is another rule's.",
                """
                S F5 B4 C5
                """),
            Example(
                "A rest lies between.",
                """
                S F4 r G#4
                """),
        ])

    /// The rule, which has no limits.
    public init(_ limits: Limits) {}

    /// The faults.
    public func offences(in line: Line) -> [Offence] {
        line.windows(of: 2).compactMap { pair in
            let interval = Interval(from: pair[pair.startIndex], to: pair[pair.startIndex + 1])
            guard interval.isAugmented, interval.generic > 0 else { return nil }
            return Offence(line, pair, interval)
        }
    }
}
