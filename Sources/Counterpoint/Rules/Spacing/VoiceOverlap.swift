/// A voice that moves past the note that its neighbour has just left.
public struct VoiceOverlap: ProgressionRule {
    /// What it says of itself.
    public static let card = RuleCard(
        id: "voice-overlap",
        title: "Voices overlap",
        group: .spacing,
        fault: """
            Of two neighbours that are not crossed, before or after, the upper one moves below the note that the lower one sounded just \
            before, or the lower one above that of the upper.
            """,
        reason: "The ear hears the new note as the other voice's next one.",
        exceptions: [
            "Not told twice where parallel unisons imply it.",
            "Many textbooks tolerate it between inner voices; Bach has one or two in a chorale.",
        ],
        sources: [
            "Kostka & Payne, Tonal Harmony, on overlapping voices",
            "Laitz, The Complete Musician, on overlap",
            "Aldwell & Schachter, Harmony and Voice Leading, where it is tolerated",
        ],
        severity: Severities(strict: .warning, chorale: .info, bach: .info, strings: .off),
        wrong: [
            Example(
                "The tenor rises above the alto's last note.",
                """
                A ↓E4 G4
                T C4 ↓F4
                """, profiles: [.strict, .chorale, .bach]),
            Example(
                "The alto falls below the tenor's last note.",
                """
                A G4 ↓D4
                T ↓E4 C4
                """, profiles: [.strict, .chorale, .bach]),
            Example(
                "The alto holds until the tenor has moved.",
                """
                A ↓E4*2  G4
                T C4*2 ↓F4
                """, profiles: [.strict, .chorale, .bach]),
            Example(
                "The alto rests from then on.",
                """
                A ↓E4 r
                T C4 ↓F4
                """, profiles: [.strict, .chorale, .bach]),
            Example(
                "From a unison.",
                """
                A ↓C4 F4
                T C4 ↓E4
                """, profiles: [.strict, .chorale, .bach]),
            Example(
                "Into a unison.",
                """
                A ↓E4 F4
                T C4 ↓F4
                """, profiles: [.strict, .chorale, .bach]),
        ],
        right: [
            Example(
                "As far as the other's last note.",
                """
                A E4 G4
                T C4 E4
                """),
            Example(
                "Crossed voices have a rule of their own.",
                """
                A E4 E4
                T C4 F4
                """),
            Example(
                "Parallel unisons.",
                """
                A C4 D4
                T C4 D4
                """),
            Example(
                "A rest lies between.",
                """
                A E4/2 r/2 G4
                T C4/2 r/2 F4
                """),
            Example(
                "Down to the other's last note.",
                """
                A G4 E4
                T E4 C4
                """),
        ])

    /// The rule, which has no limits.
    public init(_ limits: Limits) {}

    /// The faults.
    public func offences(in progression: Progression) -> [Offence] {
        var offences: [Offence] = []
        for (upper, lower) in zip(progression.mainVoices, progression.mainVoices.dropFirst()) {
            let (high, low) = (progression.strands[upper], progression.strands[lower])
            guard let highBefore = high.before, let lowBefore = low.before, highBefore.height >= lowBefore.height
            else { continue }
            if let highAfter = high.after, let lowAfter = low.after {
                let areUnisons = highBefore.height == lowBefore.height && highAfter.height == lowAfter.height
                guard highAfter.height >= lowAfter.height, !areUnisons else { continue }
            }
            if let move = high.move, move.to.height < lowBefore.height {
                offences.append(
                    offence(progression, (upper, move.to), (lower, lowBefore), "moves below the last note of"))
            } else if let move = low.move, move.to.height > highBefore.height {
                offences.append(
                    offence(progression, (lower, move.to), (upper, highBefore), "moves above the last note of"))
            }
        }
        return offences
    }

    private func offence(
        _ progression: Progression, _ mover: (voice: Int, event: Event), _ other: (voice: Int, event: Event),
        _ what: String
    ) -> Offence {
        let notes = [mover, other].sorted { $0.voice < $1.voice }
        var offence = Offence(
            at: progression.time, notes: notes.map { Offence.Note(voice: $0.voice, event: $0.event) },
            message: "\(progression.labels[mover.voice]) \(what) \(progression.labels[other.voice])")
        offence.boundary = progression.boundary
        return offence
    }
}
