public import Counterpoint

/// A finished composition, with what a linter and the network think of it.
public struct Candidate: Sendable {
    /// Its number among those that were made for one task; its random choices follow from it and from the seed.
    public let number: Int
    /// The music.
    public var grid: Grid
    /// What the linter finds.
    public var findings: [Finding]
    /// What the findings weigh; see ``FaultCost``.
    public var faultCost: Double
    /// How probable the network holds the composed cells when each is drawn, in nats.
    public var likelihood: Double
    /// How many faults were composed anew, and better, after all was there.
    public var repairs = 0

    /// The longest run of ticks, and the one of most notes, that composed voices share with a piece that the network learned from; nil where there is
    /// none, or nothing is known of these pieces.
    public var copied: (byTicks: CopiedRun?, byAttacks: CopiedRun?)

    /// Whether more is copied than Bach's chorales, or string quartets, have in common.
    public var isCopy: Bool {
        let most = grid.vocabulary.ensemble.mostCopied
        return copied.byTicks.map { $0.ticks.count > most.ticks } ?? false
            || copied.byAttacks.map { $0.attacks > most.attacks } ?? false
    }

    /// How many errors there are.
    public var errors: Int { findings.count { $0.severity == .error } }

    /// What decides whether something is better than what was there: rules first, then how much the network is surprised.
    var cost: Double { faultCost - Self.opinion * likelihood }

    /// What a nat of surprise counts against a nat of faults. The network's opinion of a piece varies by some thirty nats between good settings,
    /// what rules say by a handful; and what the network likes best is duller than what it learned from.
    static let opinion = 0.03
}
