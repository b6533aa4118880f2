import Counterpoint

/// What a file `.quartet.yml` says.
struct Configuration: Sendable {
    /// What is asked for, of all scores or of some.
    struct Changes: Hashable, Sendable {
        var profile: Profile?
        /// Severities by the names of rules.
        var severities: [String: Severity] = [:]
        var limits = LimitChanges()
    }

    /// What is asked for of the scores in some places.
    struct Exception: Sendable {
        /// The places, from the folder of the file on.
        let match: PathPattern
        let changes: Changes
    }

    /// What is asked for of all scores.
    var changes = Changes()
    /// What is asked for of some; later ones win.
    var exceptions: [Exception] = []
    /// From when on a finding is a failure.
    var failOn: FailureThreshold?
    /// The file of what is known, from the folder of the file on.
    var baseline: String?

    /// Nothing asked for.
    init() {}

    /// All that is asked for of a score, the strongest last.
    ///
    /// - Parameter path: Where it lies, from the folder of the file on.
    func changes(for path: String) -> [Changes] {
        [changes] + exceptions.lazy.filter { $0.match.matches(path) }.map(\.changes)
    }
}

extension Configuration {
    private enum Key: String, CaseIterable {
        case profile, rules, limits
        case failOn = "fail-on"
        case baseline, paths
    }

    private enum ExceptionKey: String, CaseIterable {
        case match, profile, rules, limits
    }

    /// Reads a file.
    init(_ bytes: [UInt8]) throws(ConfigurationError) {
        for (key, value) in try ConfigurationNode(bytes)?.entries() ?? [] {
            switch try key.key(Key.self) {
            case .profile: changes.profile = try value.word()
            case .rules: changes.severities = try Configuration.severities(value)
            case .limits: changes.limits = try LimitChanges(value)
            case .failOn: failOn = try value.word()
            case .baseline: baseline = try value.text()
            case .paths:
                for item in try value.items() { exceptions.append(try Configuration.exception(item)) }
            }
        }
    }

    private static func exception(_ node: ConfigurationNode) throws(ConfigurationError) -> Exception {
        var match: PathPattern?
        var changes = Changes()
        for (key, value) in try node.entries() {
            switch try key.key(ExceptionKey.self) {
            case .match: match = PathPattern(try value.text())
            case .profile: changes.profile = try value.word()
            case .rules: changes.severities = try severities(value)
            case .limits: changes.limits = try LimitChanges(value)
            }
        }
        guard let match else { throw node.error("an entry of paths needs match: which scores it is about") }
        return Exception(match: match, changes: changes)
    }

    private static func severities(_ node: ConfigurationNode) throws(ConfigurationError) -> [String: Severity] {
        var severities: [String: Severity] = [:]
        for (key, value) in try node.entries() {
            let rule = try key.text()
            if let problem = RuleNames.problem(with: rule) { throw key.error(problem) }
            severities[rule] = try value.word()
        }
        return severities
    }
}

extension ConfigurationNode {
    /// A key, which is one of several.
    func key<Key: RawRepresentable & CaseIterable>(_ type: Key.Type) throws(ConfigurationError) -> Key
    where Key.RawValue == String {
        guard let key = (try? text()).flatMap({ Key(rawValue: $0) }) else {
            throw unknownKey(among: Key.allCases.map(\.rawValue))
        }
        return key
    }
}
