/// A voice that sounds below one that it stands above.
public struct VoiceCrossing: SonorityRule {
    /// What it says of itself.
    public static let card = RuleCard(
        id: "voice-crossing",
        title: "Voices cross",
        group: .spacing,
        fault: """
            A voice sounds lower than one that stands below it in the score. Every pair is looked at. What goes on is told once, where \
            it begins.
            """,
        reason: "The ear follows the height of notes: where voices cross it takes the one for the other.",
        exceptions: [
            "A unison is no crossing.",
            "Inner voices of Bach's chorales cross in every second one, where a line is worth it.",
            "In string quartets crossings are a colour, and nothing is told.",
        ],
        sources: [
            "Kostka & Payne, Tonal Harmony, on crossed voices",
            "Aldwell & Schachter, Harmony and Voice Leading, on voice crossing",
        ],
        severity: Severities(strict: .error, chorale: .warning, bach: .warning, strings: .off),
        mild: .init(
            "neither is an outer voice",
            Severities(strict: .error, chorale: .warning, bach: .info, strings: .off)),
        wrong: [
            Example(
                "The tenor above the alto.",
                """
                S C5 C5
                A G4 ↓D4
                T E4 ↓E4
                B C3 C3
                """, profiles: [.strict, .chorale, .bach]),
            Example(
                "The bass above the tenor, told once while it lasts.",
                """
                S C5 C5 C5
                A G4 G4 G4
                T E3 ↓C3 D3
                B C3 ↓E3 F3
                """, profiles: [.strict, .chorale, .bach]),
            Example(
                "Voices that are no neighbours cross too.",
                """
                S ↓D4
                A ↓E4
                T C4
                """, profiles: [.strict, .chorale, .bach]),
        ],
        right: [
            Example(
                "A unison.",
                """
                A D4
                T D4
                """),
            Example(
                "The voices overlap, and do not cross.",
                """
                A G4 E4
                T E4 C4
                """),
            Example(
                "One rests.",
                """
                A D4 r
                T C4 E4
                """),
        ])

    /// The rule, which has no limits.
    public init(_ limits: Limits) {}

    /// True while the voices are crossed.
    public func isBroken(by sonority: Sonority) -> Bool { sonority.isCrossed }

    /// The fault.
    public func offence(in sonority: Sonority) -> Offence {
        var offence = Offence(
            sonority, "\(sonority.voices.labels[1]) sounds above \(sonority.voices.labels[0])")
        offence.degree = sonority.voices.includesBass || sonority.voices.includesTop ? .usual : .mild
        return offence
    }
}
