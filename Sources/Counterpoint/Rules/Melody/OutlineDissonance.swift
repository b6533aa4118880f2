/// Two leaps in one direction that span a dissonance.
public struct OutlineDissonance: LineRule {
    /// What it says of itself.
    public static let card = RuleCard(
        id: "outline-dissonance",
        title: "Dissonance in outline",
        group: .melody,
        fault:
            "A voice leaps twice in the same direction, and the two leaps together span a seventh, a ninth or a tritone.",
        reason: "The ear hears the first and the last of the three notes as one interval, and that is a dissonance.",
        exceptions: ["Broken seventh chords, in the bass above all."],
        sources: [
            "Kostka & Payne, Tonal Harmony, on melody",
            "Piston, Harmony, on the melodic line",
        ],
        severity: Severities(strict: .info, chorale: .info, bach: .off, strings: .off),
        wrong: [
            Example(
                "Two fourths span a seventh.",
                """
                S ↓D4 ↓G4 ↓C5
                """, profiles: [.strict, .chorale]),
            Example(
                "Two fifths span a ninth.",
                """
                B ↓C4 ↓F3 ↓Bb2
                """, profiles: [.strict, .chorale]),
            Example(
                "Two minor thirds span a tritone.",
                """
                S ↓B4 ↓D5 ↓F5
                """, profiles: [.strict, .chorale]),
        ],
        right: [
            Example(
                "A broken triad.",
                """
                S C4 E4 G4
                """),
            Example(
                "Two fourths with a turn.",
                """
                S D4 G4 D4
                """),
            Example(
                "A leap and a step.",
                """
                S D4 B4 C5
                """),
            Example(
                "An octave.",
                """
                S C4 G4 C5
                """),
        ])

    /// Thousandths of a semitone.
    private static let tritone = 6000

    /// The rule, which has no limits.
    public init(_ limits: Limits) {}

    /// The faults.
    public func offences(in line: Line) -> [Offence] {
        line.windows(of: 3).compactMap { group in
            let start = group.startIndex
            let (first, second) = (
                Interval(from: group[start], to: group[start + 1]),
                Interval(from: group[start + 1], to: group[start + 2])
            )
            guard first.generic > 1, second.generic > 1, (first.size > 0) == (second.size > 0) else { return nil }
            let whole = Interval(from: group[start], to: group[start + 2])
            guard whole.generic == 6 || whole.generic == 8 || abs(whole.size) == OutlineDissonance.tritone else {
                return nil
            }
            var offence = Offence(
                line, group, at: group[start + 2], "two leaps of \(line.label) outline \(withArticle(whole.words))")
            offence.intervals = [first.name, second.name, whole.name]
            offence.boundary = line.boundary(inside: group)
            return offence
        }
    }
}
