/// A piece that does not end on its tonic.
public struct CadenceFinalNotTonic: ChordRule {
    /// What it says of itself.
    public static let card = RuleCard(
        id: "cadence-final-not-tonic",
        title: "End without the tonic",
        group: .cadences,
        fault: """
            The lowest note at the end of the piece is not the tonic of the key that the piece as a whole is in, in whatever octave.
            """,
        reason: "A piece is at rest where its bass has come home.",
        exceptions: [
            "Old modes end on their own finals: a Phrygian chorale is heard as minor that ends on the dominant.",
            "A movement that leads on to the next, or an excerpt, may end open.",
            "A major chord at the end of a piece in minor is as good.",
        ],
        sources: [
            "Fux, Gradus ad Parnassum, on beginning and end",
            "Aldwell & Schachter, Harmony and Voice Leading, on cadences",
            "Laitz, The Complete Musician, on cadences",
        ],
        severity: Severities(strict: .warning, chorale: .info, bach: .info, strings: .info),
        wrong: [
            Example(
                "It ends on the dominant.",
                """
                S C5 C5 C5 B4
                A G4 A4 E4 D4
                T E4 F4 G3 G3
                B C3 F3 G3 ↓G3
                H C: I IV I64 V
                """),
            Example(
                "The tonic chord stands on its third.",
                """
                S C5 A4 B4 C5
                A G4 F4 G4 G4
                T E4 D4 D4 C4
                B C3 F3 G3 ↓E3
                H C: I ii6 V I6
                """),
            Example(
                "It ends in another key.",
                """
                S C5 A4 B4 C5 | C5 A4 F#4 G4
                A G4 F4 G4 G4 | G4 E4 D4 D4
                T E4 D4 D4 E4 | E4 C4 C4 B3
                B C3 F3 G3 C3 | C3 C3 D3 ↓G2
                H C: I ii6 V I | I G: ii6 V7 I
                """),
        ],
        right: [
            Example(
                "Home.",
                """
                S C5 A4 B4 C5
                A G4 F4 G4 G4
                T E4 D4 D4 E4
                B C3 F3 G3 C3
                H C: I ii6 V I
                """),
            Example(
                "Minor that ends in major.",
                """
                S A4 F4 G#4 A4
                A E4 D4 E4 E4
                T C4 A3 B3 C#4
                B A3 D3 E3 A2
                H a: i iv V I
                """),
            Example(
                "Not at the end it may be any chord.",
                """
                S C5 B4^ C5
                A E4 D4^ E4
                B C3 G3^ C3
                H C: I V I
                """),
            Example(
                "The tonic in another octave.",
                """
                S C5 B4 C5
                A E4 D4 E4
                B C3 G3 C4
                H C: I V I
                """),
            Example(
                "A bass that ends early: the lowest note that still sounds is the tonic.",
                """
                S C5 B4 G4*2
                A E4 D4 E4*2
                T C4 G3 C4*2
                B C3 G2 C3 r
                H C: I V I*2
                """),
        ])

    /// The rule, which has no limits.
    public init(_ limits: Limits) {}

    /// The faults.
    public func offences(in window: ChordWindow) -> [Offence] {
        guard window.isFinal, let slice = window.slices.last else { return [] }
        // In a unison the lower voice is the bass.
        let sounding = slice.notes.indices.reversed().compactMap { voice in
            slice.notes[voice].map { Offence.Note(voice: voice, event: $0.event) }
        }
        guard let lowest = sounding.min(by: { $0.event.height < $1.event.height }),
            lowest.event.pitchClass != window.home.key.tonic.pitchClass
        else { return [] }
        var offence = Offence(
            at: slice.time, notes: [lowest],
            message: "The piece is in \(window.home.key) and ends on \(window.span.numeral), over \(lowest.event.pitch)"
        )
        offence.confidence = window.home.confidence
        return [offence]
    }
}
