/// Two voices that stand in fifths, or in octaves, on two beats that follow each other, with other notes between.
public struct BeatParallels: BeatRule {
    /// What it says of itself.
    public static let card = RuleCard(
        id: "beat-parallels",
        title: "Parallels from beat to beat",
        group: .parallels,
        fault: """
            On two beats that follow each other, two voices sound a perfect fifth, or an octave, and go in the same direction from \
            the one to the other, with at least one other note between.
            """,
        reason: "What stands on the beats is heard through the notes between them.",
        exceptions: [
            "It is off, but for strict style: it fires seven to sixteen times as often in Bach's chorales as the rules from note to note."
        ],
        sources: [
            "Fux, Gradus ad Parnassum (1725), third species",
            "Aldwell & Schachter, Harmony and Voice Leading, on parallels between strong beats",
        ],
        severity: Severities(strict: .info, chorale: .off, bach: .off, strings: .off),
        wrong: [
            Example(
                "A third comes between the fifths.",
                """
                S ↓C5/2 A4/2 ↓D5
                B ↓F3 ↓G3
                """),
            Example(
                "A sixth comes between the octaves.",
                """
                S ↓C5 ↓D5
                B ↓C3/2 E3/2 ↓D3
                """),
        ],
        right: [
            Example(
                "From note to note it is parallel-fifths.",
                """
                S C5 D5
                B F3 G3
                """),
            Example(
                "In contrary motion.",
                """
                S C5/2 A4/2 D5
                B F4 G3
                """),
            Example(
                "The second beat has a sixth.",
                """
                S C5/2 A4/2 D5
                B F3 F#3
                """),
            Example(
                "Both leap an octave, with a note between.",
                """
                S C4/2 E4/2 C5
                B F2 F3
                """),
            Example(
                "The first beat has a third, the second a fifth.",
                """
                S A4/2 B4/2 D5
                B F3 G3
                """),
            Example(
                "The first beat has a sixth, the second an octave.",
                """
                S A4/2 B4/2 D5
                B C3 D3
                """),
            Example(
                "The first beat has an octave, the second a seventh.",
                """
                S C5/2 A4/2 D5
                B C3 E3
                """),
        ])

    /// The rule, which has no limits.
    public init(_ limits: Limits) {}

    /// The fault, if there is one.
    public func offence(in motion: Motion) -> Offence? {
        guard motion.isSameDirection, !motion.isRegisterChange, !motion.isNoteToNote else { return nil }
        if motion.before.isPerfectFifth, motion.after.isPerfectFifth {
            return Offence(motion, "parallel fifths from beat to beat")
        }
        guard motion.before.isOctaveOrUnison, motion.after.isOctaveOrUnison else { return nil }
        return Offence(motion, "parallel octaves from beat to beat")
    }
}

extension Motion {
    /// True when both voices go straight from the one note to the other.
    fileprivate var isNoteToNote: Bool {
        upper.from.end == upper.to.onset && lower.from.end == lower.to.onset && upper.to.onset == lower.to.onset
    }
}
