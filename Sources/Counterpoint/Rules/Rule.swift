/// A rule of counterpoint.
///
/// What it looks at, its window, is told by the protocol that it refines. A rule sees nothing else, so that it judges a whole score,
/// an example of two chords and a note that is about to be composed in the same way.
public protocol Rule: Sendable {
    /// What it says of itself.
    static var card: RuleCard { get }

    /// The rule with the limits of a style.
    init(_ limits: Limits)
}

/// A rule about two voices at a moment. What goes on is told once, when it begins.
public protocol SonorityRule: Rule {
    /// True while the fault lasts.
    func isBroken(by sonority: Sonority) -> Bool
    /// The fault, told at the moment when it begins.
    func offence(in sonority: Sonority) -> Offence
}

/// A rule about two voices that move.
public protocol MotionRule: Rule {
    /// The fault, if there is one.
    func offence(in motion: Motion) -> Offence?
}

/// A rule about all voices from one moment to the next.
public protocol ProgressionRule: Rule {
    /// The faults.
    func offences(in progression: Progression) -> [Offence]
}

/// A rule about one voice.
public protocol LineRule: Rule {
    /// The faults.
    func offences(in line: Line) -> [Offence]
}

/// A rule about two voices that move from one beat to the next, whatever lies between.
public protocol BeatRule: Rule {
    /// The fault, if there is one.
    func offence(in motion: Motion) -> Offence?
}

/// A rule about two voices that double each other.
public protocol DoublingRule: Rule {
    /// The fault.
    func offence(in doubling: Doubling) -> Offence
}

/// A rule about a chord, with what comes before and follows.
public protocol ChordRule: Rule {
    /// The faults.
    func offences(in window: ChordWindow) -> [Offence]
}
