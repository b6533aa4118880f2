/// Four voices or more that all move in the same direction.
public struct AllVoicesSameDirection: ProgressionRule {
    /// What it says of itself.
    public static let card = RuleCard(
        id: "all-voices-same-direction",
        title: "All voices in the same direction",
        group: .directMotion,
        fault: "Every voice moves at the same moment and in the same direction. There are four or more.",
        reason:
            "Without a voice that holds or moves against the others, the chords slide, and the voices lose their independence.",
        exceptions: ["A change of position within one harmony; upbeats before a cadence."],
        sources: [
            "Aldwell & Schachter, Harmony and Voice Leading, on the simultaneous motion of voices",
            "Piston, Harmony, on the motion of voices",
        ],
        severity: Severities(strict: .info, chorale: .info, bach: .info, strings: .off),
        wrong: [
            Example(
                "Up, all four.",
                """
                S ↓C5 ↓E5
                A ↓G4 ↓A4
                T ↓E4 ↓F4
                B ↓C3 ↓D3
                """, profiles: [.strict, .chorale, .bach])
        ],
        right: [
            Example(
                "The bass moves against the others.",
                """
                S C5 D5
                A E4 G4
                T G3 B3
                B C4 G3
                """),
            Example(
                "The alto holds.",
                """
                S C5 D5
                A G4 G4
                T E4 F4
                B C3 D3
                """),
            Example(
                "Three voices.",
                """
                S C5 E5
                A G4 A4
                B C3 D3
                """),
        ])

    /// The least number of voices that this says something of: three often move together.
    private static let leastVoices = 4

    /// The rule, which has no limits.
    public init(_ limits: Limits) {}

    /// The faults.
    public func offences(in progression: Progression) -> [Offence] {
        let moves = progression.strands.compactMap(\.move)
        guard moves.count == progression.strands.count, moves.count >= AllVoicesSameDirection.leastVoices,
            moves.allSatisfy({ $0.isUpward == moves[0].isUpward })
        else { return [] }
        var offence = Offence(
            at: progression.time,
            notes: moves.enumerated().flatMap { voice, move in
                [Offence.Note(voice: voice, event: move.from), Offence.Note(voice: voice, event: move.to)]
            },
            message: "all voices move \(moves[0].isUpward ? "up" : "down")")
        offence.boundary = progression.boundary
        return [offence]
    }
}
