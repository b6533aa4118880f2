/// Two voices that strike notes a semitone apart together.
public struct SimultaneousSemitone: ChordRule {
    /// What it says of itself.
    public static let card = RuleCard(
        id: "simultaneous-semitone",
        title: "Semitone struck together",
        group: .dissonance,
        fault: """
            Two voices strike notes together on a beat that are a semitone apart, or a semitone and octaves, as in a minor second, a \
            major seventh or a minor ninth; neither sounded its note just before, and the chord does not have both. Of several such \
            pairs at one moment the first is told.
            """,
        reason: """
            The semitone is the harshest of the dissonances. It is borne where one voice is there already and the other comes, or \
            where it passes quickly; struck by both at once it sounds like a mistake.
            """,
        exceptions: [
            "A major seventh in a chord that has it.",
            "One of the two sounded its note already: a suspension.",
            "Off the beat, where notes pass each other.",
        ],
        sources: [
            "Fux, Gradus ad Parnassum, on the preparation of dissonances",
            "Aldwell & Schachter, Harmony and Voice Leading, on accented passing tones",
            "Kostka & Payne, Tonal Harmony, on nonchord tones",
        ],
        severity: Severities(strict: .error, chorale: .warning, bach: .warning, strings: .info),
        mild: .init(
            "the foreign note is an accented passing note, a neighbour or an appoggiatura",
            Severities(strict: .warning, chorale: .info, bach: .info, strings: .off)),
        wrong: [
            Example(
                "A minor ninth, and the F goes nowhere.",
                """
                S D5 ↓F5 C5
                A G4 G4 G4
                T B3 ↓E4 E4
                B G3 C3 C3
                H C: V I*2
                """),
            Example(
                "A major seventh: the B comes and goes by leap.",
                """
                S G4 ↓B4 G4
                A F4 E4 E4
                B G3 ↓C3 C3
                H C: V7 I*2
                """),
            Example(
                "A passing note on the beat.",
                """
                S G5 ↓F5 E5
                A D5 ↓E4 G4
                B B3 C4 C4
                H C: V I*2
                """, profiles: [.strict, .chorale, .bach]),
            Example(
                "All voices rest between, so that neither is prepared.",
                """
                S F5 r ↓F5 C5
                A A4 r G4 G4
                T D4 r ↓E4 E4
                B D3 r C3 C3
                H C: ii r I*2
                """),
        ],
        right: [
            Example(
                "The F is suspended.",
                """
                S r F5~ | F5 E5
                A r G4 | G4 G4
                T r D4 | E4 C4
                B r G3 | C4 C4
                H C: r V7 | I*2
                """),
            Example(
                "The same, struck again.",
                """
                S r F5 | F5 E5
                A r G4 | G4 G4
                T r D4 | E4 C4
                B r G3 | C4 C4
                H C: r V7 | I*2
                """),
            Example(
                "A chord with a major seventh.",
                """
                S D5 E5 D5
                A G4 B4 A4
                B G3 C4 D4
                H C: V I7 ii
                """),
            Example(
                "Off the beat.",
                """
                S G5 G5/2 F5/2 E5
                A G4 G4/2 E4/2 G4
                B B3 C4 C4
                H C: V I*2
                """),
            Example(
                "A passing note on the beat, where strings are free.",
                """
                Vl1 G5 F5 E5
                Vl2 D5 E4 G4
                Vc B3 C4 C4
                H C: V I*2
                """, profiles: [.strings]),
            Example(
                "One of the two is there already.",
                """
                S G5 F5 E5
                A E4 E4 G4
                B C4 C4 C4
                H C: I*3
                """),
        ])

    /// The rule, which has no limits.
    public init(_ limits: Limits) {}

    /// The faults.
    public func offences(in window: ChordWindow) -> [Offence] {
        window.slices.indices.compactMap { offence(in: window, at: $0) }
    }

    private func offence(in window: ChordWindow, at index: Int) -> Offence? {
        let slice = window.slices[index]
        guard slice.strength >= .beat else { return nil }
        let struck = slice.notes.indices.filter { voice in
            slice.notes[voice] != nil && window.preparation(of: voice, at: index) == nil
        }
        for (place, upper) in struck.enumerated() {
            for lower in struck.dropFirst(place + 1) {
                guard let first = slice.notes[upper], let second = slice.notes[lower],
                    first.member == nil || second.member == nil, first.event.isSemitone(from: second.event)
                else { continue }
                let interval = Interval(between: first.event, and: second.event, spelling: .written).name
                var offence = Offence(
                    at: slice.time,
                    notes: [
                        Offence.Note(voice: upper, event: first.event),
                        Offence.Note(voice: lower, event: second.event),
                    ],
                    message: """
                        \(window.labels[upper]) and \(window.labels[lower]) strike \(first.event.pitch) and \(second.event.pitch) \
                        together, without preparation
                        """)
                offence.intervals = [interval]
                offence.degree =
                    [(upper, first), (lower, second)].allSatisfy { voice, note in
                        note.member != nil || window.ornaments.contains { $0.isNamed(note.event, in: voice) }
                    } ? .mild : .usual
                offence.confidence = window.confidence
                return offence
            }
        }
        return nil
    }
}

extension Event {
    /// True for a semitone, or a semitone and octaves, up or down.
    fileprivate func isSemitone(from other: Event) -> Bool {
        [1000, 11_000].contains((height - other.height).modulo(12_000))
    }
}

extension ChordWindow.OrnamentNote {
    /// True when it is a note of a voice, and has a name.
    fileprivate func isNamed(_ event: Event, in voice: Int) -> Bool {
        ornament.voice == voice && self.event.onset == event.onset && ornament.kind != nil
    }
}
