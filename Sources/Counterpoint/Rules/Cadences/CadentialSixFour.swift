/// A cadential six-four that stands on the weaker beat, or whose sixth and fourth do not fall.
public struct CadentialSixFour: ChordRule {
    /// What it says of itself.
    public static let card = RuleCard(
        id: "cadential-six-four",
        title: "Cadential six-four",
        group: .cadences,
        fault: """
            The six-four of the tonic goes to the dominant over the same bass, and stands on a weaker beat than that; or at \
            first it has a sixth and no voice takes it a step down to the fifth of the dominant, or a fourth and no voice takes it a step down to \
            the third.
            """,
        reason: """
            The six-four is the dominant with two notes that come late: they are heard as dissonances, so they want the stronger beat \
            and the step down of suspensions.
            """,
        exceptions: [
            "A six-four between two dominants is a neighbour of theirs, and may stand on a weak beat.",
            "So is one after another position of the tonic, where the bass goes through the chord.",
            "A voice that doubles the sixth or the fourth may go elsewhere, when another goes down.",
            "The sixth may rise to the seventh of the dominant.",
            "A note that is held into the dominant, or struck again there, is a suspension, and judged as such.",
        ],
        sources: [
            "Aldwell & Schachter, Harmony and Voice Leading, on the cadential six-four",
            "Laitz, The Complete Musician, on the cadential six-four",
            "Kostka & Payne, Tonal Harmony, on triads in second inversion",
        ],
        severity: Severities(strict: .warning, chorale: .info, bach: .info, strings: .off),
        wrong: [
            Example(
                "On the weak beat before the bar line.",
                """
                S C5 C5 A4 ↓C5 | B4*2 C5*2
                A G4 G4 F4 ↓E4 | D4*2 E4*2
                B C3 E3 F3 ↓G3 | G3*2 C3*2
                H C: I I6 ii6 I64 | V*2 I*2
                """),
            Example(
                "The sixth leaps to the third of the dominant.",
                """
                S C5*2 ↓E5 ↓B4 | C5*4
                A A4*2 C5 B4 | G4*4
                B F3*2 G3 G3 | C3*4
                H C: IV*2 I64 V | I*4
                """),
            Example(
                "The fourth rises to the fifth.",
                """
                S A4*2 ↓C5 ↓D5 | C5*4
                A F4*2 E4 D4 | E4*4
                B F3*2 G3 G3 | C3*4
                H C: IV*2 I64 V | I*4
                """),
            Example(
                "The sixth falls into another voice's octave, and not in its own.",
                """
                S C5*2 ↓E5 ↓D4 | E4*4
                A A4*2 C5 B4 | C5*4
                B F3*2 G3 G3 | C3*4
                H C: IV*2 I64 V | I*4
                """),
            Example(
                "The sixth rises, and not to the seventh.",
                """
                S A4*2 C5 B4 | C5*4
                A F4*2 ↓E4 ↓G4 | G4*4
                B F3*2 G3 G3 | C3*4
                H C: IV*2 I64 V | I*4
                """),
        ],
        right: [
            Example(
                "6-5 and 4-3, from the stronger beat.",
                """
                S C5*2 E5 D5 | C5*4
                A A4*2 C5 B4 | G4*4
                B F3*2 G3 G3 | C3*4
                H C: IV*2 I64 V | I*4
                """),
            Example(
                "The second and the third of three beats are equal.",
                """
                S A4 C5 B4 | C5*3
                A F4 E4 D4 | E4*3
                B F3 G3 G3 | C3*3
                H C: IV I64 V | I*3
                """),
            Example(
                "A neighbour of the dominant.",
                """
                S B4 C5 B4*2 | C5*4
                A D4 E4 D4*2 | E4*4
                B G3 G3 G3*2 | C3*4
                H C: V I64 V*2 | I*4
                """),
            Example(
                "The bass goes through the tonic.",
                """
                S C5 C5 C5 C5 | B4*2 C5*2
                A E4 E4 E4 E4 | D4*2 E4*2
                B C3 E3 E3 G3 | G3*2 C3*2
                H C: I I6*2 I64 | V*2 I*2
                """),
            Example(
                "The soprano doubles the fourth and goes up; the tenor goes down.",
                """
                S A4*2 C5 D5 | C5*4
                A F4*2 E4 D4 | E4*4
                T C4*2 C4 B3 | C4*4
                B F3*2 G3 G3 | C3*4
                H C: IV*2 I64 V | I*4
                """),
            Example(
                "The fourth is held into the dominant.",
                """
                S A4*2 C5*3/2 B4/2 | C5*4
                A F4*2 E4 D4 | E4*4
                B F3*2 G3 G3 | C3*4
                H C: IV*2 I64 V | I*4
                """),
            Example(
                "The sixth comes later only, in passing.",
                """
                S C5*2 C5 B4 | C5*4
                A A4*2 G4 G4 | G4*4
                T F4*2 D4/2 E4/2 G4 | E4*4
                B F3*2 G3 G3 | C3*4
                H C: IV*2 I64 V | I*4
                """),
            Example(
                "The sixth rises to the seventh.",
                """
                S A4*2 C5 B4 | C5*4
                A F4*2 E4 F4 | E4*4
                B F3*2 G3 G3 | C3*4
                H C: IV*2 I64 V7 | I*4
                """),
            Example(
                "The fourth is struck again over the dominant.",
                """
                S A4*2 C5 C5/2 B4/2 | C5*4
                A F4*2 E4 D4 | E4*4
                B F3*2 G3 G3 | C3*4
                H C: IV*2 I64 V | I*4
                """),
            Example(
                "The bass leaps to the third of the dominant.",
                """
                S C5 C5 A4 C5 | D5*2 C5*2
                A G4 G4 F4 E4 | D4*2 E4*2
                B C3 E3 F3 G3 | B2*2 C3*2
                H C: I I6 ii6 I64 | V6*2 I*2
                """),
            Example(
                "The six-four of another degree.",
                """
                S C5*3 C5 | B4*2 C5*2
                A E4*3 F4 | D4*2 E4*2
                T G3*3 A3 | G3*2 G3*2
                B C3*3 C3 | G2*2 C3*2
                H C: I*3 IV64 | V*2 I*2
                """),
            Example(
                "The tonic on its third.",
                """
                S A4*3 C5 | B4*2 C5*2
                A F4*3 G4 | D4*2 E4*2
                B F3*3 E3 | G3*2 C3*2
                H C: IV*3 I6 | V*2 I*2
                """),
            Example(
                "A seventh chord.",
                """
                S A4*3 B4 | B4*2 C5*2
                A F4*3 E4 | D4*2 E4*2
                T C4*3 C4 | D4*2 G3*2
                B F3*3 G3 | G3*2 C3*2
                H C: IV*3 I43 | V*2 I*2
                """),
            Example(
                "It does not go to the dominant.",
                """
                S A4*3 C5 | D5*4
                A F4*3 E4 | F4*4
                B F3*3 G3 | A3*4
                H C: IV*3 I64 | vi*4
                """),
        ])

    /// The rule, which has no limits.
    public init(_ limits: Limits) {}

    /// The faults.
    public func offences(in window: ChordWindow) -> [Offence] {
        guard window.isCadentialSixFour, let slice = window.slices.first, let after = window.sliceAfter else {
            return []
        }
        let isWeaker = slice.strength < after.strength
        if isWeaker, window.isBetweenDominants || window.isAfterTonic { return [] }
        let open = [(Chord.Member.third, "sixth"), (.root, "fourth")].compactMap { member, name in
            window.leftOpen(member).map { (notes: $0, name: name) }
        }
        let names = open.map(\.name).joined(separator: " and ")
        let isOpen = "the \(names) of \(window.span.numeral) \(open.count > 1 ? "do" : "does") not fall by step"
        var offence = Offence(
            at: slice.time, notes: isWeaker ? window.soundingNotes(in: slice) : open.flatMap(\.notes),
            message: "")
        switch (isWeaker, open.isEmpty) {
        case (false, true): return []
        case (true, true): offence.message = "\(window.span.numeral) stands on a weaker beat than its dominant"
        case (false, false): offence.message = isOpen
        case (true, false):
            offence.message = "\(window.span.numeral) stands on a weaker beat than its dominant, and \(isOpen)"
        }
        offence.boundary = after.boundary
        offence.confidence = window.confidenceWithNext
        return [offence]
    }
}

extension ChordWindow {
    /// True for the six-four of the tonic before the dominant on the same bass.
    fileprivate var isCadentialSixFour: Bool {
        let (chord, key) = (span.chord, span.key)
        guard chord.bass == .fifth, [.major, .minor].contains(chord.quality), let next,
            chord.root.pitchClass == key.tonic.pitchClass
        else { return false }
        return next.chord.root.pitchClass == key.dominant.pitchClass
            && next.chord.bass == .root
    }

    fileprivate var isBetweenDominants: Bool {
        previous.map { $0.chord.root.pitchClass == span.key.dominant.pitchClass } ?? false
    }

    fileprivate var isAfterTonic: Bool {
        previous.map { $0.chord.root.pitchClass == span.chord.root.pitchClass } ?? false
    }

    /// The notes of voices that have a tone of the chord and do not take it down, when there are such and no voice does.
    fileprivate func leftOpen(_ member: Chord.Member) -> [Offence.Note]? {
        guard let after = sliceAfter else { return nil }
        var notes: [Offence.Note] = []
        for voice in mainVoices {
            guard slices.first?.notes[voice]?.member == member else { continue }
            let tones = slices.compactMap { $0.notes[voice] }.filter { $0.member == member }.map(\.event)
            guard let last = tones.last else { continue }
            let next = after.notes[voice]
            if let next, tones.contains(where: { $0.resolves(to: next) || $0.height == next.event.height }) {
                return nil
            }
            notes += [last, next?.event].compactMap { $0 }.map { Offence.Note(voice: voice, event: $0) }
        }
        return notes.isEmpty ? nil : notes
    }

    fileprivate func soundingNotes(in slice: Slice) -> [Offence.Note] {
        slice.notes.indices.compactMap { voice in
            slice.notes[voice].map { Offence.Note(voice: voice, event: $0.event) }
        }
    }
}

extension Event {
    /// True for a step down, or up to the seventh of the dominant.
    fileprivate func resolves(to next: ChordWindow.Note) -> Bool {
        let steps = steps(to: next.event)
        return steps == -1 || (steps == 1 && next.member == .seventh)
    }
}
