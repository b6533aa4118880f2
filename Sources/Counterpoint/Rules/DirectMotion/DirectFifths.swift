/// Two voices that move in the same direction into a perfect fifth, the upper one by a leap.
public struct DirectFifths: MotionRule {
    /// What it says of itself.
    public static let card = RuleCard(
        id: "direct-fifths",
        title: "Direct fifths",
        group: .directMotion,
        fault: """
            The first and the last voice move in the same direction into a perfect fifth, from another interval, and the upper one \
            by more than a step. In strict style any two voices.
            """,
        reason: """
            The leap bares the fifth: had the upper voice filled it with steps, a fifth would have come before the fifth. Also called hidden \
            or covered.
            """,
        exceptions: [
            "By step in the upper voice it is everywhere in Bach's chorales and never told.",
            "Horn fifths, and a change of position over one harmony, are fine.",
        ],
        sources: [
            "Fux, Gradus ad Parnassum (1725), for all pairs of voices",
            "Kostka & Payne, Tonal Harmony, on direct fifths and octaves",
            "Aldwell & Schachter, Harmony and Voice Leading, on hidden fifths and octaves",
            "Laitz, The Complete Musician, on direct intervals",
        ],
        severity: Severities(strict: .warning, chorale: .warning, bach: .warning, strings: .info),
        wrong: [
            Example(
                "Soprano and bass leap up into a fifth.",
                """
                S ↓E4 ↓A4
                B ↓C3 ↓D3
                """),
            Example(
                "A twelfth is a fifth.",
                """
                S ↓B4 ↓G4
                A G4 E4
                B ↓D3 ↓C3
                """),
            Example(
                "In strict style inner voices count too.",
                """
                S C5 C5
                A ↓C4 ↓G4
                T ↓E3 ↓C4
                B C3 C3
                """, profiles: [.strict]),
        ],
        right: [
            Example(
                "The upper voice moves by step.",
                """
                S F#4 G4
                B A3 C4
                """),
            Example(
                "The voices move against each other.",
                """
                S E4 A4
                B E3 D3
                """),
            Example(
                "Two fifths are parallels.",
                """
                S G4 B4
                B C3 E3
                """),
            Example(
                "The fifth is diminished.",
                """
                S C5 F5
                B A3 B3
                """),
            Example(
                "Inner voices.",
                """
                S C5 C5
                A C4 G4
                T E3 C4
                B C3 C3
                """, profiles: [.chorale, .bach, .strings]),
        ])

    private let isInAllPairs: Bool

    /// The rule, for the outer voices or for all pairs.
    public init(_ limits: Limits) { isInAllPairs = limits.directInAllPairs }

    /// The fault, if there is one.
    public func offence(in motion: Motion) -> Offence? {
        guard motion.voices.areOuter || isInAllPairs, motion.isSameDirection, motion.after.isPerfectFifth,
            !motion.before.isPerfectFifth, !motion.upper.isStep
        else { return nil }
        return Offence(motion, "a direct fifth")
    }
}
