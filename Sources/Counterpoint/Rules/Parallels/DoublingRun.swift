/// Two voices that go on in octaves, or in unisons, for three motions or more.
public struct DoublingRun: DoublingRule {
    /// What it says of itself.
    public static let card = RuleCard(
        id: "doubling-run",
        title: "Voices that double each other",
        group: .parallels,
        fault: """
            Two voices move in parallel octaves, or in parallel unisons, three times or more on end, in the same rhythm and without \
            a rest. The whole stretch is told once instead of each parallel.
            """,
        reason: """
            A melody that two instruments play in octaves is orchestration, and no fault: in the quartets of Haydn, Mozart and \
            Beethoven seven parallel octaves of eight stand in such stretches. In four-part writing it is a voice that is missing.
            """,
        exceptions: [
            "Notes that both voices repeat do not end a doubling, and are not counted.",
            "How many parallels make a doubling can be set (limits, doubling).",
        ],
        sources: ["Aldwell & Schachter, Harmony and Voice Leading, on doubling and parallel octaves"],
        severity: Severities(strict: .error, chorale: .error, bach: .error, strings: .info),
        mild: .init(
            "an instrument takes part",
            Severities(strict: .info, chorale: .info, bach: .info, strings: .info)),
        wrong: [
            Example(
                "First violin and viola in octaves.",
                """
                Vl1 ↓C5 ↓D5 ↓E5 ↓F5
                Va  ↓C4 ↓D4 ↓E4 ↓F4
                """),
            Example(
                "Notes that both repeat belong to it.",
                """
                Vl1 ↓C5 ↓D5 ↓D5 ↓E5 | ↓F5
                Va  ↓C4 ↓D4 ↓D4 ↓E4 | ↓F4
                """),
            Example(
                "Unisons.",
                """
                Vl1 ↓C5 ↓D5 ↓E5 ↓F5
                Vl2 ↓C5 ↓D5 ↓E5 ↓F5
                """),
        ],
        right: [
            Example(
                "Two are parallels, each told by itself.",
                """
                Vl1 C5 D5 E5 G5
                Va  C4 D4 E4 E4
                """),
            Example(
                "A rest ends the stretch.",
                """
                Vl1 C5 D5 E5/2 r/2 F5 | G5
                Va  C4 D4 E4/2 r/2 F4 | G4
                """),
            Example(
                "Fifths are no doubling.",
                """
                Vl1 G5 A5 B5 C6
                Va  C4 D4 E4 F4
                """),
            Example(
                "The first of three octaves is in contrary motion.",
                """
                Vl1 C5 D5 E5 F5
                Va  C4 D3 E3 F3
                """),
            Example(
                "A third comes before the unisons.",
                """
                Vl1 E5 D5 C5 B4
                Vl2 G5 D5 C5 B4
                """),
            Example(
                "A third comes after the unisons.",
                """
                Vl1 D5 C5 B4 A4
                Vl2 D5 C5 B4 F4
                """),
            Example(
                "A sixth comes before the octaves.",
                """
                Vl1 E5 D5 C5 B4
                Va  G4 D4 C4 B3
                """),
            Example(
                "A ninth comes after the octaves.",
                """
                Vl1 D5 C5 B4 A4
                Va  D4 C4 B3 G3
                """),
        ])

    /// The rule; its limit decides what is a doubling.
    public init(_ limits: Limits) {}

    /// The fault.
    public func offence(in doubling: Doubling) -> Offence {
        let motions = doubling.motions
        guard let first = motions.first, let last = motions.last else {
            return Offence(at: .zero, notes: [], message: "")
        }
        let upper = motions.flatMap { [$0.upper.from, $0.upper.to] }.withoutRepetition
        let lower = motions.flatMap { [$0.lower.from, $0.lower.to] }.withoutRepetition
        var offence = Offence(
            at: first.time,
            notes: upper.map { Offence.Note(voice: first.voices.upper, event: $0) }
                + lower.map { Offence.Note(voice: first.voices.lower, event: $0) },
            message:
                "\(first.voices.labels[0]) and \(first.voices.labels[1]) double each other in \(motions.count) parallel \(doubling.isUnison ? "unisons" : "octaves")"
        )
        offence.end = last.upper.to.end
        offence.intervals = [first.before.simpleName, last.after.simpleName]
        offence.motion = .parallel
        offence.degree = first.voices.includesInstrument ? .mild : .usual
        return offence
    }
}

extension [Event] {
    /// The events without those that are the same as the one before.
    fileprivate var withoutRepetition: [Event] {
        indices.compactMap { $0 > 0 && self[$0].onset == self[$0 - 1].onset ? nil : self[$0] }
    }
}
