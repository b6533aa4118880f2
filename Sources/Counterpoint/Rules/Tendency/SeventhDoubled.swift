/// The seventh of a chord in two voices.
public struct SeventhDoubled: ChordRule {
    /// What it says of itself.
    public static let card = RuleCard(
        id: "seventh-doubled",
        title: "Doubled seventh",
        group: .tendencyTones,
        fault: """
            Two voices or more sound the seventh of a seventh chord on a beat, in whatever octave. It is told once, where it begins.
            """,
        reason: """
            The seventh is a dissonance that has to step down. Where two voices have it, both do, in octaves, or one of them leaves it \
            unresolved.
            """,
        exceptions: [
            "Between the beats or within one, where it passes.",
            "While the root does not sound: without it the seventh is the fifth of another triad.",
            "Two voices that go on in octaves are one line, played twice.",
        ],
        sources: [
            "Kostka & Payne, Tonal Harmony, on seventh chords",
            "Aldwell & Schachter, Harmony and Voice Leading, on V7 and its inversions",
            "Piston, Harmony, on the dominant seventh chord",
        ],
        severity: Severities(strict: .error, chorale: .error, bach: .warning, strings: .info),
        mild: RuleCard.Degree(
            "the two voices come from octaves and go on in octaves, or one is heard only now and then",
            Severities(strict: .error, chorale: .info, bach: .off, strings: .off)),
        wrong: [
            Example(
                "Soprano and tenor on the seventh of V7.",
                """
                S E5 ↓F5 E5
                A C5 B4 C5
                T G4 ↓F4 G4
                B C3 G3 C3
                H C: I V7 I
                """),
            Example(
                "With the bass.",
                """
                S C5 B4 C5
                A A4 G4 G4
                T F4 ↓F4 E4
                B D3 ↓F3 E3
                H C: ii V42 I6
                """),
            Example(
                "On another degree.",
                """
                S C5 ↓C5 B4
                A G4 A4 G4
                T E4 ↓C4 D4
                B C3 D3 G3
                H C: I ii7 V
                """),
            Example(
                "Over two positions of the chord: told once.",
                """
                S E5 ↓F5 F5 E5
                A C5 B4 G4 C5
                T G4 ↓F4 F4 G4
                B C3 G3 B3 C4
                H C: I V7 V65 I
                """),
        ],
        right: [
            Example(
                "The root is doubled.",
                """
                S E5 F5 E5
                A C5 B4 C5
                T G4 G4 G4
                B C3 G3 C3
                H C: I V7 I
                """),
            Example(
                "It passes between the beats.",
                """
                S E5 F5 E5
                A C5 B4 C5
                T G4 G4/2 F4/2 E4
                B C3 G3 C3
                H C: I V7 I
                """),
            Example(
                "It moves from voice to voice.",
                """
                S E5 F5 D5 C5
                A C5 B4 B4 C5
                T G4 G4 G4 G4
                B C3 G3 F3 E3
                H C: I V7 V42 I6
                """),
            Example(
                "The same tone where it is no seventh.",
                """
                S E5 F5 E5
                A C5 C5 C5
                T G4 F4 G4
                B C3 A3 C3
                H C: I IV6 I
                """),
            Example(
                "Violins in octaves.",
                """
                Vl1 E6 F6 E6
                Vl2 E5 F5 E5
                Va C4 B3 C4
                Vc C3 G3 C3
                H C: I V7 I
                """, profiles: [.strings]),
            Example(
                "The root has gone.",
                """
                S D5 C5 B4
                A A4 A4 G4
                T F4 F4 D4
                B C4 C4 G3
                H C: ii42*2 V
                """),
        ])

    /// The rule, which has no limits.
    public init(_ limits: Limits) {}

    /// The faults.
    public func offences(in window: ChordWindow) -> [Offence] {
        guard window.span.chord.quality.isSeventh else { return [] }
        let wasSeventh = window.previous?.chord.quality.isSeventh ?? false
        guard let tone = window.doubled(.seventh, earlier: wasSeventh ? .seventh : nil),
            !window.slices[tone.slice].voices(on: .root).isEmpty
        else { return [] }
        return [Offence(tone, in: window, "seventh")]
    }
}
