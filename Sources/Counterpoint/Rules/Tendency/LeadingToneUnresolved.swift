import ScoreModel

/// A leading tone that does not rise where the dominant goes to its tonic.
public struct LeadingToneUnresolved: ChordRule {
    /// What it says of itself.
    public static let card = RuleCard(
        id: "leading-tone-unresolved",
        title: "Unresolved leading tone",
        group: .tendencyTones,
        fault: """
            A dominant (also an applied one) goes to its tonic, or to the sixth degree in the tonic's place, and a voice that had the leading \
            tone does not rise a semitone. The leading tone is the last tone of the dominant in its voice; ornaments after it are passed over.
            """,
        reason: """
            Of all tones the leading tone says most clearly where it wants to go. In an outer voice everybody hears that it does not \
            get there; inside, the voices around it may cover that.
            """,
        exceptions: [
            "While one dominant follows another nothing needs to resolve yet.",
            "It may be held into the next chord, or sink by a chromatic semitone, as where the tonic becomes a dominant itself.",
            "An inner voice may fall a step to the sixth degree where V goes to vi; so may any voice that comes down from the tonic.",
            "An inner voice that falls a third gives the tonic its fifth, one that rises a fourth its third: Bach does that two or three times in a chorale.",
            "Where two voices have it and one of them resolves, the other is a case of the doubled leading tone.",
        ],
        sources: [
            "Kostka & Payne, Tonal Harmony, on the leading tone in inner voices",
            "Aldwell & Schachter, Harmony and Voice Leading, on V-I and V-VI",
            "Laitz, The Complete Musician, on tendency tones",
            "Lovelock, First Year Harmony, where it resolves in every voice",
        ],
        severity: Severities(strict: .error, chorale: .warning, bach: .warning, strings: .info),
        mild: RuleCard.Degree(
            "an inner voice falls a third or rises a fourth, or the tonic comes in another octave, or in that octave in another voice",
            Severities(strict: .warning, chorale: .info, bach: .off, strings: .off)),
        wrong: [
            Example(
                "The soprano falls to the fifth degree.",
                """
                S C5 ↓B4 ↓G4
                A G4 G4 E4
                T E4 D4 C4
                B C3 G3 C3
                H C: I V I
                """),
            Example(
                "An inner voice leaps down.",
                """
                S D5 C5
                A ↓G#4 ↓C4
                T E4 A3
                B E3 A3
                H a: V i
                """),
            Example(
                "A passing note on the way down.",
                """
                S ↓B4/2 A4/2 ↓G4
                A G4 E4
                T D4 C4
                B G3 C3
                H C: V I
                """),
            Example(
                "From the diminished chord on the leading tone.",
                """
                S D5 C5
                A F4 E4
                T D4 C4
                B ↓B2 ↓G2
                H C: viio I64
                """),
            Example(
                "An applied dominant.",
                """
                S ↓F#5 ↓D5
                A C5 B4
                T A4 G4
                B D4 G3
                H C: V7/V V
                """),
            Example(
                "The soprano to the sixth degree.",
                """
                S ↓B4 ↓A4
                A G4 E4
                T D4 C4
                B G3 A3
                H C: V vi
                """),
            Example(
                "An inner voice falls a third.",
                """
                S D5 C5
                A ↓B4 ↓G4
                T G4 E4
                B G3 C3
                H C: V I
                """, profiles: [.strict, .chorale]),
            Example(
                "The tonic in another octave.",
                """
                S D5 E5
                A G4 G4
                T D4 E4
                B ↓B3 ↓C3
                H C: V6 I
                """, profiles: [.strict, .chorale]),
            Example(
                "The soprano takes the tonic.",
                """
                S D5 C5
                A ↓B4 ↓E4
                T G3 G3
                B G3 C3
                H C: V I
                """, profiles: [.strict, .chorale]),
            Example(
                "An inner voice leaps where V goes to vi.",
                """
                S D5 E5
                A ↓B4 ↓E4
                T G4 C4
                B G3 A3
                H C: V vi
                """),
            Example(
                "The soprano to the sixth degree, from below.",
                """
                S A4 ↓B4 ↓A4
                A F4 G4 E4
                T C4 D4 C4
                B F3 G3 A3
                H C: IV V vi
                """),
        ],
        right: [
            Example(
                "It rises.",
                """
                S B4 C5
                A G4 G4
                T D4 E4
                B G3 C3
                H C: V I
                """),
            Example(
                "The dominant goes on, with the leading tone in another voice.",
                """
                S B4 D5 C5
                A G4 G4 G4
                T D4 F4 E4
                B G3 B3 C4
                H C: V V65 I
                """),
            Example(
                "An inner voice falls a step where V goes to vi.",
                """
                S D5 C5
                A B4 A4
                T G4 E4
                B G3 A3
                H C: V vi
                """),
            Example(
                "It sinks by a chromatic semitone.",
                """
                S B4 Bb4
                A G4 G4
                T D4 E4
                B G3 C3
                H C: V V7/IV
                """),
            Example(
                "It is held.",
                """
                S B4 B4
                A G4 G4
                T D4 E4
                B G3 C3
                H C: V Imaj7
                """),
            Example(
                "The chord that follows is not its tonic.",
                """
                S B4 A4
                A G4 F4
                T D4 C4
                B G3 F3
                H C: V IV
                """),
            Example(
                "Another voice resolves it.",
                """
                S B4 C5
                A G4 G4
                T B3 G3
                B D3 E3
                H C: V64 I6
                """),
            Example(
                "It goes to another tone of the dominant first.",
                """
                S B4/2 D5/2 C5
                A G4 G4
                T D4 E4
                B G3 C3
                H C: V I
                """),
            Example(
                "An anticipation.",
                """
                S B4/2 C5/2 C5
                A G4 G4
                T D4 E4
                B G3 C3
                H C: V I
                """),
            Example(
                "An inner voice falls a third, as Bach does.",
                """
                S D5 E5
                A B4 G4
                T G4 C4
                B G3 C3
                H C: V I
                """, profiles: [.bach, .strings]),
            Example(
                "An appoggiatura before the tonic.",
                """
                S B4 D5/2 C5/2
                A G4 G4
                T D4 E4
                B G3 C3
                H C: V I
                """),
            Example(
                "On the way down from the tonic.",
                """
                S G4 G4 E4
                A E4 D4 C4
                T C4 G3 A3
                B C3 B2 A2
                H C: I V6 vi
                """),
            Example(
                "Or rises a fourth.",
                """
                S D5 C5
                A G4 G4
                T B3 E4
                B G3 C3
                H C: V I
                """, profiles: [.bach, .strings]),
        ])

    /// The rule, which has no limits.
    public init(_ limits: Limits) {}

    /// The faults.
    public func offences(in window: ChordWindow) -> [Offence] {
        guard let member = window.span.numeral.leadingMember, let goal = window.span.goal, let next = window.next
        else { return [] }
        let isTonic = next.chord.root.pitchClass == goal.pitchClass
        guard isTonic || next.chord.isSubstitute(of: goal) else { return [] }
        let departures = window.departures(of: member)
        guard !departures.contains(where: \.risesBySemitone) else { return [] }
        return departures.compactMap { departure in
            let isInner = !window.isOuter(departure.voice)
            guard !departure.stays, !(isInner && departure.fallsByStep), !departure.passesDown else { return nil }
            var offence = Offence(departure, in: window, "leading tone")
            // A third down is the fifth of the tonic, a fourth up (diminished in minor) its third.
            let completesTonic =
                isInner && ((-4000 ... -3000).contains(departure.size) || (4000...5000).contains(departure.size))
            let isInOtherOctave = departure.arrival.pitchClass == goal.pitchClass
            if completesTonic || isInOtherOctave || window.resolvesElsewhere(departure) { offence.degree = .mild }
            return offence
        }
    }
}

extension ChordWindow {
    /// True when another voice sounds the note that an inner voice would have risen to.
    fileprivate func resolvesElsewhere(_ departure: Departure) -> Bool {
        guard !isOuter(departure.voice), let after = sliceAfter else { return false }
        return after.notes.contains { $0?.event.height == departure.tone.height + 1000 }
    }
}

extension Chord {
    /// True for the triad on the sixth degree of a key, or its seventh chord: it stands a third below the tonic, and has it for its third.
    fileprivate func isSubstitute(of tonic: TonalPitchClass) -> Bool { self[.third]?.pitchClass == tonic.pitchClass }
}
