/// Two voices that move in the same direction into an octave, the upper one by a leap.
public struct DirectOctaves: MotionRule {
    /// What it says of itself.
    public static let card = RuleCard(
        id: "direct-octaves",
        title: "Direct octaves",
        group: .directMotion,
        fault: """
            The first and the last voice move in the same direction into an octave or a unison, from another interval, and the upper \
            one by more than a step. In strict style any two voices.
            """,
        reason: "Both voices seem to run for the same note, which then stands bare.",
        exceptions: [
            "The bass leaps a fourth or fifth under a step of the soprano in most cadences; that is never told."
        ],
        sources: [
            "Fux, Gradus ad Parnassum (1725), for all pairs of voices",
            "Kostka & Payne, Tonal Harmony, on direct fifths and octaves",
            "Aldwell & Schachter, Harmony and Voice Leading, on hidden fifths and octaves",
        ],
        severity: Severities(strict: .warning, chorale: .warning, bach: .warning, strings: .info),
        wrong: [
            Example(
                "Soprano and bass leap up into an octave.",
                """
                S ↓G4 ↓C5
                B ↓A2 ↓C3
                """),
            Example(
                "In strict style inner voices count too.",
                """
                S G5 G5
                A ↓E4 ↓C4
                T ↓D3 ↓C3
                B C3 C3
                """, profiles: [.strict]),
        ],
        right: [
            Example(
                "The upper voice moves by step: a cadence.",
                """
                S B4 C5
                B G3 C4
                """),
            Example(
                "The voices move against each other.",
                """
                S G4 C5
                B E3 C3
                """),
            Example(
                "Two octaves are parallels.",
                """
                S C5 E5
                B C3 E3
                """),
            Example(
                "A sixth follows.",
                """
                S G4 C5
                B B2 E3
                """),
            Example(
                "Inner voices.",
                """
                S G5 G5
                A E4 C4
                T D3 C3
                B C3 C3
                """, profiles: [.chorale, .bach, .strings]),
        ])

    private let isInAllPairs: Bool

    /// The rule, for the outer voices or for all pairs.
    public init(_ limits: Limits) { isInAllPairs = limits.directInAllPairs }

    /// The fault, if there is one.
    public func offence(in motion: Motion) -> Offence? {
        guard motion.voices.areOuter || isInAllPairs, motion.isSameDirection, motion.after.isOctaveOrUnison,
            !motion.before.isOctaveOrUnison, !motion.upper.isStep
        else { return nil }
        return Offence(motion, "a direct \(motion.after.isUnison ? "unison" : "octave")")
    }
}
