import ScoreModel

/// A phrase that stays high or low in its voice.
public struct Tessitura: LineRule {
    /// What it says of itself.
    public static let card = RuleCard(
        id: "tessitura",
        title: "Tessitura",
        group: .ranges,
        fault: """
            Half of the time of a phrase, a voice sings above (or below) the middle 70 % of its range: the median of its pitches, each \
            counted for as long as it sounds, lies outside.
            """,
        reason: "Notes that can be reached tire a voice when it has to stay there.",
        exceptions: ["Off unless it is asked for. Phrases of fewer than four notes are not judged."],
        sources: ["Adler, The Study of Orchestration, on the registers of voices"],
        severity: Severities(strict: .off, chorale: .off, bach: .off, strings: .off),
        wrong: [
            Example(
                "A soprano that stays at the top.",
                """
                S ↓F5 ↓G5 ↓F5 ↓G5
                """)
        ],
        right: [
            Example(
                "One high note does not tire.",
                """
                S C5 B4 G5 C5
                """),
            Example(
                "Long low notes outweigh short high ones.",
                """
                S G5/2 F5/2 C5*3 | D5*3 G5/2 F5/2
                """),
        ])

    private static let margin: Fraction = 15 / 100
    private static let leastNotes = 4
    private let compasses: [Role: Limits.Compass]

    /// The rule with the ranges of a style.
    public init(_ limits: Limits) { compasses = limits.compasses }

    /// The faults.
    public func offences(in line: Line) -> [Offence] {
        guard let role = line.role, let compass = compasses[role] else { return [] }
        return line.phrases.compactMap { phrase in
            guard phrase.count >= Tessitura.leastNotes, let first = phrase.first, let last = phrase.last else {
                return nil
            }
            let margin = (Fraction(compass.usual.upperBound - compass.usual.lowerBound) * Tessitura.margin).rounded
            let median = Tessitura.median(of: phrase)
            let isHigh = median.height > compass.usual.upperBound - margin
            guard isHigh || median.height < compass.usual.lowerBound + margin else { return nil }
            var offence = Offence(
                line, phrase, at: first,
                "the phrase lies \(isHigh ? "high" : "low") for \(line.label), around \(median.pitch)")
            offence.end = last.end
            return offence
        }
    }

    /// The event that sounds halfway when a phrase is sorted by pitch.
    private static func median(of phrase: ArraySlice<Event>) -> Event {
        let sorted = phrase.sorted { ($0.height, $0.onset) < ($1.height, $1.onset) }
        let half = phrase.reduce(Fraction.zero) { $0 + ($1.end - $1.onset) } / 2
        var passed = Fraction.zero
        for event in sorted {
            passed = passed + (event.end - event.onset)
            if passed >= half { return event }
        }
        return sorted[sorted.count - 1]
    }
}
