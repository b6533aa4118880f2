/// The bass too far below its neighbour.
public struct SpacingBass: SonorityRule {
    /// What it says of itself.
    public static let card = RuleCard(
        id: "spacing-bass",
        title: "Bass too far below",
        group: .spacing,
        fault: """
            The last voice sounds more than two octaves below its neighbour, in strict style more than a twelfth. What goes on is told \
            once, where it begins.
            """,
        reason: "The bass may stand apart, and yet at some distance it no longer carries the chord.",
        exceptions: [
            "Bach goes beyond a twelfth in every second chorale, beyond two octaves in one of forty.",
            "The limit can be set (limits, spacing, bass).",
        ],
        sources: [
            "Laitz, The Complete Musician: a twelfth",
            "Kostka & Payne, Tonal Harmony: no limit",
        ],
        severity: Severities(strict: .warning, chorale: .info, bach: .info, strings: .off),
        wrong: [
            Example(
                "More than two octaves.",
                """
                T ↓F4
                B ↓E2
                """, profiles: [.chorale, .bach]),
            Example(
                "More than a twelfth, in strict style.",
                """
                T ↓A3
                B ↓C2
                """, profiles: [.strict]),
        ],
        right: [
            Example(
                "Two octaves.",
                """
                T E4
                B E2
                """, profiles: [.chorale, .bach, .strings]),
            Example(
                "A twelfth.",
                """
                T G3
                B C2
                """),
            Example(
                "Upper voices have a rule of their own.",
                """
                S G5
                T F3
                B C3
                """),
        ])

    private let limit: Int

    /// The rule with the spacing of a style.
    public init(_ limits: Limits) { limit = limits.bassSpacing * 1000 }

    /// True while the bass is too far away.
    public func isBroken(by sonority: Sonority) -> Bool {
        sonority.voices.areNeighbours && sonority.voices.includesBass
            && sonority.upper.height - sonority.lower.height > limit
    }

    /// The fault.
    public func offence(in sonority: Sonority) -> Offence {
        Offence(
            sonority,
            "\(sonority.voices.labels[1]) is \(withArticle(sonority.interval.words)) below \(sonority.voices.labels[0])"
        )
    }
}
