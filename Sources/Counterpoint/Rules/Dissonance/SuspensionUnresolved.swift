/// A dissonance that is prepared as a suspension and does not resolve.
public struct SuspensionUnresolved: ChordRule {
    /// What it says of itself.
    public static let card = RuleCard(
        id: "suspension-unresolved",
        title: "Suspension that does not resolve",
        group: .dissonance,
        fault: """
            A voice keeps a tone of the chord before, held or struck again, on a beat that is no weaker than the moment before, where \
            the tone belongs to the chord no more; and neither of its next two notes lies a step below.
            """,
        reason: """
            A suspension is a note that comes too late. What it is late for is the note below: without that the dissonance hangs in \
            the air.
            """,
        exceptions: [
            "A note may come between, as in an ornamented resolution.",
            "A retardation steps up at once.",
            "The next chord has the tone, so that it is no dissonance any more.",
            "It is held into further chords, and steps down then.",
            "A pedal stays where it is while the chords change.",
            "When the phrase ends with it, it is told as phrase-end-dissonance.",
        ],
        sources: [
            "Fux, Gradus ad Parnassum, fourth species",
            "Aldwell & Schachter, Harmony and Voice Leading, on suspensions",
            "Laitz, The Complete Musician, on suspensions",
        ],
        severity: Severities(strict: .error, chorale: .warning, bach: .warning, strings: .info),
        wrong: [
            Example(
                "The fourth leaps down instead of going to the third.",
                """
                S r ↓C5~ | C5 ↓G4 G4 G4
                A r E4 | D4 D4 E4 E4
                B r C3 | G3 G3 C3 C3
                H C: r I | V*2 I*2
                """),
            Example(
                "The same, struck again.",
                """
                S r C5 | ↓C5 ↓G4 G4 G4
                A r E4 | D4 D4 E4 E4
                B r C3 | G3 G3 C3 C3
                H C: r I | V*2 I*2
                """),
            Example(
                "The note breaks off.",
                """
                S r ↓C5~ | C5 r G4 G4
                A r E4 | D4 D4 E4 E4
                B r C3 | G3 G3 C3 C3
                H C: r I | V*2 I*2
                """),
            Example(
                "Two notes come between: the third is too late.",
                """
                S r ↓C5~ | C5/2 ↓G4/2 D5/2 B4/2 C5 C5
                A r E4 | D4 D4 E4 E4
                B r C3 | G3 G3 C3 C3
                H C: r I | V*2 I*2
                """),
        ],
        right: [
            Example(
                "It steps down.",
                """
                S r C5~ | C5 B4 C5 C5
                A r E4 | D4 D4 E4 E4
                B r C3 | G3 G3 C3 C3
                H C: r I | V*2 I*2
                """),
            Example(
                "One note comes between.",
                """
                S r C5~ | C5/2 G4/2 B4 C5 C5
                A r E4 | D4 D4 E4 E4
                B r C3 | G3 G3 C3 C3
                H C: r I | V*2 I*2
                """),
            Example(
                "A retardation steps up.",
                """
                S r B4~ | B4 C5 C5 C5
                A r D4 | E4 E4 E4 E4
                B r G3 | C3 C3 C3 C3
                H C: r V | I*4
                """),
            Example(
                "The next chord has the tone.",
                """
                S r C5~ | C5 C5 C5 C5
                A r E4 | D4 F4 E4 E4
                B r C3 | G3 A3 G3 C3
                H C: r I | V IV6 I64 I
                """),
            Example(
                "It is still foreign to the next chord, and steps down then.",
                """
                S r C5~ | C5*2 B4 C5
                A r E4 | D4 F4 F4 E4
                B r C3 | G3 B3 G3 C3
                H C: r I | V viio6 V7 I
                """),
            Example(
                "A pedal.",
                """
                S r C5 | D5 C5 B4 C5
                A r E4 | F4 F4 D4 E4
                B r C3~ | C3*2 G3 C3
                H C: r I | V7 IV V I
                """),
            Example(
                "Off the beat it is no suspension.",
                """
                S r C5~ | C5*3/2 G4/2 E4 E4
                A r E4 | E4/4 G4/4 D4/2 D4 C4 C4
                B r C3 | C3/4 E3/4 G3/2 G3 C3 C3
                H C: r I | I*1/2 V*3/2 I*2
                """),
            Example(
                "Without preparation it is another fault.",
                """
                S r G4 | C5 G4 G4 G4
                A r E4 | D4 D4 E4 E4
                B r C3 | G3 G3 C3 C3
                H C: r I | V*2 I*2
                """),
            Example(
                "So is what was foreign before.",
                """
                S G4 E5 E5 E5
                A E4 A4 A4 E4
                T C4 C4 C4 C4
                B C3 C3 C3 C3
                H C: I*4
                """),
            Example(
                "What sounds when the phrase ends is told by another rule.",
                """
                S r C5~ | C5*2^ G4 G4
                A r E4 | D4*2^ E4 E4
                B r C3 | G3*2^ C3 C3
                H C: r I | V*2 I*2
                """),
            Example(
                "On the weaker beat it is no suspension.",
                """
                S C5*2 G4 G4
                A E4 D4 D4 E4
                B C3 G3 G3 C3
                H C: I V*2 I
                """),
        ])

    /// The rule, which has no limits.
    public init(_ limits: Limits) {}

    /// The faults.
    public func offences(in window: ChordWindow) -> [Offence] {
        window.ornaments.filter(window.isUnresolvedSuspension).map { note in
            let (voice, slice) = (note.ornament.voice, window.slices[note.slice])
            var offence = Offence(
                at: slice.time,
                notes: [note.event, note.next].compactMap { $0 }.map { Offence.Note(voice: voice, event: $0) },
                message: """
                    \(note.event.pitch) in \(window.labels[voice]) is suspended over \(window.chordWords) and does not step down
                    """)
            offence.boundary = slice.boundary
            offence.confidence = window.confidence
            return offence
        }
    }
}
