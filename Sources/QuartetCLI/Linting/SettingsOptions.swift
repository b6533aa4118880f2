public import ArgumentParser
public import Counterpoint

extension Profile: ExpressibleByArgument {}

/// What the command line says of the rules. It is stronger than any file.
struct SettingsOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The style to judge by; chorale if neither this nor the configuration says.", valueName: "profile"))
    var profile: Profile?

    @Option(
        help: ArgumentHelp(
            "Look at these rules alone; those that the style leaves out are told as info.", valueName: "rule,..."))
    var only: [String] = []

    @Option(help: ArgumentHelp("Leave these rules out.", valueName: "rule,..."))
    var allow: [String] = []

    @Option(
        help: ArgumentHelp(
            "The configuration, or none; the nearest .quartet.yml in the folder of the score or above if not given.",
            valueName: "file"))
    var config: String?

    func validate() throws {
        let (only, allowed) = (RuleNames.names(in: only), RuleNames.names(in: allow))
        for name in only + allowed {
            if let problem = RuleNames.problem(with: name) { throw ValidationError(problem) }
        }
        if let both = only.first(where: allowed.contains) {
            throw ValidationError("--only and --allow exclude each other for \(both).")
        }
    }

    /// The configuration that is wanted.
    var choice: ConfigurationSearch.Choice {
        switch config {
        case nil: .nearest
        case "none": .none
        case let path?: .file(path)
        }
    }

    /// How a score is judged.
    ///
    /// - Parameter changes: What its configuration asks for, the strongest last.
    func settings(_ changes: [Configuration.Changes]) -> Settings {
        var settings = Settings(profile ?? changes.lazy.compactMap(\.profile).last ?? .chorale)
        for change in changes {
            change.limits.apply(to: &settings.limits)
            settings.severities.merge(change.severities) { $1 }
        }
        for name in RuleNames.names(in: allow) { settings.severities[name] = .off }
        let only = Set(RuleNames.names(in: only))
        for card in RuleList.cards where !only.isEmpty {
            if !only.contains(card.id) {
                settings.severities[card.id] = .off
            } else if settings.isOff(card) {
                settings.severities[card.id] = nil
                if settings.isOff(card) { settings.severities[card.id] = .info }
            }
        }
        return settings
    }
}
