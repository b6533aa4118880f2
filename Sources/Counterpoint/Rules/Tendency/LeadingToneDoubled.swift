/// The leading tone of a dominant in two voices.
public struct LeadingToneDoubled: ChordRule {
    /// What it says of itself.
    public static let card = RuleCard(
        id: "leading-tone-doubled",
        title: "Doubled leading tone",
        group: .tendencyTones,
        fault: """
            In a dominant (V or vii, with or without seventh, also one that is applied to another degree) two voices or more sound the leading \
            tone on a beat, in whatever octave. It is told once, where it begins.
            """,
        reason: """
            The leading tone wants to rise a semitone. Where two voices have it, either both do, in octaves, or one of them frustrates the \
            ear; and the sharpest tone of the chord is the last one that needs to be louder.
            """,
        exceptions: [
            "Between the beats or within one, where it passes.",
            "The diminished chord in a sequence of falling fifths, vii to iii, where it leads nowhere.",
            "Two voices that go on in octaves are one line, played twice.",
        ],
        sources: [
            "Kostka & Payne, Tonal Harmony, on doubling and on the leading tone",
            "Aldwell & Schachter, Harmony and Voice Leading, on V and on VII6",
            "Piston, Harmony, on rules of doubling",
        ],
        severity: Severities(strict: .error, chorale: .error, bach: .warning, strings: .info),
        mild: RuleCard.Degree(
            "the two voices come from octaves and go on in octaves, or one is heard only now and then",
            Severities(strict: .error, chorale: .info, bach: .off, strings: .off)),
        wrong: [
            Example(
                "Soprano and tenor on the leading tone of V.",
                """
                S C5 ↓B4 C5
                A G4 G4 G4
                T E4 ↓B3 C4
                B C3 D3 C3
                H C: I V64 I
                """),
            Example(
                "The root of the diminished chord leads.",
                """
                S E5 ↓B4 C5
                A G4 F4 G4
                T C4 ↓B3 C4
                B C3 D3 E3
                H C: I viio6 I6
                """),
            Example(
                "The leading tone of an applied dominant.",
                """
                S D5 D5 D5
                A A4 ↓F#4 G4
                T F4 A3 B3
                B D3 ↓F#3 G3
                H C: ii V6/V V
                """),
            Example(
                "Held when the seventh comes: told once.",
                """
                S C5 ↓B4 B4 C5
                A G4 G4 F4 E4
                T E4 ↓B3 B3 C4
                B C3 G2 G2 C3
                H C: I V V7 I
                """),
            Example(
                "From the beat on, though struck before it.",
                """
                S C5 D5/2 ↓B4*3/2 C5
                A G4 G4 G4 G4
                T E4 ↓B3*2 C4
                B C3 G2*2 C3
                H C: I V*2 I
                """),
            Example(
                "Only one of the two voices comes from an octave.",
                """
                Vl1 C5 ↓B4 C5
                Vl2 E4 ↓B3 C4
                Va G3 G3 G3
                Vc C3 D3 E3
                H C: I V64 I6
                """),
            Example(
                "Again, after it stopped.",
                """
                S C5 ↓B4*3 C5
                A G4 G4 F4*2 E4
                T E4 ↓B3 G3 ↓B3 C4
                B C3 G2 G2*2 C3
                H C: I V V7*2 I
                """),
            Example(
                "Again, in another phrase.",
                """
                S C5 ↓B4^ ↓B4 C5
                A G4 G4 F4 E4
                T E4 ↓B3 ↓B3 C4
                B C3 G2 G2 C3
                H C: I V V7 I
                """),
            Example(
                "Again, in other voices.",
                """
                S C5 ↓B4*2 C5
                A E4 D4 ↓B3 C4
                T G3 ↓B3 F3 E3
                B C3 G2 G2 C3
                H C: I V V7 I
                """),
            Example(
                "Two dominants, each with its own.",
                """
                S D5 D5 C5
                A ↓F#4 ↓B4 C5
                T A4 G4 G4
                B ↓F#3 ↓B3 G3
                H C: V6/V V6 I64
                """),
            Example(
                "Only one of the two voices goes on to an octave.",
                """
                Vl1 C6 ↓B5 G5
                Vl2 C5 ↓B4 C5
                Va E4 D4 E4
                Vc C3 G2 C3
                H C: I V I
                """),
            Example(
                "A voice enters on it.",
                """
                Vl1 C6 ↓B5 C6
                Vl2 r ↓B4 C5
                Va E4 D4 E4
                Vc C3 G2 C3
                H C: I V I
                """),
            Example(
                "It passes, but for a whole beat.",
                """
                S C5 ↓B4 C5
                A G4 G4 G4
                T E4 D4 C4
                B C3 ↓B2 A2
                H C: I V6 vi
                """),
            Example(
                "Within the beat, but left by leap.",
                """
                S C5 ↓B4 C5
                A G4 G4 G4
                T E4 D4 E4
                B C3 ↓B2/2 G2/2 C3
                H C: I V6*1/2 V*1/2 I
                """),
            Example(
                "Within the beat, but reached by leap.",
                """
                S C5 ↓B4 C5
                A G4 G4 G4
                T E4 D4 E4
                B E3 ↓B2/2 C3/2 C3
                H C: I6 V6 I
                """),
        ],
        right: [
            Example(
                "The root is doubled.",
                """
                S C5 B4 C5
                A G4 G4 G4
                T E4 D4 E4
                B C3 G2 C3
                H C: I V I
                """),
            Example(
                "It passes between the beats.",
                """
                S C5 B4*2 C5
                A G4 G4*2 G4
                T E4 C4/2 B3/2 A3 G3
                B C3 G2*2 C3
                H C: I V*2 I
                """),
            Example(
                "In a sequence of falling fifths.",
                """
                S C5 B4 B4
                A A4 F4 G4
                T F4 D4 E4
                B F3 B2 E3
                H C: IV viio iii
                """),
            Example(
                "The same tone where it leads nowhere.",
                """
                S G4 B4 C5
                A E4 G4 A4
                T C4 B3 A3
                B C3 E3 F3
                H C: I iii IV
                """),
            Example(
                "The third of V in minor, when it is not raised, is none.",
                """
                S E5 D5 C5
                A A4 G4 A4
                T C4 B3 E3
                B A3 G3 A3
                H a: i v6 i
                """),
            Example(
                "Violins in octaves.",
                """
                Vl1 C6 B5 C6
                Vl2 C5 B4 C5
                Va E4 D4 E4
                Vc C3 G2 C3
                H C: I V I
                """, profiles: [.strings]),
            Example(
                "A passing note within the beat.",
                """
                S D5 D5 C5
                A G4 G4 G4
                T D4 B3 C4
                B A2 B2/2 C3/2 E3
                H C: V64 V6 I6
                """),
            Example(
                "A neighbour within the beat.",
                """
                S C5 B4 C5
                A G4 G4 G4
                T E4 D4 E4
                B C3 B2/2 C3/2 C3
                H C: I V6 I
                """),
        ])

    /// The rule, which has no limits.
    public init(_ limits: Limits) {}

    /// The faults.
    public func offences(in window: ChordWindow) -> [Offence] {
        guard let member = window.span.numeral.leadingMember, !isSequential(window),
            let tone = window.doubled(member, earlier: window.previous?.numeral.leadingMember)
        else { return [] }
        return [Offence(tone, in: window, "leading tone")]
    }

    /// True for a diminished triad that falls a fifth.
    private func isSequential(_ window: ChordWindow) -> Bool {
        guard window.span.chord.quality == .diminished, let next = window.next else { return false }
        return next.chord.root.pitchClass == (window.span.chord.root + -1).pitchClass
    }
}
