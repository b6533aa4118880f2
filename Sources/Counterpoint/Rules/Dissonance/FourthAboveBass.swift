/// A fourth with the bass that neither a usual six-four chord nor a suspension explains.
public struct FourthAboveBass: ChordRule {
    /// What it says of itself.
    public static let card = RuleCard(
        id: "fourth-above-bass",
        title: "Fourth above the bass",
        group: .dissonance,
        fault: """
            A triad stands on its fifth from a beat on, so that its root makes a perfect fourth or its compound with the bass, and this \
            six-four chord is not cadential, passing, a pedal or an arpeggio of the bass. Or a note that is foreign to its chord is \
            struck on a beat a fourth above the bass, without preparation and not in passing.
            """,
        reason: """
            The fourth above the bass is a dissonance: the ear takes the lower note for the root and the upper one for a note that \
            wants to fall. A six-four chord is understood where its bass is explained by what goes before or comes after.
            """,
        exceptions: [
            "Cadential: the bass stays, and the next chord is built on it; or it sinks to the seventh of that chord.",
            "Passing: the bass comes by step and goes on by step in the same direction, chromatic or not.",
            "Pedal: the bass is the same in the chords before and after.",
            "Arpeggio: the chord before or after is the same in another position.",
            "Suspensions, passing notes and neighbours make fourths as they please, and seventh chords have them.",
        ],
        sources: [
            "Aldwell & Schachter, Harmony and Voice Leading, on six-four chords",
            "Kostka & Payne, Tonal Harmony, on triads in second inversion",
            "Laitz, The Complete Musician, on six-four chords",
        ],
        severity: Severities(strict: .warning, chorale: .info, bach: .info, strings: .off),
        wrong: [
            Example(
                "The bass leaps to the six-four and away.",
                """
                S A4 ↓C5 A4 G4
                A F4 E4 F4 E4
                B F3 ↓G3 D3 C3
                H C: IV I64 ii I
                """),
            Example(
                "The bass comes by step and leaps away.",
                """
                S A4 ↓C5 B4 C5
                A F4 E4 E4 G4
                B F3 ↓G3 E3 C3
                H C: IV I64 iii I
                """),
            Example(
                "The bass turns back: that is no passing.",
                """
                S A4 ↓C5 A4 G4
                A F4 E4 F4 E4
                B F3 ↓G3 F3 C3
                H C: IV I64 IV I
                """),
            Example(
                "The bass stays, but the next chord is not built on it.",
                """
                S A4 ↓C5 B4 C5
                A F4 E4 E4 E4
                B F3 ↓G3 G3 C4
                H C: IV I64 iii6 I
                """),
            Example(
                "The next chord is built on the bass, but stands on its third.",
                """
                S A4 ↓C5 D5 C5
                A F4 E4 D4 E4
                B F3 ↓G3 B2 C3
                H C: IV I64 V6 I
                """),
            Example(
                "The bass was there, and leaps away.",
                """
                S B4 ↓C5 A4 G4
                A D4 E4 F4 E4
                B G3 ↓G3 D3 C3
                H C: V I64 ii I
                """),
            Example(
                "At the beginning.",
                """
                S E5 D5 C5
                A ↓C5 G4 G4
                B ↓G3 B3 C4
                H C: I64 V6 I
                """),
        ],
        right: [
            Example(
                "Cadential.",
                """
                S A4 C5 B4 C5
                A F4 E4 D4 E4
                B F3 G3 G3 C3
                H C: IV I64 V I
                """),
            Example(
                "Cadential, and the bass sinks to the seventh.",
                """
                S A4 C5 B4 C5
                A F4 E4 D4 C4
                B F3 G3 F3 E3
                H C: IV I64 V42 I6
                """),
            Example(
                "Passing.",
                """
                S C5 B4 C5 C5
                A E4 D4 C4 E4
                T G3 G3 G3 G3
                B C3 D3 E3 C3
                H C: I V64 I6 I
                """),
            Example(
                "Pedal.",
                """
                S G4 A4 G4
                A E4 F4 E4
                B C3 C3 C3
                H C: I IV64 I
                """),
            Example(
                "Pedal, and the next chord is foreign to it.",
                """
                S G4 A4 B4 C5
                A E4 F4 F4 E4
                B C3 C3 C3 C3
                H C: I IV64 V7 I
                """),
            Example(
                "Passing downwards.",
                """
                S C5 B4 C5
                A G4 G4 G4
                T C4 D4 E4
                B E3 D3 C3
                H C: I6 V64 I
                """),
            Example(
                "Passing by semitones.",
                """
                S A4 G4 B4 A4
                A D4 E4 D4 E4
                T C4 C4 E4 C4
                B F#3 G3 G#3 A3
                H C: V65/V I64 V65/vi vi
                """),
            Example(
                "The bass goes through the chord.",
                """
                S G4 C5 C5
                A C4 E4 E4
                B E3 G3 A3
                H C: I6 I64 vi
                """),
            Example(
                "A suspension.",
                """
                S r C5~ | C5 B4 C5*2
                T r G3 | D4 D4 E4*2
                B r C3 | G3 G3 C3*2
                H C: r I | V*2 I*2
                """),
            Example(
                "In passing.",
                """
                S C5 C5 C5
                A G4 F4 E4
                B C3 C3 C3
                H C: I*3
                """),
            Example(
                "A seventh chord.",
                """
                S A4 B4 C5
                A F4 G4 G4
                T C4 F4 E4
                B F3 D3 E3
                H C: IV V43 I6
                """),
            Example(
                "A diminished triad: the fourth is augmented.",
                """
                S E5 D5 C5
                A G4 B4 C5
                B C3 F3 E3
                H C: I viio64 I6
                """),
            Example(
                "The bass goes on to the root.",
                """
                S A4 G4 C5
                A F4 E4 E4
                T C4 C4 G3
                B F3 G3 C3
                H C: IV I64 I
                """),
            Example(
                "The bass touches its fifth off the beat.",
                """
                S C5 C5/2 C5/2 A4
                A E4 A4/2 E4/2 F4
                B C3 F3/2 G3/2 D3
                H C: I IV*1/2 I64*1/2 ii
                """),
        ])

    /// The rule, which has no limits.
    public init(_ limits: Limits) {}

    /// The faults.
    public func offences(in window: ChordWindow) -> [Offence] {
        [sixFour(in: window)].compactMap { $0 } + window.ornaments.compactMap { foreignFourth($0, in: window) }
    }

    private func sixFour(in window: ChordWindow) -> Offence? {
        let chord = window.span.chord
        guard chord.bass == .fifth, [.major, .minor].contains(chord.quality), let bassVoice = window.bassVoice,
            !window.hasUsualSixFour
        else { return nil }
        guard let slice = window.slices.first(where: { $0.notes[bassVoice]?.member == .fifth }),
            slice.strength >= .beat,
            let bass = slice.notes[bassVoice], let upper = slice.notes.firstIndex(where: { $0?.member == .root }),
            let root = slice.notes[upper]
        else { return nil }
        var offence = Offence(
            at: slice.time,
            notes: [
                Offence.Note(voice: upper, event: root.event), Offence.Note(voice: bassVoice, event: bass.event),
            ],
            message: """
                \(window.labels[upper]) makes a fourth with the bass in \(window.chordWords), which is no cadential, passing, \
                pedal or arpeggiated six-four
                """)
        offence.intervals = ["P4"]
        offence.confidence = window.confidenceWithNext
        return offence
    }

    private func foreignFourth(_ note: ChordWindow.OrnamentNote, in window: ChordWindow) -> Offence? {
        switch note.ornament.kind {
        case nil, .appoggiatura, .escape: break
        default: return nil
        }
        guard let bassVoice = window.bassVoice, note.ornament.voice != bassVoice,
            window.slices.indices.contains(note.slice)
        else { return nil }
        let slice = window.slices[note.slice]
        guard slice.strength >= .beat, slice.notes[note.ornament.voice]?.attacks == true,
            note.previous?.isSamePitchClass(as: note.event) != true,
            let bass = slice.notes[bassVoice], bass.member != nil,
            (note.event.steps - bass.event.steps).modulo(7) == 3,
            // Heights count thousandths of semitones.
            (note.event.height - bass.event.height).modulo(12000) == 5000
        else { return nil }
        var offence = Offence(
            at: slice.time,
            notes: [
                Offence.Note(voice: note.ornament.voice, event: note.event),
                Offence.Note(voice: bassVoice, event: bass.event),
            ],
            message: """
                \(note.event.pitch) in \(window.labels[note.ornament.voice]) makes a fourth with the bass that does not belong to \
                \(window.chordWords) and is not prepared
                """)
        offence.intervals = ["P4"]
        offence.confidence = window.confidence
        return offence
    }
}

extension ChordWindow {
    /// True for a six-four chord whose bass is explained by its neighbours.
    fileprivate var hasUsualSixFour: Bool { isArpeggio || isBeforeItsDominant || isOnPedal || isOnPassingBass }

    private var isArpeggio: Bool {
        [previous, next].contains { neighbour in
            neighbour.map { $0.chord.root.pitchClass == span.chord.root.pitchClass } ?? false
        }
    }

    private var isBeforeItsDominant: Bool {
        guard let next = next?.chord, let bass = span.chord[.fifth] else { return false }
        return next.root.pitchClass == bass.pitchClass && [.root, .seventh].contains(next.bass)
    }

    private var isOnPedal: Bool {
        guard let bassVoice, let bass = span.chord[.fifth] else { return false }
        return [sliceBefore, sliceAfter].allSatisfy { $0?.notes[bassVoice]?.event.pitchClass == bass.pitchClass }
    }

    private var isOnPassingBass: Bool {
        guard let bassVoice, let before = sliceBefore?.notes[bassVoice]?.event,
            let bass = slices.first?.notes[bassVoice]?.event, let after = sliceAfter?.notes[bassVoice]?.event
        else { return false }
        let ways = [bass.height - before.height, after.height - bass.height]
        return ways.allSatisfy { (1000...2000).contains($0) } || ways.allSatisfy { (-2000...(-1000)).contains($0) }
    }
}
