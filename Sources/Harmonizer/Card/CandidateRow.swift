/// What one of the settings that were made is like.
public struct CandidateRow: Hashable, Sendable, Codable {
    /// What it shares with pieces that the model learned from.
    public struct Copies: Hashable, Sendable, Codable {
        /// The longest run.
        public let byTicks: CopiedRun?
        /// The run with most notes.
        public let byAttacks: CopiedRun?
    }

    /// Its number; see ``Candidate/number``.
    public let number: Int
    /// What the linter found in its grid.
    public let found: SeverityCounts
    /// What that weighs, in nats; see ``FaultCost``.
    public let faultCost: Double
    /// How probable the network holds the composed cells, in nats.
    public let likelihood: Double
    /// The same for each tick in which something was composed.
    public let likelihoodPerTick: Double
    /// How many faults were composed anew, and better.
    public let repairs: Int
    /// What it shares with others.
    public let copied: Copies
    /// Whether it was left out because it shares too much.
    public let isCopy: Bool

    init(_ candidate: Candidate, composedTicks: Int) {
        number = candidate.number
        found = SeverityCounts(candidate.findings)
        (faultCost, likelihood) = (candidate.faultCost, candidate.likelihood)
        likelihoodPerTick = likelihood / Double(max(composedTicks, 1))
        repairs = candidate.repairs
        copied = Copies(byTicks: candidate.copied.byTicks, byAttacks: candidate.copied.byAttacks)
        isCopy = candidate.isCopy
    }
}
