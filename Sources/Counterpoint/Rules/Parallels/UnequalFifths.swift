/// Two voices that move in the same direction from a diminished fifth to a perfect one.
public struct UnequalFifths: MotionRule {
    /// What it says of itself.
    public static let card = RuleCard(
        id: "unequal-fifths",
        title: "Unequal fifths",
        group: .parallels,
        fault: """
            Two voices move in the same direction from a diminished fifth to a perfect fifth. The other way round, from perfect to \
            diminished, nothing is wrong.
            """,
        reason: """
            The diminished fifth wants to close into a third. When it opens into a perfect fifth instead, its dissonance is left \
            without its answer, and a fifth stands out.
            """,
        exceptions: [
            "Without the bass it is common: Bach has one in about six chorales, and not one with the bass.",
            "From I over V4/3 to I6, with the tenths of the bass in parallel, it is taught as licensed.",
        ],
        sources: [
            "Kostka & Payne, Tonal Harmony, on unequal fifths",
            "Aldwell & Schachter, Harmony and Voice Leading, on successive fifths of different size",
        ],
        severity: Severities(strict: .error, chorale: .warning, bach: .warning, strings: .info),
        mild: .init(
            "the lower voice is not the bass",
            Severities(strict: .warning, chorale: .info, bach: .info, strings: .off)),
        wrong: [
            Example(
                "Against the bass.",
                """
                S ↓F5 ↓G5
                B ↓B3 ↓C4
                """),
            Example(
                "Between upper voices.",
                """
                S ↓F5 ↓G5
                A ↓B4 ↓C5
                B G3 C3
                """, profiles: [.strict, .chorale, .bach]),
        ],
        right: [
            Example(
                "From perfect to diminished.",
                """
                S G5 F5
                B C4 B3
                """),
            Example(
                "The diminished fifth closes.",
                """
                S F5 E5
                B B3 C4
                """),
            Example(
                "An augmented fourth is none.",
                """
                S B4 D5
                B F4 G4
                """),
            Example(
                "The voices move against each other.",
                """
                S F5 G5
                A B4 C4
                """),
            Example(
                "A sixth follows.",
                """
                S F5 A5
                A B4 C5
                """),
        ])

    /// The rule, which has no limits.
    public init(_ limits: Limits) {}

    /// The fault, if there is one.
    public func offence(in motion: Motion) -> Offence? {
        guard motion.isSameDirection, motion.before.isDiminishedFifth, motion.after.isPerfectFifth else { return nil }
        return Offence(
            motion, "a diminished fifth moves to a perfect one",
            degree: motion.voices.includesBass ? .usual : .mild)
    }
}
