/// Two voices that move in opposite directions from an octave or unison to an octave or unison.
public struct ContraryOctaves: MotionRule {
    /// What it says of itself.
    public static let card = RuleCard(
        id: "contrary-octaves",
        title: "Octaves in contrary motion",
        group: .parallels,
        fault: """
            Two voices move in opposite directions, both to a new pitch, and stand an octave, its compound or a unison apart before \
            and after.
            """,
        reason: "The voices sing the same notes, in other octaves: one melody, though the directions differ.",
        exceptions: [
            "At the final cadence outer voices that both go from the fifth to the first degree are common; there the finding is worth knowing only."
        ],
        sources: [
            "Kostka & Payne, Tonal Harmony, on consecutives by contrary motion",
            "Laitz, The Complete Musician, on contrary fifths and octaves",
        ],
        severity: Severities(strict: .error, chorale: .warning, bach: .info, strings: .info),
        mild: .init(
            "the last motion of the piece",
            Severities(strict: .warning, chorale: .info, bach: .info, strings: .info)),
        wrong: [
            Example(
                "An octave opens into two.",
                """
                S ↓C5 ↓D5 E5
                B ↓C4 ↓D3 C3
                """),
            Example(
                "A unison opens into an octave.",
                """
                T ↓C4 ↓F4 E4
                B ↓C4 ↓F3 G3
                """),
            Example(
                "The fifth degree goes to the first in both: the last motion of the piece.",
                """
                S ↓G4 ↓C5
                B ↓G3 ↓C3
                """),
        ],
        right: [
            Example(
                "In the same direction the rule is another: parallel-octaves.",
                """
                S C5 D5
                B C4 D4
                """),
            Example(
                "One melody note in two octaves.",
                """
                S C5 C6
                B C4 C3
                """),
            Example(
                "A ninth follows.",
                """
                S C5 D5
                B C4 C3
                """),
            Example(
                "A fifth comes first.",
                """
                S G4 A4
                B C4 A3
                """),
        ])

    /// The rule, which has no limits.
    public init(_ limits: Limits) {}

    /// The fault, if there is one.
    public func offence(in motion: Motion) -> Offence? {
        guard !motion.isSameDirection, motion.before.isOctaveOrUnison, motion.after.isOctaveOrUnison,
            !motion.isRegisterChange
        else { return nil }
        return Offence(motion, "octaves in contrary motion", degree: motion.isFinal ? .mild : .usual)
    }
}
