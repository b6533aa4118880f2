/// A note that belongs to no chord and is no ornament that has a name.
public struct DissonanceUnclassified: ChordRule {
    /// What it says of itself.
    public static let card = RuleCard(
        id: "dissonance-unclassified",
        title: "Dissonance without a reason",
        group: .dissonance,
        fault: """
            A note does not belong to the chord under it, and is no passing note, neighbour, suspension, retardation, anticipation, \
            appoggiatura, escape note, cambiata or pedal. It is told once, where it becomes foreign.
            """,
        reason: """
            A dissonance is heard as a step on a way: it comes from a consonance and goes to one. One that neither comes nor goes so \
            sounds like a wrong note.
            """,
        exceptions: [
            "A tone of the next chord may come too early, off the beat, by leap too: a free anticipation.",
            "What was prepared as a suspension and is not resolved is told as suspension-unresolved.",
            "What sounds when a phrase ends is told as phrase-end-dissonance.",
            "Where the chord was taken for another, the note may be right: the confidence is that of the chord.",
        ],
        sources: [
            "Fux, Gradus ad Parnassum, second to fifth species",
            "Aldwell & Schachter, Harmony and Voice Leading, on figuration",
            "Piston, Harmony, on anticipations",
            "Laitz, The Complete Musician, on tones of figuration",
        ],
        severity: Severities(strict: .error, chorale: .warning, bach: .warning, strings: .info),
        mild: .init(
            "the note becomes foreign off the beat",
            Severities(strict: .warning, chorale: .warning, bach: .info, strings: .off)),
        wrong: [
            Example(
                "The F is leapt to and left by leap.",
                """
                S G4 E5 C5 E5
                A E4 ↓A4 E4 G4
                T C4 C4 C4 C4
                B C3 C3 C3 C3
                H C: I*4
                """),
            Example(
                "Off the beat: leapt to, and left by a leap in the same direction.",
                """
                S C5 C5 C5 C5
                A G4 G4 G4 G4
                T C4/2 ↓F4/2 C4 E4 E4
                B C3 C3 C3 C3
                H C: I*4
                """, profiles: [.strict, .chorale, .bach]),
            Example(
                "Prepared on a stronger beat than the one on which it is foreign, so that it is no suspension.",
                """
                S ↓C5*2 G4 G4
                A G4 G4 D4 E4
                T E4 D4 B3 C4
                B C3 G3 G3 C3
                H C: I V*2 I
                """),
            Example(
                "Struck again, it is told once.",
                """
                S G4 E5 E5 E5
                A E4 ↓A4 A4 E4
                T C4 C4 C4 C4
                B C3 C3 C3 C3
                H C: I*4
                """),
            Example(
                "On the beat, though the next chord has it.",
                """
                S G4 E5 F5 E5
                A E4 G4 A4 G4
                T C4 ↓F4 A4 G4
                B C3 C3 D3 E3
                H C: I*2 ii I6
                """),
            Example(
                "It goes back before the chord comes that has it.",
                """
                S G4 E5 F5 E5
                A E4 G4 A4 G4
                T C4 C4/2 ↓F4/4 C4/4 A3 G3
                B C3 C3 D3 E3
                H C: I*2 ii I6
                """, profiles: [.strict, .chorale, .bach]),
        ],
        right: [
            Example(
                "A passing note.",
                """
                S E5 D5 C5 C5
                A G4 G4 G4 G4
                B C3 C3 C3 C3
                H C: I*4
                """),
            Example(
                "A neighbour.",
                """
                S E5 F5 E5 E5
                A G4 G4 G4 G4
                B C3 C3 C3 C3
                H C: I*4
                """),
            Example(
                "A suspension.",
                """
                S C5~ C5/2 B4/2 C5
                A E4 D4 E4
                B C3 G3 C3
                H C: I V I
                """),
            Example(
                "An anticipation.",
                """
                S B4/2 C5/2 C5*2
                A D4 E4*2
                B G3 C3*2
                H C: V I*2
                """),
            Example(
                "Off the beat, where strings are free.",
                """
                Vl1 C5 C5 C5 C5
                Vl2 G4 G4 G4 G4
                Va C4/2 F4/2 C4 E4 E4
                Vc C3 C3 C3 C3
                H C: I*4
                """, profiles: [.strings]),
            Example(
                "Off the beat, as a tone of the chord that comes next.",
                """
                S C5 A4 B4 C5
                A E4 D4 D4 E4
                B A3/2 F3/2 D3 G3 C3
                H C: vi ii V I
                """),
            Example(
                "A suspension that is not resolved is told by its own rule.",
                """
                S C5~ | C5 G4 G4
                A E4 | D4 D4 E4
                B C3 | G3 G3 C3
                H C: I | V*2 I
                """),
            Example(
                "What is left over when the phrase ends is told by another.",
                """
                S D5 A5
                A G4 G4
                B B3 C4
                H C: V I
                """),
        ])

    /// The rule, which has no limits.
    public init(_ limits: Limits) {}

    /// The faults.
    public func offences(in window: ChordWindow) -> [Offence] {
        window.ornaments.compactMap { note in
            guard note.ornament.kind == nil, window.slices.indices.contains(note.slice),
                !window.lastsToPhraseEnd(note.event), !window.isUnresolvedSuspension(note)
            else { return nil }
            let (voice, slice) = (note.ornament.voice, window.slices[note.slice])
            if slice.strength < .beat, window.belongsToNext(note.event) { return nil }
            // Struck again, it is told already.
            if let before = window.preparation(of: voice, at: note.slice), before.member == nil { return nil }
            var offence = Offence(
                at: slice.time, notes: [Offence.Note(voice: voice, event: note.event)],
                message: """
                    \(note.event.pitch) in \(window.labels[voice]) does not belong to \(window.chordWords), and is no passing note, \
                    neighbour, suspension or other ornament
                    """)
            offence.degree = slice.strength >= .beat ? .usual : .mild
            offence.confidence = window.confidence
            return offence
        }
    }
}

extension ChordWindow {
    /// True for a note that the next chord follows at once, and that is a tone of it.
    fileprivate func belongsToNext(_ event: Event) -> Bool {
        guard let next, next.onset == event.end else { return false }
        return next.chord.member(event.pitchClass) != nil
    }
}
