import ScoreModel

/// The note that a suspension goes to, in another upper voice while the suspension still lasts.
public struct SuspensionDoubledResolution: ChordRule {
    /// What it says of itself.
    public static let card = RuleCard(
        id: "suspension-doubled-resolution",
        title: "Resolution sounds already",
        group: .dissonance,
        fault: """
            While a seventh or a fourth above the bass is suspended (7-6, 4-3), another voice above the bass sounds the note that it \
            will resolve to, in whatever octave, on a beat before it resolves.
            """,
        reason: """
            The suspension makes one wait for a note. When another voice has it already the note is no news, and until then both \
            grate on each other.
            """,
        exceptions: [
            "The bass may have the note of resolution: 9-8.",
            "Another voice may come through it between the beats, or by step from below to the note above.",
            "A suspension in the bass, 2-3, goes to a note that the chord above may well have.",
        ],
        sources: [
            "Fux, Gradus ad Parnassum, fourth species in three parts",
            "Aldwell & Schachter, Harmony and Voice Leading, on suspensions",
            "Piston, Harmony, on suspensions",
            "Kostka & Payne, Tonal Harmony, on suspensions",
        ],
        severity: Severities(strict: .warning, chorale: .info, bach: .info, strings: .off),
        wrong: [
            Example(
                "4-3: the tenor has the third already.",
                """
                S r ↓C5~ | C5 B4 C5*2
                T r G3 | ↓B3 D4 E4*2
                B r C3 | G3 G3 C3*2
                H C: r I | V*2 I*2
                """),
            Example(
                "7-6: the tenor has the sixth already.",
                """
                S r ↓E5~ | E5 D5 C5*2
                A r G4 | ↓D4 F4 E4*2
                B r C3 | F3 F3 C3*2
                H C: r I | ii6*2 I*2
                """),
            Example(
                "It comes in on the next beat, before the suspension resolves.",
                """
                S r ↓C5~ | C5*2 B4 C5
                T r G3 | D4 ↓B3 D4 E4
                B r C3 | G3 G3 G3 C3
                H C: r I | V*3 I
                """),
            Example(
                "The resolution is ornamented.",
                """
                S r ↓C5~ | C5/2 G4/2 B4 C5*2
                T r G3 | ↓B3 D4 E4*2
                B r C3 | G3 G3 C3*2
                H C: r I | V*2 I*2
                """),
            Example(
                "The tenor comes from below by step, and leaps on.",
                """
                S r ↓C5~ | C5 B4 C5*2
                T r A3 | ↓B3 D4 E4*2
                B r A2 | G2 G2 C3*2
                H C: r vi | V*2 I*2
                """),
            Example(
                "The tenor goes on by step, and comes by leap.",
                """
                S r ↓C5~ | C5 B4 C5*2
                T r G3 | ↓B3/2 C4/2 D4 E4*2
                B r C3 | G3 G3 C3*2
                H C: r I | V*2 I*2
                """),
        ],
        right: [
            Example(
                "4-3 with the third in one voice alone.",
                """
                S r C5~ | C5 B4 C5*2
                T r G3 | D4 D4 E4*2
                B r C3 | G3 G3 C3*2
                H C: r I | V*2 I*2
                """),
            Example(
                "9-8: the bass has the note of resolution.",
                """
                S r D5~ | D5 C5 C5*2
                A r G4 | E4 E4 E4*2
                B r G3 | C3 C3 C3*2
                H C: r V | I*4
                """),
            Example(
                "9-8, and an upper voice has it too.",
                """
                S r D5~ | D5 C5 C5*2
                A r G4 | E4 E4 E4*2
                T r B3 | C4 G3 G3*2
                B r G3 | C3 C3 C3*2
                H C: r V | I*4
                """),
            Example(
                "The tenor comes through it between the beats.",
                """
                S r C5~ | C5 B4 C5*2
                T r G3 | D4/2 B3/2 D4 E4*2
                B r C3 | G3 G3 C3*2
                H C: r I | V*2 I*2
                """),
            Example(
                "The tenor goes through it by step, against the suspension.",
                """
                S r C5~ | C5 B4 C5*2
                T r A3 | B3/2 C4/2 D4 E4*2
                B r A2 | G2 G2 C3*2
                H C: r vi | V*2 I*2
                """),
            Example(
                "After the resolution another voice comes to it too.",
                """
                S r C5~ | C5 B4 D5 C5
                T r G3 | D4 D4 B3 C4
                B r C3 | G3 G3 G3 C3
                H C: r I | V*3 I
                """),
            Example(
                "An accented passing note is no suspension.",
                """
                S r D5 | C5 B4 C5*2
                T r G3 | B3 D4 E4*2
                B r G3 | G3 G3 C3*2
                H C: r V | V*2 I*2
                """),
            Example(
                "2-3: the suspension is in the bass.",
                """
                S r G4 | G4 D5 C5*2
                T r E4 | D4 D4 E4*2
                B r C3~ | C3 B2 C3*2
                H C: r I | V6*2 I*2
                """),
        ])

    /// The rule, which has no limits.
    public init(_ limits: Limits) {}

    /// The faults.
    public func offences(in window: ChordWindow) -> [Offence] {
        window.ornaments.compactMap { note in
            guard note.ornament.kind == .suspension, let other = doubling(of: note, in: window) else { return nil }
            let voice = note.ornament.voice
            let own = Offence.Note(voice: voice, event: note.event)
            var offence = Offence(
                at: max(note.event.onset, other.time),
                notes: voice < other.note.voice ? [own, other.note] : [other.note, own],
                message: """
                    \(window.labels[other.note.voice]) sounds \(other.note.event.pitch) while \(note.event.pitch) in \
                    \(window.labels[voice]) still has to resolve to it
                    """)
            offence.intervals = [note.ornament.figure].compactMap { $0 }
            offence.boundary = window.slices[note.slice].boundary
            offence.confidence = window.confidence
            return offence
        }
    }

    /// The note that anticipates the resolution, and when.
    private func doubling(
        of note: ChordWindow.OrnamentNote, in window: ChordWindow
    ) -> (note: Offence.Note, time: Fraction)? {
        guard let bassVoice = window.bassVoice, window.slices.indices.contains(note.slice),
            let bass = window.slices[note.slice].notes[bassVoice]?.event,
            // A seventh or a fourth, by letters.
            [6, 3].contains((note.event.steps - bass.steps).modulo(7)),
            let resolution = window.notesAfter(note).first(where: { note.event.steps(to: $0) == -1 })
        else { return nil }
        for (index, slice) in window.slices.enumerated().dropFirst(note.slice)
        where slice.time < note.event.end && slice.strength >= .beat {
            for voice in slice.notes.indices {
                if let event = slice.notes[voice]?.event, event.isSamePitchClass(as: resolution),
                    !window.rises(through: event, in: voice, at: index)
                {
                    return (Offence.Note(voice: voice, event: event), slice.time)
                }
            }
        }
        return nil
    }
}

extension ChordWindow {
    /// True when a voice comes to a note from the step below, and goes on to the step above.
    fileprivate func rises(through event: Event, in voice: Int, at index: Int) -> Bool {
        let later = slices.dropFirst(index + 1) + [sliceAfter].compactMap { $0 }
        guard let before = slice(before: index)?.notes[voice]?.event,
            let after = later.lazy.compactMap({ $0.notes[voice]?.event }).first(where: { $0.onset == event.end })
        else { return false }
        return before.steps(to: event) == 1 && event.steps(to: after) == 1
    }
}
