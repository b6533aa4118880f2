/// Two neighbours that move in the same direction into a unison.
public struct DirectUnison: MotionRule {
    /// What it says of itself.
    public static let card = RuleCard(
        id: "direct-unison",
        title: "Direct unison",
        group: .directMotion,
        fault:
            "Two neighbouring voices move in the same direction into a unison, from another interval than that or an octave.",
        reason: "One voice runs into the other, and for a moment neither can be told from it.",
        exceptions: ["Tenor and bass in a cadence often meet this way."],
        sources: ["Lovelock, First Year Harmony, on approaching a unison"],
        severity: Severities(strict: .info, chorale: .info, bach: .info, strings: .off),
        wrong: [
            Example(
                "Alto and tenor rise into one note.",
                """
                A ↓D4 ↓E4
                T ↓C4 ↓E4
                """, profiles: [.strict, .chorale, .bach])
        ],
        right: [
            Example(
                "From opposite sides.",
                """
                A F4 E4
                T C4 E4
                """),
            Example(
                "Two unisons are parallels.",
                """
                A D4 E4
                T D4 E4
                """),
            Example(
                "From an octave they are parallel-octaves.",
                """
                A D4 E4
                T D3 E4
                """),
            Example(
                "An octave is none.",
                """
                A D4 E4
                T B2 E3
                """),
            Example(
                "Another voice stands between.",
                """
                S D4 E4
                A C4 C4
                T C4 E4
                """),
        ])

    /// The rule, which has no limits.
    public init(_ limits: Limits) {}

    /// The fault, if there is one.
    public func offence(in motion: Motion) -> Offence? {
        guard motion.voices.areNeighbours, motion.isSameDirection, motion.after.isUnison,
            !motion.before.isOctaveOrUnison
        else { return nil }
        return Offence(motion, "a direct unison")
    }
}
