import ScoreModel

/// A note outside the range of a string instrument.
public struct InstrumentRange: LineRule {
    /// What it says of itself.
    public static let card = RuleCard(
        id: "instrument-range",
        title: "Out of the instrument's range",
        group: .ranges,
        fault: """
            A note lies below the lowest open string (violin G3, viola C3, cello C2), above what can be played (violin E7, viola E6, \
            cello A5), or above what is comfortable (first violin A6, second violin D6, viola E5, cello C5).
            """,
        reason:
            "Below the lowest string there is no note. High notes are for soloists, and in a quartet ask for a reason.",
        exceptions: [
            "A string that is tuned down, and harmonics.",
            "Old editions print the cello's treble clef an octave too high; in such a file the top of the cello is not to be trusted.",
        ],
        sources: [
            "Lowest strings: the instruments' tuning",
            "Tops: orchestration treatises (Adler, The Study of Orchestration; Piston, Orchestration); the comfortable ones hold 99.5 % of the notes in quartets by Haydn, Mozart and Beethoven",
        ],
        severity: Severities(strict: .warning, chorale: .warning, bach: .warning, strings: .warning),
        mild: .init(
            "above what is comfortable",
            Severities(strict: .info, chorale: .info, bach: .info, strings: .info)),
        grave: .init(
            "below the lowest string",
            Severities(strict: .error, chorale: .error, bach: .error, strings: .error)),
        wrong: [
            Example(
                "Below the violins' lowest string.",
                """
                Vl1 ↓F#3 G3
                Vl2 G3 ↓F#3
                """),
            Example(
                "Above the comfortable top, and above the playable.",
                """
                Vl1 A6 ↓Bb6 ↓E7 ↓F7
                """),
            Example(
                "The second violin's top is lower.",
                """
                Vl2 D6 ↓Eb6
                """),
            Example(
                "Viola and cello.",
                """
                Va ↓B2 C3 E5 ↓F5
                Vc ↓B1 C2 C5 ↓C#5
                """),
        ],
        right: [
            Example(
                "The limits themselves.",
                """
                Vl1 G3 A6
                Vl2 G3 D6
                Va C3 E5
                Vc C2 C5
                """),
            Example(
                "Singers have a rule of their own.",
                """
                S C3
                """),
        ])

    private let compasses: [Role: Limits.Compass]

    /// The rule with the ranges of a style.
    public init(_ limits: Limits) { compasses = limits.compasses }

    /// The faults.
    public func offences(in line: Line) -> [Offence] {
        guard let role = line.role, !role.isVocal, let compass = compasses[role] else { return [] }
        var offences: [Offence] = []
        for index in line.events.indices where !compass.usual.contains(line.events[index].height) {
            let event = line.events[index]
            let (what, degree): (String, Offence.Degree) =
                if event.height < compass.usual.lowerBound {
                    ("is below the lowest string", .grave)
                } else if event.height > compass.utmost.upperBound {
                    ("is above what can be played", .usual)
                } else {
                    ("is above what is comfortable", .mild)
                }
            var offence = Offence(
                line, line.events[index...index], at: event, "\(event.pitch) \(what) on \(line.label)")
            offence.degree = degree
            offences.append(offence)
        }
        return offences
    }
}
