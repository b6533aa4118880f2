/// How a score is judged.
public struct Settings: Hashable, Sendable {
    /// The style.
    public var profile: Profile
    /// Severities that take the place of the profile's, by the names of rules.
    public var severities: [String: Severity] = [:]
    /// The numbers of the style.
    public var limits: Limits

    /// The settings of a profile.
    public init(_ profile: Profile = .chorale) {
        self.profile = profile
        limits = Limits(profile)
    }

    /// How much an offence against a rule matters.
    ///
    /// What was set takes the place of all three degrees. Across the end of a phrase nothing is more than worth knowing.
    func severity(of card: RuleCard, _ degree: Offence.Degree, isAcrossPhrases: Bool) -> Severity {
        let own =
            severities[card.id]
            ?? {
                switch degree {
                case .usual: card.severity[profile]
                case .mild: (card.mild?.severity ?? card.severity)[profile]
                case .grave: (card.grave?.severity ?? card.severity)[profile]
                }
            }()
        return isAcrossPhrases ? min(own, .info) : own
    }

    /// True when no case of a rule is told.
    public func isOff(_ card: RuleCard) -> Bool {
        [Offence.Degree.mild, .usual, .grave].allSatisfy { severity(of: card, $0, isAcrossPhrases: false) == .off }
    }
}
