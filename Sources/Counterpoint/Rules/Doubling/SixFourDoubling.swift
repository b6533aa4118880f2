/// A six-four chord whose bass no other voice doubles.
public struct SixFourDoubling: ChordRule {
    /// What it says of itself.
    public static let card = RuleCard(
        id: "six-four-doubling",
        title: "Six-four without doubled bass",
        group: .doubling,
        fault: """
            A major or minor triad stands on its fifth, four voices or more sound on a beat, all of them on tones of the chord, and as long as it lasts no \
            other voice doubles the bass.
            """,
        reason: """
            Over the bass of a six-four chord its sixth and fourth are dissonances, or passing; the bass is what is stable. Doubling one of the \
            others gives weight to what has to move on.
            """,
        exceptions: [
            "The bass runs through a chord that is there before or goes on after: an arpeggio.",
            "Suspensions and other ornaments in its place.",
            "Between the beats, and in three voices.",
        ],
        sources: [
            "Kostka & Payne, Tonal Harmony, on second-inversion triads",
            "Aldwell & Schachter, Harmony and Voice Leading, on 6/4 chords",
            "Laitz, The Complete Musician, on six-four chords",
        ],
        severity: Severities(strict: .warning, chorale: .info, bach: .info, strings: .off),
        wrong: [
            Example(
                "The root of the cadential six-four is doubled.",
                """
                S A4 ↓C5 B4
                A F4 E4 D4
                T C4 ↓C4 B3
                B F3 ↓G3 G3
                H C: IV I64 V
                """),
            Example(
                "Its third is doubled.",
                """
                S F5 ↓E5 D5
                A C5 C5 B4
                T A4 ↓E4 D4
                B F3 ↓G3 G3
                H C: IV I64 V
                """),
            Example(
                "A passing six-four.",
                """
                S C5 ↓B4 C5
                A G4 G4 G4
                T E4 ↓B3 C4
                B C3 ↓D3 E3
                H C: I V64 I6
                """),
        ],
        right: [
            Example(
                "The bass is doubled.",
                """
                S F5 E5 D5
                A C5 C5 B4
                T A4 G4 G4
                B F3 G3 G3
                H C: IV I64 V
                """),
            Example(
                "The bass runs through the chord.",
                """
                S C5 C5 C5
                A E4 E4 F4
                T C4 C4 A3
                B C3 G3 F3
                H C: I I64 IV
                """),
            Example(
                "The chord goes on to its root.",
                """
                S B4 C5 C5
                A D4 E4 E4
                T B3 C4 C4
                B G3 G3 C3
                H C: V I64 I
                """),
            Example(
                "It is doubled later.",
                """
                S A4 C5*2 B4
                A F4 E4*2 D4
                T C4 C4 G3 G3
                B F3 G3*2 G3
                H C: IV I64*2 V
                """),
            Example(
                "Three voices.",
                """
                S F5 E5 D5
                A C5 C5 B4
                B F3 G3 G3
                H C: IV I64 V
                """),
            Example(
                "A seventh chord on its fifth.",
                """
                S C5 B4 C5
                A E4 F4 G4
                T G4 G4 G4
                B C3 D3 E3
                H C: I V43 I6
                """),
            Example(
                "A suspension in its place.",
                """
                S F5 E5 D5
                A C5 C5 B4
                T A4 A4 G4
                B F3 G3 G3
                H C: IV I64 V
                """),
        ])

    /// The rule, which has no limits.
    public init(_ limits: Limits) {}

    /// The faults.
    public func offences(in window: ChordWindow) -> [Offence] {
        let chord = window.span.chord
        guard chord.bass == .fifth, [.major, .minor].contains(chord.quality), let fifth = chord[.fifth],
            let slice = window.plainSlice(voices: 4), !window.isArpeggio,
            !window.slices.contains(where: { $0.voices(on: .fifth).count > 1 })
        else { return [] }
        let doubled = [Chord.Member.root, .third].first { slice.voices(on: $0).count > 1 }
        let voices = doubled.map { slice.voices(on: $0) } ?? []
        let bass = slice.voices(on: .fifth)
        var offence = Offence(
            at: slice.time, notes: slice.offenceNotes(of: Set(voices + bass).sorted()),
            message: "\(window.span.numeral) does not double its bass \(fifth)"
                + (doubled.flatMap { chord[$0] }.map { ", but \($0)" } ?? ""))
        offence.confidence = window.confidence
        return [offence]
    }
}

extension ChordWindow {
    /// True when a chord on the same root stands before it or after it.
    fileprivate var isArpeggio: Bool {
        [previous, next].contains { $0?.chord.root.pitchClass == span.chord.root.pitchClass }
    }
}
