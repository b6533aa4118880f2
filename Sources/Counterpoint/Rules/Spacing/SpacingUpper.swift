/// Neighbours above the bass more than an octave apart.
public struct SpacingUpper: SonorityRule {
    /// What it says of itself.
    public static let card = RuleCard(
        id: "spacing-upper",
        title: "Upper voices too far apart",
        group: .spacing,
        fault: """
            Two neighbouring voices, neither of them the bass, sound more than an octave apart. What goes on is told once, where it \
            begins.
            """,
        reason: "The chord falls into two halves with a hole between, and its voices no longer blend.",
        exceptions: ["Exactly an octave is fine.", "The limit can be set (limits, spacing, upper)."],
        sources: [
            "Kostka & Payne, Tonal Harmony, on the spacing of four voices",
            "Aldwell & Schachter, Harmony and Voice Leading, on spacing",
            "Piston, Harmony, on spacing",
        ],
        severity: Severities(strict: .error, chorale: .warning, bach: .info, strings: .off),
        wrong: [
            Example(
                "A ninth between soprano and alto.",
                """
                S ↓D5 C5
                A ↓C4 C4
                T G3 G3
                B C3 C3
                """, profiles: [.strict, .chorale, .bach]),
            Example(
                "A semitone above the octave.",
                """
                S ↓C#5
                A ↓C4
                T G3
                B C3
                """, profiles: [.strict, .chorale, .bach]),
            Example(
                "What goes on is told once, and again when it begins again.",
                """
                S ↓E5 F5 C5 ↓E5
                A ↓C4 C4 C4 ↓C4
                T G3 G3 G3 G3
                B C3 C3 C3 C3
                """, profiles: [.strict, .chorale, .bach]),
        ],
        right: [
            Example(
                "Exactly an octave.",
                """
                S C5
                A C4
                T C3
                B C3
                """),
            Example(
                "The bass may be far away.",
                """
                S E5
                A C5
                T G4
                B C3
                """),
        ])

    private let limit: Int

    /// The rule with the spacing of a style.
    public init(_ limits: Limits) { limit = limits.upperSpacing * 1000 }

    /// True while the voices are too far apart.
    public func isBroken(by sonority: Sonority) -> Bool {
        sonority.voices.areNeighbours && !sonority.voices.includesBass
            && sonority.upper.height - sonority.lower.height > limit
    }

    /// The fault.
    public func offence(in sonority: Sonority) -> Offence {
        Offence(
            sonority,
            "\(sonority.voices.labels[0]) and \(sonority.voices.labels[1]) are \(withArticle(sonority.interval.words)) apart"
        )
    }
}
