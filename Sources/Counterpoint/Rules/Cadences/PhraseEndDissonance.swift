/// A phrase that ends on a dissonance.
public struct PhraseEndDissonance: ChordRule {
    /// What it says of itself.
    public static let card = RuleCard(
        id: "phrase-end-dissonance",
        title: "Phrase ends on a dissonance",
        group: .cadences,
        fault: """
            What sounds when a phrase ends, at a fermata, a double bar line, a general rest or the end of the piece, is no major or \
            minor triad nor a part of one: a note is foreign to the chord, or the chord has a seventh, or is diminished or augmented.
            """,
        reason: "An end is a rest, and a dissonance wants to go on.",
        exceptions: [
            "A half cadence on the dominant seventh, or on the leading-tone chord, leaves the question open; it is milder.",
            "A suspension may resolve while the fermata lasts.",
            "Where a voice lasts on, the phrase has not ended yet.",
            "A seventh may come in off the beat, after the end, and lead on.",
            "A passing note or another ornament may lead on to the next phrase, when the chord was pure before it.",
        ],
        sources: [
            "Fux, Gradus ad Parnassum, on beginning and end",
            "Aldwell & Schachter, Harmony and Voice Leading, on cadences",
            "Laitz, The Complete Musician, on cadences",
        ],
        severity: Severities(strict: .error, chorale: .warning, bach: .warning, strings: .info),
        mild: .init(
            "the chord is a dominant, and nothing is foreign to it",
            Severities(strict: .warning, chorale: .info, bach: .info, strings: .off)),
        wrong: [
            Example(
                "A foreign note stays to the end.",
                """
                S B4 ↓D5
                A G4 G4
                T D4 E4
                B G3 C3
                H C: V I
                """),
            Example(
                "A seventh that is no dominant's.",
                """
                S E5 ↓C5^ B4 C5
                A G4 A4^ G4 G4
                T C4 F4^ D4 E4
                B C3 D3^ G3 C3
                H C: I ii7 V I
                """),
            Example(
                "A half cadence on the dominant seventh.",
                """
                S C5 B4^ C5
                A G4 D4^ E4
                T E4 ↓F4^ G4
                B C3 G3^ C3
                H C: I V7 I
                """, profiles: [.strict, .chorale, .bach]),
            Example(
                "The leading-tone chord.",
                """
                S C5 B4^ C5
                A G4 ↓F4^ G4
                B C3 D3^ E3
                H C: I viio6 I6
                """, profiles: [.strict, .chorale, .bach]),
            Example(
                "A dominant seventh with a note that is foreign to it.",
                """
                S C5 ↓A4^ G4
                A G4 D4^ E4
                T E4 ↓F4^ G4
                B C3 G3^ C3
                H C: I V7 I
                """),
            Example(
                "The chord was pure, and a foreign note is leapt to.",
                """
                S B4 E5 ↓A5
                A G4 G4 G4
                B G3 C3 C3
                H C: V I*2
                """),
            Example(
                "The seventh comes in on a beat.",
                """
                S C5 D5~ D5^ | C5*3
                A G4 G4 ↓F4^ | E4*3
                T E4 B3~ B3^ | C4*3
                B C3 G3~ G3^ | C3*3
                H C: I V V7 | I*3
                """, profiles: [.strict, .chorale, .bach]),
            Example(
                "Off the beat, but over another root.",
                """
                S E5 ↓C5^ B4 C5
                A G4 A4^ G4 G4
                T C4 F4^ D4 E4
                B C3 F3/2 D3/2^ G3 C3
                H C: I IV*1/2 ii7*1/2 V I
                """),
            Example(
                "An augmented triad.",
                """
                S E5 ↓G#5^ A5
                A G4 E4^ F4
                B C3 C3^ F3
                H C: I I+ IV
                """),
            Example(
                "The suspension resolves in the next phrase only.",
                """
                S ↓F5~ F5^ E5
                A G4 G4^ G4
                B B3 C4^ C4
                H C: V7 I*2
                """),
        ],
        right: [
            Example(
                "A triad.",
                """
                S D5 C5^ C5
                A G4 G4^ A4
                T B3 E4^ F4
                B G3 C3^ F3
                H C: V I IV
                """),
            Example(
                "A suspension that resolves while the fermata lasts.",
                """
                S G4 G4*2^
                A F4~ F4 E4
                B B3 C4*2^
                H C: V7 I*2
                """),
            Example(
                "The bass leads on.",
                """
                S D5 C5*2^ C5
                A G4 E4*2^ F4
                B G3 C4 B3 A3
                H C: V I*2 IV6
                """),
            Example(
                "A half cadence on the dominant seventh, by strings.",
                """
                Vl1 C5 B4^ C5
                Vl2 G4 D4^ E4
                Va E4 F4^ G4
                Vc C3 G3^ C3
                H C: I V7 I
                """, profiles: [.strings]),
            Example(
                "A suspension that resolves while the other voices hold on.",
                """
                S B4 C5*2^
                A F4~ F4^ E4
                B G3 C3*2^
                H C: V7 I*2
                """),
            Example(
                "The seventh comes in off the beat, after the end.",
                """
                S C5 D5^ C5
                A G4 G4^ G4
                T E4 B3^ C4
                B C3 G3/2 F3/2 E3
                H C: I V*1/2 V42*1/2 I6
                """),
            Example(
                "The phrase does not end.",
                """
                S C5 B4 C5
                A G4 D4 E4
                T E4 F4 E4
                B C3 G3 C3
                H C: I V7 I
                """),
            Example(
                "A bare fifth is a part of a triad.",
                """
                S B4 C5
                A G4 G4
                B G3 C3
                H C: V I
                """),
        ])

    /// The rule, which has no limits.
    public init(_ limits: Limits) {}

    /// The faults.
    public func offences(in window: ChordWindow) -> [Offence] {
        guard let cadence = window.cadence, let slice = window.slices.last, !window.isTail,
            slice.notes.allSatisfy({ $0.map { $0.event.end <= cadence.end } ?? true })
        else { return [] }
        let wasPure = window.slices.dropLast().contains { window.dissonances(in: $0).isEmpty }
        var notes = window.dissonances(in: slice)
        if wasPure { notes.removeAll { window.isNamedOrnament($0) } }
        guard !notes.isEmpty else { return [] }
        var offence = Offence(
            at: slice.time, notes: notes,
            message: """
                The phrase ends on \(window.chordWords) with \(notes.map { "\($0.event.pitch)" }.joined(separator: " and ")), which is no \
                consonance
                """)
        let hasForeign = notes.contains { slice.notes[$0.voice]?.member == nil }
        offence.degree = window.span.numeral.isDominant && !hasForeign ? .mild : .usual
        offence.confidence = window.confidence
        return [offence]
    }
}

extension ChordWindow {
    /// What makes a moment more than a major or minor triad.
    fileprivate func dissonances(in slice: Slice) -> [Offence.Note] {
        let isPure = [.major, .minor].contains(span.chord.quality.triad)
        return slice.notes.indices.compactMap { voice in
            guard let note = slice.notes[voice] else { return nil }
            let isDissonant = note.member == nil || note.member == .seventh || (!isPure && note.member == .fifth)
            return isDissonant ? Offence.Note(voice: voice, event: note.event) : nil
        }
    }

    /// True for what comes off the beat over the root that the phrase has ended on: it leads to the next one.
    fileprivate var isTail: Bool {
        guard let first = slices.first, first.strength < .beat else { return false }
        return previous?.chord.root.pitchClass == span.chord.root.pitchClass
    }

    fileprivate func isNamedOrnament(_ note: Offence.Note) -> Bool {
        ornaments.contains {
            $0.ornament.voice == note.voice && $0.event.onset == note.event.onset && $0.ornament.kind != nil
        }
    }
}
