/// The third of a major triad in two voices.
public struct DoubledThird: ChordRule {
    /// What it says of itself.
    public static let card = RuleCard(
        id: "doubled-third",
        title: "Doubled third",
        group: .doubling,
        fault: """
            Two voices or more sound the third of a major triad in root position on a beat. In five voices or more, it is in more of them than \
            the root.
            """,
        reason: """
            The third of a major triad is its most prominent tone, and heard among the overtones of the root already. Doubled, it outweighs \
            the root, which the chord stands on.
            """,
        exceptions: [
            "VI after V, where the third is doubled so that the leading tone can rise.",
            "Two voices that reach it by step in opposite directions.",
            "The dominant, whose third is the leading tone and has a rule of its own.",
            "Minor triads and inversions: there the third is as good as any.",
        ],
        sources: [
            "Kostka & Payne, Tonal Harmony, on doubling",
            "Aldwell & Schachter, Harmony and Voice Leading, on doubling and on V-VI",
            "Aarden & von Hippel, Rules for chord doubling (and spacing), Music Theory Online 10.2 (2004), where Bach is counted",
        ],
        severity: Severities(strict: .warning, chorale: .info, bach: .off, strings: .off),
        wrong: [
            Example(
                "Soprano and tenor on the third.",
                """
                S D5 ↓E5
                A B4 C5
                T G4 ↓E4
                B G3 C3
                H C: V I
                """),
            Example(
                "Both by step, in the same direction.",
                """
                S F5 ↓E5
                A A4 G4
                T F4 ↓E4
                B F3 C3
                H C: IV I
                """),
            Example(
                "In five voices, with one root.",
                """
                S D5 ↓E5
                S2 B4 G4
                A G4 ↓E4
                T D4 G3
                B G3 C3
                H C: V I
                """),
            Example(
                "A triad on another degree.",
                """
                S G4 ↓A4
                A E4 F4
                T C4 ↓A3
                B C3 F3
                H C: I IV
                """),
            Example(
                "It is the fourth degree of another key: told once.",
                """
                S D5 ↓E5 E5 D5
                A B4 C5 C5 B4
                T G4 ↓E4 E4 D4
                B G3 C3 C3 G3
                H C: V I G: IV I
                """),
        ],
        right: [
            Example(
                "The root is doubled.",
                """
                S D5 E5
                A B4 C5
                T G4 G4
                B G3 C3
                H C: V I
                """),
            Example(
                "VI after V in minor.",
                """
                S G#4 A4
                A B3 C4
                T E3 A3
                B E2 F2
                H a: V VI
                """),
            Example(
                "By step from both sides.",
                """
                S D5 E5
                A B4 C5
                T F4 E4
                B G3 C3
                H C: V7 I
                """),
            Example(
                "A minor triad.",
                """
                S B4 C5
                A E4 E4
                T G#4 C4
                B E3 A3
                H a: V i
                """),
            Example(
                "The first inversion.",
                """
                S D5 E5
                A B4 C5
                T G4 G4
                B G3 E3
                H C: V I6
                """),
            Example(
                "Between the beats.",
                """
                S C5/2 E5/2 D5
                A G4/2 E4/2 G4
                T E4/2 G4/2 B3
                B C3 G3
                H C: I V
                """),
            Example(
                "In five voices, with two roots.",
                """
                S D5 E5
                S2 B4 C5
                A G4 E4
                T D4 G3
                B G3 C3
                H C: V I
                """),
            Example(
                "The dominant has a rule of its own.",
                """
                S C5 B4
                A G4 G4
                T G3 B3
                B E3 G2
                H C: I6 V
                """),
            Example(
                "By step from both sides, while the root lasts.",
                """
                S C5 D5 E5
                A G4 G4 G4
                T G4 F4 E4
                B C3*3
                H C: I*3
                """),
        ])

    /// The rule, which has no limits.
    public init(_ limits: Limits) {}

    /// The faults.
    public func offences(in window: ChordWindow) -> [Offence] {
        let (chord, previous) = (window.span.chord, window.previous)
        guard chord.quality == .major, chord.bass == .root, window.span.numeral.leadingMember == nil,
            !window.isDeceptive,
            let tone = window.doubled(.third, earlier: previous?.chord == chord ? .third : nil)
        else { return [] }
        let slice = window.slices[tone.slice]
        let isManyVoiced = slice.notes.compactMap { $0 }.count > 4
        guard !(isManyVoiced && slice.voices(on: .root).count >= tone.notes.count),
            !window.isReachedFromBothSides(tone)
        else { return [] }
        return [Offence(tone, in: window, "third")]
    }
}

extension ChordWindow {
    /// True for the triad on the sixth degree after a dominant.
    fileprivate var isDeceptive: Bool {
        guard let goal = previous?.goal else { return false }
        return span.chord.member(goal.pitchClass) == .third
    }

    /// True when one voice steps up and another down to a tone of the chord.
    fileprivate func isReachedFromBothSides(_ tone: DoubledTone) -> Bool {
        let before = tone.slice > 0 ? slices[tone.slice - 1] : sliceBefore
        let steps = tone.notes.map { note in
            before?.notes[note.voice].map { note.event.steps - $0.event.steps } ?? 0
        }
        return steps.contains(1) && steps.contains(-1)
    }
}
