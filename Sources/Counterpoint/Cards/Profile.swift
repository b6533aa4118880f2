/// A style whose rules are kept: what is strict in one is free in another.
public enum Profile: String, Sendable, CaseIterable {
    /// Species and harmony teaching at its strictest.
    case strict
    /// Four-part writing as it is taught.
    case chorale
    /// What Bach himself allowed in his chorales.
    case bach
    /// String quartets, where doubling is a texture.
    case strings
}

/// How much something matters in each profile.
public struct Severities: Hashable, Sendable {
    /// In ``Profile/strict``.
    public let strict: Severity
    /// In ``Profile/chorale``.
    public let chorale: Severity
    /// In ``Profile/bach``.
    public let bach: Severity
    /// In ``Profile/strings``.
    public let strings: Severity

    /// One severity a profile.
    public init(strict: Severity, chorale: Severity, bach: Severity, strings: Severity) {
        self.strict = strict
        self.chorale = chorale
        self.bach = bach
        self.strings = strings
    }

    /// The severity in a profile.
    public subscript(profile: Profile) -> Severity {
        switch profile {
        case .strict: strict
        case .chorale: chorale
        case .bach: bach
        case .strings: strings
        }
    }
}
