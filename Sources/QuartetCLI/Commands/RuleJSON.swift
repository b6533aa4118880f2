import Counterpoint

/// A rule as JSON has it.
struct RuleJSON: Encodable {
    /// Cases that matter more or less than the usual ones.
    struct Degree: Encodable {
        let when: String
        let severity: [String: String]

        init(_ degree: RuleCard.Degree) {
            when = degree.when
            severity = RuleJSON.table(degree.severity)
        }
    }

    /// A passage in shorthand.
    struct Passage: Encodable {
        let caption: String
        let text: String
        let profiles: [String]?

        init(_ example: Example) {
            caption = example.caption
            text = example.text
            profiles = example.profiles?.map(\.rawValue)
        }
    }

    let id: String
    let title: String
    let group: String
    let fault: String
    let reason: String
    let exceptions: [String]
    let sources: [String]
    let severity: [String: String]
    let mild: Degree?
    let grave: Degree?
    let needsSpelling: Bool
    let wrong: [Passage]
    let right: [Passage]

    init(_ card: RuleCard) {
        id = card.id
        title = card.title
        group = card.group.rawValue
        fault = card.fault
        reason = card.reason
        exceptions = card.exceptions
        sources = card.sources
        severity = RuleJSON.table(card.severity)
        mild = card.mild.map(Degree.init)
        grave = card.grave.map(Degree.init)
        needsSpelling = card.needsSpelling
        wrong = card.wrong.map(Passage.init)
        right = card.right.map(Passage.init)
    }

    /// Severities by the names of profiles.
    private static func table(_ severities: Severities) -> [String: String] {
        Dictionary(uniqueKeysWithValues: Profile.allCases.map { ($0.rawValue, severities[$0].rawValue) })
    }
}
