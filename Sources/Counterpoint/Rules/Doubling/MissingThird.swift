/// A chord without its third.
public struct MissingThird: ChordRule {
    /// What it says of itself.
    public static let card = RuleCard(
        id: "missing-third",
        title: "Missing third",
        group: .doubling,
        fault: """
            In a triad or seventh chord no voice sounds the third as long as it lasts, though three voices or more sound on a beat, all of them \
            on tones of the chord.
            """,
        reason: """
            The third tells major from minor. Without it a chord is bare: fifth and octave only, which the ear of this style hears as a hole.
            """,
        exceptions: [
            "All voices in octaves or unisons.",
            "A suspension or another ornament stands in for the third.",
            "A seventh chord whose third is still in the ear: it sounded until the chord began.",
            "Between the beats, and in two voices.",
        ],
        sources: [
            "Kostka & Payne, Tonal Harmony, on incomplete triads",
            "Aldwell & Schachter, Harmony and Voice Leading, on doubling and omission",
            "Open Music Theory, on complete and incomplete chords",
        ],
        severity: Severities(strict: .error, chorale: .warning, bach: .info, strings: .info),
        wrong: [
            Example(
                "A bare fifth on the tonic.",
                """
                S B4 ↓C5
                A G4 ↓G4
                T D4 ↓C4
                B G3 ↓C3
                H C: V I
                """),
            Example(
                "The dominant seventh without its leading tone.",
                """
                S E5 ↓F5 E5
                A C5 ↓D5 C5
                T G4 ↓G4 G4
                B C4 ↓G3 C4
                H C: I V7 I
                """),
            Example(
                "In three voices.",
                """
                S F5 ↓E5
                A D5 ↓A4
                B B3 ↓A3
                H a: iio6 i
                """),
            Example(
                "The suspension's dissonance goes the wrong way.",
                """
                S C5 ↓D5
                A G4 ↓G4
                T C4/2 D4/2 ↓D4
                B E3 ↓G3
                H C: I6 V
                """),
            Example(
                "A triad whose third sounded in the chord before.",
                """
                S C5 ↓A4
                A A4 ↓A4
                T E4 ↓E4
                B F3 ↓A3
                H C: IV7 vi
                """),
        ],
        right: [
            Example(
                "Complete.",
                """
                S B4 C5
                A G4 G4
                T D4 E4
                B G3 C3
                H C: V I
                """),
            Example(
                "All voices in octaves.",
                """
                S B4 C5
                A G4 C5
                T D4 C4
                B G3 C3
                H C: V I
                """),
            Example(
                "The third comes later.",
                """
                S B4 C5*2
                A G4 G4*2
                T D4 C4 E4
                B G3 C3*2
                H C: V I*2
                """),
            Example(
                "A suspension stands in for it.",
                """
                S C5 C5 C5
                A G4 G4 G4
                T E4 D4 E4
                B C4 G3 C4
                H C: I V I
                """),
            Example(
                "Between the beats.",
                """
                S B4/2 C5/2 B4
                A G4/2 G4/2 G4
                T D4/2 C4/2 D4
                B G3/2 C3/2 G3
                H C: V*1/2 I*1/2 V
                """),
            Example(
                "Two voices.",
                """
                S B4 G4
                B G3 C3
                H C: V I
                """),
            Example(
                "A seventh chord whose third sounded until it began.",
                """
                S A4*2 G4
                A E4*2 D4
                T G3*2 G3
                B C3 A2 B2
                H C: vi65 vi7 V6
                """),
        ])

    /// The rule, which has no limits.
    public init(_ limits: Limits) {}

    /// The faults.
    public func offences(in window: ChordWindow) -> [Offence] {
        let chord = window.span.chord
        guard let third = chord[.third], let slice = window.plainSlice(voices: 3),
            slice.tones > 1, !window.sounds(.third),
            !(chord.quality.isSeventh && window.soundsBefore(third))
        else { return [] }
        return [
            Offence(at: slice, in: window, "\(window.span.numeral) has no third: \(third) is missing")
        ]
    }
}

extension ChordWindow {
    /// True when a voice sounds a tone when the chord before ends.
    fileprivate func soundsBefore(_ tone: TonalPitchClass) -> Bool {
        sliceBefore?.notes.contains { $0?.event.pitchClass == tone.pitchClass } ?? false
    }
}

extension Offence {
    /// A fault of a whole chord.
    init(at slice: ChordWindow.Slice, in window: ChordWindow, _ message: String) {
        self.init(at: slice.time, notes: slice.offenceNotes(of: slice.notes.indices), message: message)
        confidence = window.confidence
    }
}
