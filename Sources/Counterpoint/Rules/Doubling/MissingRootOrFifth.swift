/// A chord without its root, or an inversion without its fifth.
public struct MissingRootOrFifth: ChordRule {
    /// What it says of itself.
    public static let card = RuleCard(
        id: "missing-root-or-fifth",
        title: "Missing root or fifth",
        group: .doubling,
        fault: """
            No voice sounds the root of a triad or seventh chord, or the fifth of a triad that is not in root position, as long as the chord lasts, \
            though four voices or more sound on a beat, all of them on tones of the chord.
            """,
        reason: """
            Without its root a seventh chord is another chord, the triad on its third. An inverted triad without its fifth is sixths and octaves \
            only, and thin in four voices.
            """,
        exceptions: [
            "Triads and sevenths in root position without their fifth, which the root implies: the V7 of most cadences.",
            "Suspensions and other ornaments in its place.",
            "Between the beats, and in three voices.",
        ],
        sources: [
            "Kostka & Payne, Tonal Harmony, on incomplete seventh chords",
            "Aldwell & Schachter, Harmony and Voice Leading, on V7 and on 6/3 chords",
            "Open Music Theory, on complete and incomplete chords",
        ],
        severity: Severities(strict: .warning, chorale: .info, bach: .off, strings: .off),
        wrong: [
            Example(
                "The seventh chord on the second degree without its root.",
                """
                S C5 ↓C5 B4
                A G4 ↓A4 G4
                T E4 ↓C4 D4
                B C3 ↓F3 G3
                H C: I ii65 V
                """),
            Example(
                "The first inversion without its fifth.",
                """
                S B4 ↓C5
                A G4 ↓E4
                T D4 ↓C4
                B G3 ↓E3
                H C: V I6
                """),
            Example(
                "The six-four of a root that is not there.",
                """
                S F5 ↓E5 D5
                A C5 ↓E5 B4
                T A4 ↓G4 G4
                B F3 ↓G3 G3
                H C: IV I64 V
                """),
        ],
        right: [
            Example(
                "The dominant seventh without its fifth.",
                """
                S B4 C5
                A F4 E4
                T G3 G3
                B G3 C3
                H C: V7 I
                """),
            Example(
                "The tonic without its fifth.",
                """
                S B4 C5
                A F4 E4
                T D4 C4
                B G3 C3
                H C: V7 I
                """),
            Example(
                "A complete first inversion.",
                """
                S B4 C5
                A G4 G4
                T D4 C4
                B G3 E3
                H C: V I6
                """),
            Example(
                "An inverted seventh chord without its fifth.",
                """
                S C5 B4 C5
                A G4 G4 G4
                T E4 F4 E4
                B C3 B2 C3
                H C: I V65 I
                """),
            Example(
                "The fifth comes later.",
                """
                S B4 C5*2
                A G4 E4 G4
                T D4 C4*2
                B G3 E3*2
                H C: V I6*2
                """),
            Example(
                "Three voices.",
                """
                S B4 C5
                A D4 C4
                B G3 E3
                H C: V I6
                """),
            Example(
                "A passing note in place of the fifth.",
                """
                S B4 C5
                A G4 F4
                T D4 C4
                B G3 E3
                H C: V I6
                """),
            Example(
                "All voices in octaves.",
                """
                S F5 E5
                A A4 E4
                T F4 E4
                B F3 E3
                H C: IV I6
                """),
        ])

    /// The rule, which has no limits.
    public init(_ limits: Limits) {}

    /// The faults.
    public func offences(in window: ChordWindow) -> [Offence] {
        let chord = window.span.chord
        guard let slice = window.plainSlice(voices: 4), slice.tones > 1 else {
            return []
        }
        if !window.sounds(.root) {
            return [Offence(at: slice, in: window, "\(window.span.numeral) has no root: \(chord.root) is missing")]
        }
        guard !chord.quality.isSeventh, chord.bass != .root, let fifth = chord[.fifth], !window.sounds(.fifth) else {
            return []
        }
        return [Offence(at: slice, in: window, "\(window.span.numeral) has no fifth: \(fifth) is missing")]
    }
}
