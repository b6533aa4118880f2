/// A cadence whose dominant has no leading tone.
public struct CadenceLeadingTone: ChordRule {
    /// What it says of itself.
    public static let card = RuleCard(
        id: "cadence-leading-tone",
        title: "Cadence without leading tone",
        group: .cadences,
        fault: """
            A phrase ends from the dominant to the tonic, three voices or more sound in the dominant, and none has the leading tone \
            at any time while it lasts.
            """,
        reason:
            "It is the semitone below the tonic that makes the end an end; without it the fifth in the bass only goes home.",
        exceptions: [
            "A dominant that changes its position or takes its seventh may have had it before.",
            "Two voices cannot have everything.",
            "Voices in octaves and unisons make no chord.",
            "The natural seventh degree in its place, in minor, is told as leading-tone-not-raised.",
            "Plagal and other cadences have no dominant.",
        ],
        sources: [
            "Fux, Gradus ad Parnassum, on the cadence",
            "Aldwell & Schachter, Harmony and Voice Leading, on authentic cadences",
            "Laitz, The Complete Musician, on cadences",
        ],
        severity: Severities(strict: .warning, chorale: .info, bach: .info, strings: .info),
        wrong: [
            Example(
                "Root and fifth alone.",
                """
                S C5 D5 C5^
                A G4 G4 G4^
                B C3 ↓G3 C3^
                H C: I V I
                """),
            Example(
                "In minor.",
                """
                S A4 B4 A4^
                A E4 E4 E4^
                B A3 ↓E3 A3^
                H a: i V i
                """),
            Example(
                "The seventh of the chord does not stand in for it.",
                """
                S C5 D5 C5
                A G4 F4 E4
                T E4 G4 G4
                B C3 ↓G3 C3
                H C: I V7 I
                """),
            Example(
                "In major the lowered seventh degree does not stand in for it.",
                """
                S C5 D5 C5^
                A G4 Bb4 G4^
                B C3 ↓G3 C3^
                H C: I v I
                """),
        ],
        right: [
            Example(
                "With it.",
                """
                S C5 B4 C5^
                A G4 G4 G4^
                B C3 G3 C3^
                H C: I V I
                """),
            Example(
                "It comes late.",
                """
                S C5~ C5/2 B4/2 C5^
                A G4 D4 E4^
                B C3 G3 C3^
                H C: I V I
                """),
            Example(
                "It is there, and the tonic comes too early.",
                """
                S C5 B4/2 C5/2 C5^
                A G4 D4 E4^
                B C3 G3 C3^
                H C: I V I
                """),
            Example(
                "The seventh takes its place when it was there.",
                """
                S C5 B4 D5 C5^
                A G4 D4 F4 E4^
                B C3 G3 G3 C3^
                H C: I V V7 I
                """),
            Example(
                "Two voices.",
                """
                S E5 D5 C5^
                B C3 G3 C3^
                H C: I V I
                """),
            Example(
                "Octaves.",
                """
                S C5 G4 C5^
                A C4 G4 C5^
                B C3 G3 C3^
                H C: I V I
                """),
            Example(
                "The natural seventh degree is another fault.",
                """
                S A4 B4 A4^
                A E4 G4 E4^
                B A3 E3 A3^
                H a: i v i
                """),
            Example(
                "A plagal cadence.",
                """
                S C5 C5 C5^
                A E4 F4 E4^
                B C3 F3 C3^
                H C: I IV I
                """),
            Example(
                "A deceptive one.",
                """
                S C5 D5 C5^
                A G4 G4 E4^
                B C3 G3 A3^
                H C: I V vi
                """),
            Example(
                "The phrase goes on.",
                """
                S C5 D5 C5 C5 B4 C5^
                A G4 G4 G4 A4 G4 G4^
                B C3 G3 C3 F3 G3 C3^
                H C: I V I IV V I
                """),
        ])

    /// The rule, which has no limits.
    public init(_ limits: Limits) {}

    /// The faults.
    public func offences(in window: ChordWindow) -> [Offence] {
        guard window.cadenceAfter != nil, let next = window.next, let bassVoice = window.bassVoice,
            next.chord.root.pitchClass == next.key.tonic.pitchClass,
            window.span.chord.root.pitchClass == next.key.dominant.pitchClass,
            // The dominant may have begun with the chord before, as a triad or in another position, and have had it there.
            window.previous?.chord.root.pitchClass != window.span.chord.root.pitchClass,
            let slice = window.slices.first, let bass = slice.notes[bassVoice]
        else { return [] }
        let sounding = slice.notes.compactMap { $0?.event.pitchClass }
        guard sounding.count >= 3, Set(sounding).count > 1 else { return [] }
        let tones = Set(window.slices.flatMap { $0.notes.compactMap { $0?.event.pitchClass } })
        let isNatural = next.key.mode == .minor && tones.contains(next.key.subtonic.pitchClass)
        guard !tones.contains(next.key.leadingTone.pitchClass), !isNatural else { return [] }
        var offence = Offence(
            at: slice.time, notes: [Offence.Note(voice: bassVoice, event: bass.event)],
            message: "The cadence in \(next.key) has no leading tone, \(next.key.leadingTone)")
        offence.confidence = window.confidenceWithNext
        return [offence]
    }
}
