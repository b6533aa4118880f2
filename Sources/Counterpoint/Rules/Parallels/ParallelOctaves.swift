/// Two voices that move in the same direction from an octave to an octave.
public struct ParallelOctaves: MotionRule {
    /// What it says of itself.
    public static let card = RuleCard(
        id: "parallel-octaves",
        title: "Parallel octaves",
        group: .parallels,
        fault: """
            Two voices move in the same direction, both to a new pitch, and stand an octave or its compound apart before and after. \
            One of the two may be a unison.
            """,
        reason: """
            Two voices in octaves sing one melody. As long as they do, the texture has a voice less, and it sounds as if it had been \
            forgotten.
            """,
        exceptions: [
            "Voices that leap an octave together, or change places, only change their register.",
            "Three and more on end are a doubling, which is told once; see doubling-run.",
        ],
        sources: [
            "Fux, Gradus ad Parnassum (1725), first species",
            "Kostka & Payne, Tonal Harmony, on parallel motion",
            "Aldwell & Schachter, Harmony and Voice Leading, on parallel fifths and octaves",
        ],
        severity: Severities(strict: .error, chorale: .error, bach: .error, strings: .warning),
        wrong: [
            Example(
                "Soprano and bass fall together.",
                """
                S ↓C5 ↓B4
                A G4 G4
                B ↓C3 ↓B2
                """),
            Example(
                "From two octaves to one.",
                """
                S ↓C5 ↓D5
                B ↓C3 ↓D4
                """),
            Example(
                "From a unison down to an octave, both falling.",
                """
                A ↓C4 ↓B3
                T ↓C4 ↓B2
                """),
            Example(
                "Twice on end is not yet a doubling.",
                """
                S ↓C5 ↓D5 ↓E5
                B ↓C3 ↓D3 ↓E3
                """),
            Example(
                "From an octave to a unison.",
                """
                A ↓C4 ↓E4
                T ↓C3 ↓E4
                """),
        ],
        right: [
            Example(
                "Both leap an octave.",
                """
                S C4 C5
                B C3 C4
                """),
            Example(
                "An octave that is struck again.",
                """
                S C5 C5
                B C3 C3
                """),
            Example(
                "In contrary motion the rule is another: contrary-octaves.",
                """
                S C5 D5
                B C4 D3
                """),
            Example(
                "Two unisons are parallel-unisons.",
                """
                A C4 D4
                T C4 D4
                """),
            Example(
                "A diminished octave is none.",
                """
                S C5 D5
                B C3 D#3
                """),
            Example(
                "Three on end are a doubling-run.",
                """
                S C5 D5 E5 F5
                B C3 D3 E3 F3
                """),
            Example(
                "A seventh comes first; the octave is direct.",
                """
                S G4 C5
                B A2 C3
                """),
        ])

    /// The rule, which has no limits of its own.
    public init(_ limits: Limits) {}

    /// The fault, if there is one.
    public func offence(in motion: Motion) -> Offence? {
        guard motion.isSameDirection, motion.before.isOctaveOrUnison, motion.after.isOctaveOrUnison,
            motion.before.isOctave || motion.after.isOctave, !motion.isRegisterChange, !motion.isDoubling
        else { return nil }
        return Offence(motion, "parallel octaves")
    }
}
