import ScoreModel

/// A note outside the range of its voice in a choir.
public struct VoiceRange: LineRule {
    /// What it says of itself.
    public static let card = RuleCard(
        id: "voice-range",
        title: "Out of the voice's range",
        group: .ranges,
        fault: """
            A note lies outside the range of its voice: soprano C4 to G5, alto G3 to D5, tenor C3 to G4, bass E2 to D4, the limits \
            included. Each note is told once.
            """,
        reason: "Few singers of a choir reach it, and those who do strain.",
        exceptions: [
            "Where neither names nor clefs tell which voice a part is, nothing is told.",
            "The ranges can be set (limits, ranges).",
        ],
        sources: [
            "Laitz, The Complete Musician; Open Music Theory: the widest of the common textbook ranges",
            "Kostka & Payne and Aldwell & Schachter have the alto to C5 and the bass to C4",
        ],
        severity: Severities(strict: .warning, chorale: .warning, bach: .info, strings: .warning),
        grave: .init(
            "beyond what Bach's chorales reach but for a few notes: B3 to A5, F3 to E5, B2 to A4, D2 to E4",
            Severities(strict: .error, chorale: .error, bach: .warning, strings: .error)),
        wrong: [
            Example(
                "Too low for the soprano.",
                """
                S ↓B3 C4
                """),
            Example(
                "Too high for the soprano, and far too high.",
                """
                S G5 ↓A5 ↓Bb5
                """),
            Example(
                "The alto's limits.",
                """
                A ↓F#3 G3 D5 ↓Eb5
                """),
            Example(
                "The tenor's limits.",
                """
                T ↓B2 C3 G4 ↓G#4
                """),
            Example(
                "The bass's limits, and beyond.",
                """
                B ↓Eb2 E2 D4 ↓C2
                """),
        ],
        right: [
            Example(
                "The limits themselves.",
                """
                S C4 G5
                A G3 D5
                T C3 G4
                B E2 D4
                """),
            Example(
                "Of an unnamed voice nothing is known.",
                """
                X C2 C7
                """),
        ])

    private let compasses: [Role: Limits.Compass]

    /// The rule with the ranges of a style.
    public init(_ limits: Limits) { compasses = limits.compasses }

    /// The faults.
    public func offences(in line: Line) -> [Offence] {
        guard let role = line.role, role.isVocal, let compass = compasses[role] else { return [] }
        var offences: [Offence] = []
        for index in line.events.indices where !compass.usual.contains(line.events[index].height) {
            let event = line.events[index]
            let isLow = event.height < compass.usual.lowerBound
            var offence = Offence(
                line, line.events[index...index], at: event,
                "\(event.pitch) is too \(isLow ? "low" : "high") for \(line.label): the range is \(compass.low) to \(compass.high)"
            )
            if !compass.utmost.contains(event.height) { offence.degree = .grave }
            offences.append(offence)
        }
        return offences
    }
}
