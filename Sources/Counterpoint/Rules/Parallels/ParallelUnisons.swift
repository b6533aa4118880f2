/// Two voices that move in the same direction from a unison to a unison.
public struct ParallelUnisons: MotionRule {
    /// What it says of itself.
    public static let card = RuleCard(
        id: "parallel-unisons",
        title: "Parallel unisons",
        group: .parallels,
        fault: "Two voices sound the same pitch and move together to another pitch that both sound.",
        reason: "The two are one voice, and the texture has one less.",
        exceptions: [
            "Three and more on end are a doubling, which is told once; see doubling-run.",
            "Parts that are meant to play in unison, as choir and instruments often are.",
        ],
        sources: [
            "Kostka & Payne, Tonal Harmony, on parallel motion",
            "Aldwell & Schachter, Harmony and Voice Leading, on parallel fifths and octaves",
        ],
        severity: Severities(strict: .error, chorale: .error, bach: .error, strings: .info),
        mild: .init(
            "an instrument takes part, as where it goes with a voice",
            Severities(strict: .info, chorale: .info, bach: .info, strings: .info)),
        wrong: [
            Example(
                "Tenor and bass share two notes.",
                """
                A E4 F4
                T ↓C4 ↓D4
                B ↓C4 ↓D4
                """)
        ],
        right: [
            Example(
                "A unison that is struck again.",
                """
                T C4 C4
                B C4 C4
                """),
            Example(
                "A unison that opens into an octave is none.",
                """
                T C4 D4
                B C4 D3
                """),
            Example(
                "A unison that is left by different steps.",
                """
                T C4 E4
                B C4 D4
                """),
            Example(
                "Both leap an octave.",
                """
                T C3 C4
                B C3 C4
                """),
            Example(
                "The same key by another letter is no unison.",
                """
                T C4 D#4
                B C4 Eb4
                """),
            Example(
                "Three on end are a doubling-run.",
                """
                A C4 D4 E4 D4
                T C4 D4 E4 D4
                """),
            Example(
                "A second comes first; the unison is direct.",
                """
                A D4 E4
                T C4 E4
                """),
        ])

    /// The rule, which has no limits of its own.
    public init(_ limits: Limits) {}

    /// The fault, if there is one.
    public func offence(in motion: Motion) -> Offence? {
        guard motion.isSameDirection, motion.before.isUnison, motion.after.isUnison, !motion.isRegisterChange,
            !motion.isDoubling
        else {
            return nil
        }
        return Offence(motion, "parallel unisons", degree: motion.voices.includesInstrument ? .mild : .usual)
    }
}
