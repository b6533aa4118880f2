/// What a rule says of itself: the source of its page, its help, its tests and the explanation in reports.
public struct RuleCard: Sendable {
    /// Its name, which is that of the fault: `parallel-fifths`.
    public let id: String
    /// Its name for people.
    public let title: String
    /// The group of rules that it belongs to.
    public let group: RuleGroup
    /// What it finds, exactly.
    public let fault: String
    /// Why that is a fault.
    public let reason: String
    /// Where it is none, and where the rule may be wrong.
    public let exceptions: [String]
    /// Who says so.
    public let sources: [String]
    /// How much it matters.
    public let severity: Severities
    /// How much its lesser cases matter, and which those are.
    public let mild: Degree?
    /// How much its worse cases matter, and which those are.
    public let grave: Degree?
    /// True when letters decide, so that it is less sure where the spelling was inferred.
    public let needsSpelling: Bool
    /// Passages that break it, with a mark before each note at fault.
    public let wrong: [Example]
    /// Passages that do not break it.
    public let right: [Example]

    /// Cases that matter more or less than the usual ones.
    public struct Degree: Sendable {
        /// Which cases they are.
        public let when: String
        /// How much they matter.
        public let severity: Severities

        /// Cases of their own severity.
        public init(_ when: String, _ severity: Severities) {
            self.when = when
            self.severity = severity
        }
    }

    /// A card.
    public init(
        id: String, title: String, group: RuleGroup, fault: String, reason: String, exceptions: [String],
        sources: [String], severity: Severities, mild: Degree? = nil, grave: Degree? = nil,
        needsSpelling: Bool = false, wrong: [Example], right: [Example]
    ) {
        self.id = id
        self.title = title
        self.group = group
        self.fault = fault
        self.reason = reason
        self.exceptions = exceptions
        self.sources = sources
        self.severity = severity
        self.mild = mild
        self.grave = grave
        self.needsSpelling = needsSpelling
        self.wrong = wrong
        self.right = right
    }
}

/// Rules that are about one thing.
public enum RuleGroup: String, Sendable, CaseIterable {
    case parallels = "Parallels"
    case directMotion = "Direct motion"
    case ranges = "Ranges"
    case spacing = "Spacing, crossing, overlap"
    case melody = "Melodic intervals"
    case tendencyTones = "Tendency tones"
    case doubling = "Doubling and completeness"
    case dissonance = "Dissonance"
    case cadences = "Cadences"
}

extension RuleGroup {
    /// True where chords or keys have to be known.
    var needsHarmony: Bool { [.tendencyTones, .doubling, .dissonance, .cadences].contains(self) }
}
