import ScoreModel

/// A note and its chromatic variant, one after the other in two voices.
public struct CrossRelation: ProgressionRule {
    /// What it says of itself.
    public static let card = RuleCard(
        id: "cross-relation",
        title: "Cross-relation",
        group: .tendencyTones,
        fault: """
            A voice strikes a letter with one alteration, another voice sounded the same letter with another alteration just before (or \
            sounds it still), in whatever octave, and no voice makes the chromatic step itself.
            """,
        reason: """
            The ear follows a note to its chromatic variant in the same voice. When they come in two voices, both sound wrong: the one \
            as if it had been missed, the other as if it had not been heard.
            """,
        exceptions: [
            "Secondary dominants, where the inflection is quick.",
            "The two forms of the sixth and seventh degrees in minor, in lines that go in opposite directions.",
        ],
        sources: [
            "Kostka & Payne, Tonal Harmony, on cross-relations",
            "Aldwell & Schachter, Harmony and Voice Leading, on cross-relations",
            "Piston, Harmony, on false relations",
        ],
        severity: Severities(strict: .error, chorale: .warning, bach: .warning, strings: .info),
        needsSpelling: true,
        wrong: [
            Example(
                "F in the soprano, F sharp in the bass.",
                """
                S ↓F5 D5
                A C5 A4
                B A3 ↓F#3
                """),
            Example(
                "The other voice holds its note.",
                """
                S ↓B4*2  A4
                A G4 ↓Bb4 F4
                """),
        ],
        right: [
            Example(
                "The chromatic step in one voice.",
                """
                S C5 D5
                A A4 A4
                B F3 F#3
                """),
            Example(
                "Some voice makes the step.",
                """
                S F5 D5
                A F4 F#4
                B A3 D3
                """),
            Example(
                "A chord lies between.",
                """
                S F5 E5 D5
                B A3 C4 F#3
                """),
            Example(
                "The same key by another letter.",
                """
                S F5 E5
                B A3 Gb3
                """),
        ])

    /// The rule, which has no limits.
    public init(_ limits: Limits) {}

    /// The faults.
    public func offences(in progression: Progression) -> [Offence] {
        var offences: [Offence] = []
        for (voice, strand) in progression.strands.enumerated() where strand.attacks {
            guard let new = strand.after else { continue }
            for (other, otherStrand) in progression.strands.enumerated() where other != voice {
                guard let old = otherStrand.before, old.isVariant(of: new),
                    !progression.strands.contains(where: { $0.inflects(new.pitch.step) })
                else { continue }
                let notes = [(voice, new), (other, old)].sorted { $0.0 < $1.0 }
                var offence = Offence(
                    at: progression.time, notes: notes.map { Offence.Note(voice: $0.0, event: $0.1) },
                    message:
                        "\(new.pitch) in \(progression.labels[voice]) after \(old.pitch) in \(progression.labels[other])"
                )
                offence.boundary = progression.boundary
                offences.append(offence)
            }
        }
        return offences
    }
}

extension Event {
    /// True for the same letter with another alteration.
    fileprivate func isVariant(of other: Event) -> Bool {
        pitch.step == other.pitch.step && pitch.alter != other.pitch.alter
    }
}

extension Progression.Strand {
    /// True when the voice itself goes from one alteration of a letter to another.
    fileprivate func inflects(_ step: Pitch.Step) -> Bool {
        guard let before, let after else { return false }
        return after.pitch.step == step && before.isVariant(of: after)
    }
}
