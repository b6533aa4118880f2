import ScoreModel

/// The seventh of a chord that does not step down when the chord changes.
public struct SeventhUnresolved: ChordRule {
    /// What it says of itself.
    public static let card = RuleCard(
        id: "seventh-unresolved",
        title: "Unresolved seventh",
        group: .tendencyTones,
        fault: """
            A seventh chord goes to a chord on another root, and the voice that had the seventh neither steps down nor stays. The seventh is \
            the last tone of the chord in its voice; ornaments after it are passed over.
            """,
        reason: """
            The seventh is a dissonance, and the dissonance is what makes the chord move: by stepping down it says where. One that leaps away, \
            or rises, is left standing in the ear.
            """,
        exceptions: [
            "While chords on the same root follow each other it may move among their tones.",
            "It may be held, as a tone of the next chord or to resolve later, and it may be altered by a chromatic semitone.",
            "Another voice may take the seventh itself over into the next chord.",
            "V43 to I6, where seventh and bass rise by step in parallel tenths.",
            "Between the beats, where it is reached and left by step.",
            "While the root does not sound: over it the seventh is the dissonance, without it the fifth of another triad.",
            "Where two voices have it and one of them resolves, the other is a case of the doubled seventh.",
        ],
        sources: [
            "Kostka & Payne, Tonal Harmony, on the V7 chord and other resolutions of its seventh",
            "Aldwell & Schachter, Harmony and Voice Leading, on V7 and its inversions",
            "Laitz, The Complete Musician, on the dominant seventh",
        ],
        severity: Severities(strict: .error, chorale: .warning, bach: .warning, strings: .info),
        mild: RuleCard.Degree(
            "the bass takes the tone that it should go to, or another voice in the same octave does; or it is struck between the beats",
            Severities(strict: .warning, chorale: .info, bach: .info, strings: .off)),
        wrong: [
            Example(
                "The seventh leaps down.",
                """
                S ↓F5 ↓C5
                A B4 C5
                T D4 E4
                B G3 C3
                H C: V7 I
                """),
            Example(
                "It rises.",
                """
                S D5 C5
                A B4 C5
                T ↓F4 ↓G4
                B G3 C3
                H C: V7 I
                """),
            Example(
                "The seventh of another degree.",
                """
                S ↓C5 ↓D5
                A A4 G4
                T F4 B3
                B D3 G3
                H C: ii7 V
                """),
            Example(
                "In the bass.",
                """
                S D5 C5
                A B4 C5
                T G4 E4
                B ↓F3 ↓G3
                H C: V42 I64
                """),
            Example(
                "A passing note on the way up.",
                """
                S D5 C5
                A B4 C5
                T ↓F4/2 Gb4/2 ↓G4
                B G3 C3
                H C: V7 I
                """),
            Example(
                "Seventh and bass both rise, but not to the first inversion.",
                """
                S G4 G4
                A ↓F4 ↓G4
                T B3 C4
                B D3 C3
                H C: V43 I
                """),
            Example(
                "The bass takes the tone that it should go to.",
                """
                S ↓F5 ↓G5
                A B4 C5
                T D4 C4
                B G3 E3
                H C: V7 I6
                """, profiles: [.strict, .chorale, .bach]),
            Example(
                "The tenor takes it.",
                """
                S B4 C5
                A ↓F4 ↓G4
                T D4 E4
                B G3 C3
                H C: V7 I
                """, profiles: [.strict, .chorale, .bach]),
            Example(
                "Struck between the beats, and left by leap.",
                """
                S D5 C5
                A B4 C5
                T G4/2 ↓F4/2 ↓C4
                B G3 C3
                H C: V*1/2 V7*1/2 I
                """, profiles: [.strict, .chorale, .bach]),
            Example(
                "It is prepared, and the chord comes between the beats.",
                """
                S ↓F5 ↓C5
                A C5/2 B4/2 C5
                T A4/2 D4/2 E4
                B F3/2 G3/2 C3
                H C: IV*1/2 V7*1/2 I
                """),
            Example(
                "Tenths that an inner voice makes.",
                """
                S ↓F5 ↓G5
                A B4 C5
                T D4 E4
                B G3 C3
                H C: V7 I
                """),
            Example(
                "Tenths, but to another chord.",
                """
                S ↓F5 ↓G5
                A B4 B4
                T G4 G4
                B D3 E3
                H C: V43 iii
                """, profiles: [.strict, .chorale, .bach]),
            Example(
                "The bass rises as if for tenths, the seventh leaps.",
                """
                S ↓F5 ↓C5
                A B4 C5
                T G4 G4
                B D3 E3
                H C: V43 I6
                """, profiles: [.strict, .chorale, .bach]),
            Example(
                "Struck between the beats, and reached by leap.",
                """
                S B4 C5
                A G4 G4
                T D4/2 ↓F4/2 ↓G4
                B G3 C3
                H C: V*1/2 V7*1/2 I
                """, profiles: [.strict, .chorale, .bach]),
            Example(
                "It passes upwards, but on a beat.",
                """
                S C5 D5 C5
                A G4 B4 C5
                T E4 ↓F4 ↓G4
                B C3 G3 C3
                H C: I V7 I
                """),
        ],
        right: [
            Example(
                "It steps down.",
                """
                S D5 C5
                A B4 C5
                T F4 E4
                B G3 C3
                H C: V7 I
                """),
            Example(
                "It is held, and a tone of the next chord.",
                """
                S C5 C5
                A A4 G4
                T F4 E4
                B D3 G3
                H C: ii7 I64
                """),
            Example(
                "It is held as a suspension.",
                """
                S F5 F5/2 E5/2
                A B4 C5
                T D4 E4
                B G3 C3
                H C: V7 I
                """),
            Example(
                "The chord goes on.",
                """
                S F5 D5 C5
                A B4 B4 C5
                T D4 G4 G4
                B G3 G3 C3
                H C: V7 V I
                """),
            Example(
                "It goes to another tone of the chord first.",
                """
                S F5/2 D5/2 C5
                A B4 C5
                T D4 E4
                B G3 C3
                H C: V7 I
                """),
            Example(
                "Another voice takes it over.",
                """
                S F5 D5 C5
                A B4 B4 C5
                T D4 G4 G4
                B G3 F3 E3
                H C: V7 viio64 I6
                """),
            Example(
                "Parallel tenths, to the first inversion.",
                """
                S F5 G5
                A B4 C5
                T G4 G4
                B D3 E3
                H C: V43 I6
                """),
            Example(
                "It passes between the beats.",
                """
                S B4 C5
                A D4 C4
                T E4/2 F4/2 G4
                B G3 C3
                H C: V7 I
                """),
            Example(
                "It is raised by a chromatic semitone.",
                """
                S F5 F#5
                A B4 C5
                T D4 A4
                B G3 D3
                H C: V7 V7/V
                """),
            Example(
                "Doubled, and one of the two resolves.",
                """
                S F5 E5
                A B4 C5
                T F4 G4
                B G3 C3
                H C: V7 I
                """),
            Example(
                "It is held under another name.",
                """
                S D5 D5
                A Ab4 G#4
                T F4 E4
                B B2 B2
                H C: viio7 a: V43
                """),
            Example(
                "An augmented sixth rises.",
                """
                S F#5 G5
                A C5 B4
                T Eb4 D4
                B Ab3 G3
                H C: Ger65 V
                """),
            Example(
                "The root has gone.",
                """
                S D5 C5 D5
                A F4 F4 G4
                T A3 A3 B3
                B A3 A3 G3
                H C: ii43*2 V
                """),
        ])

    /// The rule, which has no limits.
    public init(_ limits: Limits) {}

    /// The faults.
    public func offences(in window: ChordWindow) -> [Offence] {
        let chord = window.span.chord
        guard chord.quality.isSeventh, let next = window.next, next.chord.root.pitchClass != chord.root.pitchClass,
            !window.risesInTenths
        else { return [] }
        let departures = window.departures(of: .seventh)
        guard !departures.contains(where: { $0.fallsByStep || $0.stays }) else { return [] }
        return departures.compactMap { departure in
            guard !window.isTakenOver(departure), window.sounds(.root, with: departure),
                !(departure.isOffBeat && departure.isOrnamental)
            else { return nil }
            var offence = Offence(departure, in: window, "seventh")
            if departure.isOffBeat || window.resolvesElsewhere(departure) { offence.degree = .mild }
            return offence
        }
    }
}

extension ChordWindow {
    /// True for V43 to I6, and its like on other degrees.
    fileprivate var risesInTenths: Bool {
        guard let next, let bass = departures(of: .fifth).last,
            next.chord.root.pitchClass == (span.chord.root + -1).pitchClass
        else { return false }
        return bass.voice == bassVoice && bass.arrival.steps == bass.tone.steps + 1
            && departures(of: .seventh).allSatisfy { $0.arrival.steps == $0.tone.steps + 1 }
    }

    /// True when a voice sounds a tone of the chord while another sounds the one that it leaves.
    fileprivate func sounds(_ member: Chord.Member, with departure: Departure) -> Bool {
        slices.contains { slice in
            slice.notes[departure.voice]?.event.onset == departure.tone.onset && !slice.voices(on: member).isEmpty
        }
    }

    /// True when another voice sounds the seventh in the next chord.
    fileprivate func isTakenOver(_ departure: Departure) -> Bool {
        sliceAfter?.notes.contains { $0?.event.pitchClass == departure.tone.pitchClass } ?? false
    }

    /// True when the bass sounds the tone that a seventh should go to, or another voice does in the same octave.
    fileprivate func resolvesElsewhere(_ departure: Departure) -> Bool {
        guard let after = sliceAfter else { return false }
        return after.notes.indices.contains { voice in
            guard voice != departure.voice, let note = after.notes[voice] else {
                return false
            }
            let fall = departure.tone.steps - note.event.steps
            return fall == 1 || (voice == bassVoice && (fall - 1).modulo(7) == 0)
        }
    }
}
