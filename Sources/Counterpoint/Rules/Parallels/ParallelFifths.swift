/// Two voices that move in the same direction from a perfect fifth to a perfect fifth.
public struct ParallelFifths: MotionRule {
    /// What it says of itself.
    public static let card = RuleCard(
        id: "parallel-fifths",
        title: "Parallel fifths",
        group: .parallels,
        fault: """
            Two voices move in the same direction, both to a new pitch, and stand a perfect fifth apart before and after. \
            Octaves between them do not count: a twelfth is a fifth.
            """,
        reason: """
            Of all intervals but the octave, the fifth binds two voices most closely. When it moves along with them, the ear takes \
            the two for one, and a voice is lost from the texture.
            """,
        exceptions: [
            "Notes that are repeated, and voices that only change octaves or change places, do not move.",
            "A diminished fifth is no perfect one; see unequal-fifths.",
            "Fifths that belong to two different pairs of voices are no parallels.",
            "Nine of the fifteen parallels that two editions of Bach's chorales agree on are one formula: an anticipation in the soprano on the off-beat eighth before a cadence. In the profile bach, arrivals off the beat by step are a warning.",
        ],
        sources: [
            "Fux, Gradus ad Parnassum (1725), first species",
            "Kostka & Payne, Tonal Harmony, on parallel motion",
            "Aldwell & Schachter, Harmony and Voice Leading, on parallel fifths and octaves",
            "Piston, Harmony, on the motion of voices",
        ],
        severity: Severities(strict: .error, chorale: .error, bach: .error, strings: .warning),
        mild: .init(
            "a voice arrives by step off the beat, as anticipations and passing notes do",
            Severities(strict: .error, chorale: .error, bach: .warning, strings: .warning)),
        wrong: [
            Example(
                "Soprano and bass rise together in fifths.",
                """
                S ↓C5 ↓D5
                A G4 G4
                T E4 D4
                B ↓F3 ↓G3
                """),
            Example(
                "A twelfth is a fifth with an octave in between.",
                """
                S ↓G4 ↓F4
                B ↓C3 ↓Bb2
                """),
            Example(
                "The lower part may sound higher: the fifth is measured between what sounds.",
                """
                A ↓C4 ↓D4
                T ↓G4 ↓A4
                """),
            Example(
                "An anticipation against a passing note.",
                """
                S E5 ↓D5/2 ↓C5/2 C5*2
                T C5 ↓G4/2 ↓F4/2 E4*2
                """),
            Example(
                "Each further fifth is one more.",
                """
                S ↓C5 ↓D5 ↓E5
                B ↓F3 ↓G3 ↓A3
                """),
        ],
        right: [
            Example(
                "A fifth that is struck again does not move.",
                """
                S C5 C5
                B F3 F3
                """),
            Example(
                "In contrary motion the rule is another: contrary-fifths.",
                """
                S C5 D5
                B F4 G3
                """),
            Example(
                "A diminished fifth comes between.",
                """
                S F5 E5
                A B4 A4
                """),
            Example(
                "A diminished fifth follows.",
                """
                S G4 F4
                A C4 B3
                """),
            Example(
                "An augmented fifth is no fifth.",
                """
                S G#4 A4
                A C4 D4
                """),
            Example(
                "A sixth follows.",
                """
                S C5 D5
                B F3 F3/2 G3/2
                """),
            Example(
                "Both leap an octave.",
                """
                S C4 C5
                B F2 F3
                """),
            Example(
                "The voices change places.",
                """
                A C4 G4
                T G4 C5
                """),
            Example(
                "A rest lies between.",
                """
                S C5/2 r/2 D5
                B F3 G3
                """),
            Example(
                "The second fifth is another pair's.",
                """
                S C5 E5
                A A4 D5
                B F3 G3
                """),
        ])

    /// The rule, which has no limits.
    public init(_ limits: Limits) {}

    /// The fault, if there is one.
    public func offence(in motion: Motion) -> Offence? {
        guard motion.isSameDirection, motion.before.isPerfectFifth, motion.after.isPerfectFifth,
            !motion.isRegisterChange
        else { return nil }
        let isOrnament = !motion.isOnBeat && (motion.upper.isStep || motion.lower.isStep)
        return Offence(motion, "parallel fifths", degree: isOrnament ? .mild : .usual)
    }
}
