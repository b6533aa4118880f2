/// Two voices that move in opposite directions from a perfect fifth to a perfect fifth.
public struct ContraryFifths: MotionRule {
    /// What it says of itself.
    public static let card = RuleCard(
        id: "contrary-fifths",
        title: "Fifths in contrary motion",
        group: .parallels,
        fault: """
            Two voices move in opposite directions, both to a new pitch, and stand a perfect fifth or its compound apart before and \
            after: a fifth becomes a twelfth, or the other way round.
            """,
        reason: """
            Contrary motion hides the two fifths and does not undo them. Textbooks disagree on how much that matters: some treat \
            them like parallels, others let them pass in inner voices.
            """,
        exceptions: ["Bach has one in about twelve chorales inside a phrase, most between inner voices."],
        sources: [
            "Kostka & Payne, Tonal Harmony, on consecutives by contrary motion",
            "Laitz, The Complete Musician, on contrary fifths and octaves",
            "Piston, Harmony, where they are tolerated",
        ],
        severity: Severities(strict: .error, chorale: .warning, bach: .info, strings: .info),
        wrong: [
            Example(
                "A fifth opens into a twelfth.",
                """
                S ↓D5 ↓E5
                B ↓G4 ↓A3
                """),
            Example(
                "A twelfth closes into a fifth.",
                """
                S ↓E5 ↓D5
                B ↓A3 ↓G4
                """),
        ],
        right: [
            Example(
                "In the same direction the rule is another: parallel-fifths.",
                """
                S D5 E5
                B G3 A3
                """),
            Example(
                "The voices change places.",
                """
                A G4 C4
                T C4 G4
                """),
            Example(
                "A diminished fifth is no perfect one.",
                """
                S D5 F5
                B G4 B3
                """),
            Example(
                "The first is a sixth.",
                """
                S E5 F5
                B G4 Bb3
                """),
        ])

    /// The rule, which has no limits.
    public init(_ limits: Limits) {}

    /// The fault, if there is one.
    public func offence(in motion: Motion) -> Offence? {
        guard !motion.isSameDirection, motion.before.isPerfectFifth, motion.after.isPerfectFifth,
            !motion.isRegisterChange
        else { return nil }
        return Offence(motion, "fifths in contrary motion")
    }
}
