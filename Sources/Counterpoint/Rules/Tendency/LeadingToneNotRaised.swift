/// A dominant of minor without its leading tone.
public struct LeadingToneNotRaised: ChordRule {
    /// What it says of itself.
    public static let card = RuleCard(
        id: "leading-tone-not-raised",
        title: "Leading tone not raised",
        group: .tendencyTones,
        fault: """
            In minor a chord on the fifth or the seventh degree has the natural seventh degree, sounds on a beat, and goes to the tonic of the \
            same key.
            """,
        reason: """
            A whole tone below the tonic nothing leads. The scale of minor as its signature has it has no dominant; raising the seventh degree \
            makes one. A forgotten accidental is the commonest fault of exercises in minor.
            """,
        exceptions: [
            "The natural seventh degree on its way down, where the chord goes elsewhere: v6 to iv6, VII to III.",
            "Between the beats, where it passes.",
            "Modal melodies, whose cadences are not those of minor.",
        ],
        sources: [
            "Kostka & Payne, Tonal Harmony, on the minor scales",
            "Aldwell & Schachter, Harmony and Voice Leading, on the leading tone in minor",
            "Piston, Harmony, on the minor mode",
        ],
        severity: Severities(strict: .error, chorale: .warning, bach: .info, strings: .info),
        wrong: [
            Example(
                "G natural before A minor.",
                """
                S E5 D5 C5
                A C5 B4 A4
                T A4 ↓G4 E4
                B A3 E3 A3
                H a: i v i
                """),
            Example(
                "The subtonic in the bass.",
                """
                S E5 D5 C5
                A C5 B4 A4
                T A4 D4 E4
                B A3 ↓G3 A3
                H a: i VII i
                """),
            Example(
                "With a seventh, in two voices.",
                """
                S A4 ↓G4 E4
                A E4 D4 C4
                T C4 B3 A3
                B A2 ↓G3 A3
                H a: i v65 i
                """),
        ],
        right: [
            Example(
                "G sharp.",
                """
                S E5 D5 C5
                A C5 B4 A4
                T A4 G#4 E4
                B A3 E3 A3
                H a: i V7 i
                """),
            Example(
                "On its way down.",
                """
                S E5 E5 D5
                A C5 B4 A4
                T A4 E4 F4
                B A3 G3 F3
                H a: i v6 iv6
                """),
            Example(
                "To the third degree.",
                """
                S E5 D5 C5
                A A4 B4 G4
                T C4 D4 E4
                B A3 G3 C4
                H a: i VII III
                """),
            Example(
                "Between the beats.",
                """
                S E5/2 D5/2 C5
                A C5/2 B4/2 A4
                T A4/2 G4/2 E4
                B A3/2 E3/2 A3
                H a: i*1/2 v*1/2 i
                """),
            Example(
                "The third degree of a major key.",
                """
                S E5 E5 C5
                A C5 B4 A4
                T G4 G4 E4
                B C4 E3 A3
                H C: I iii vi
                """),
            Example(
                "The fifth degree of one key, and the tonic of another.",
                """
                S E5 D5 C5
                A C5 B4 A4
                T A4 G4 E4
                B A3 E3 A3
                H a: i v e: iv
                """),
            Example(
                "A dominant of major borrows its third from minor.",
                """
                S E5 D5 C5
                A C5 Bb4 G4
                T G4 G4 E4
                B C3 G3 C3
                H C: I v I
                """),
            Example(
                "From the third degree.",
                """
                S E5 E5 C5
                A A4 C5 A4
                T C4 G4 E4
                B A3 C4 A3
                H a: i III i
                """),
        ])

    /// The rule, which has no limits.
    public init(_ limits: Limits) {}

    /// The faults.
    public func offences(in window: ChordWindow) -> [Offence] {
        let key = window.span.key
        guard key.mode == .minor, let next = window.next, next.key == key, next.chord.root == key.tonic,
            let member = window.span.naturalSeventh,
            let slice = window.slices.first(where: { $0.strength >= .beat && !$0.voices(on: member).isEmpty })
        else { return [] }
        let notes = slice.offenceNotes(of: slice.voices(on: member))
        guard let first = notes.first else { return [] }
        var offence = Offence(
            at: slice.time, notes: notes,
            message:
                "the leading tone is not raised: \(first.event.pitch) in \(window.labels[first.voice]) where \(window.succession)"
        )
        offence.boundary = window.sliceAfter?.boundary
        offence.confidence = window.confidenceWithNext
        return [offence]
    }
}

extension ChordSpan {
    /// The place of the natural seventh degree of minor in a chord on the fifth or the seventh.
    fileprivate var naturalSeventh: Chord.Member? {
        guard let member = chord.member(key.subtonic.pitchClass) else { return nil }
        switch (numeral.degree.number, member) {
        case (5, .third), (7, .root): return member
        default: return nil
        }
    }
}
