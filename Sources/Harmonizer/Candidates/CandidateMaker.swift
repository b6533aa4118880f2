public import Counterpoint
internal import ScoreModel

/// Makes finished compositions for a task: composes, judges, and mends.
public struct CandidateMaker: Sendable {
    private let sampler: Sampler
    private let task: CompositionTask
    private let settings: SamplingSettings
    private let linter: Linter
    private let costs = FaultCost()
    /// Whether what the linter finds is composed anew.
    public var repairs = true
    /// How often the whole piece is gone through again, block by block, before it is judged.
    public var sweeps = 0

    /// How many of the settings of a candidate are judged.
    private static let judged = 4

    /// - Parameter linter: What judges.
    public init(_ sampler: Sampler, _ task: CompositionTask, _ settings: SamplingSettings, linter: Linter) {
        (self.sampler, self.task, self.settings, self.linter) = (sampler, task, settings, linter)
    }

    /// A candidate. The same number and seed give the same one, whatever else is made.
    public func candidate(_ number: Int, seed: UInt64) -> Candidate {
        var composer = Composer(
            sampler, task, settings, seed: SplitMix64.mix(seed) &+ UInt64(truncatingIfNeeded: number))
        var best: Candidate?
        for draft in composer.compose().prefix(Self.judged) {
            let findings = linter.findings(in: draft.grid.score())
            let candidate = Candidate(
                number: number, grid: draft.grid, findings: findings, faultCost: costs.weight(of: findings),
                likelihood: Double(draft.likelihood))
            if best.map({ candidate.cost < $0.cost }) ?? true { best = candidate }
        }
        guard var candidate = best else { preconditionFailure("a composer drafts something") }
        composer.take(candidate.grid)
        if sweeps > 0 { sweep(&candidate, &composer) }
        if repairs { Repair(linter: linter, costs: costs).mend(&candidate, &composer) }
        let composed = Set(
            (0..<4).filter { voice in task.isFree.indices.contains { $0 % 4 == voice && task.isFree[$0] } })
        if let copies = sampler.copies { candidate.copied = copies.longest(in: candidate.grid, among: composed) }
        return candidate
    }

    /// What is shown of candidates, the best first: those with fewest faults, and among them those that the network finds as usual as it finds most.
    /// What it finds too usual is dull, and what copies more than Bach's chorales have in common is left out.
    public static func ranked(_ candidates: [Candidate]) -> [Candidate] {
        guard let usual = Spread(candidates.map(\.likelihood))?.median else { return [] }
        func cost(_ candidate: Candidate) -> Double {
            candidate.faultCost + Candidate.opinion * abs(candidate.likelihood - usual)
        }
        return candidates.filter { !$0.isCopy }.sorted { (cost($0), $0.number) < (cost($1), $1.number) }
    }

    private func sweep(_ candidate: inout Candidate, _ composer: inout Composer) {
        for _ in 0..<sweeps { candidate.likelihood += Double(composer.sweep()) }
        candidate.grid = composer.grid
        candidate.findings = linter.findings(in: candidate.grid.score())
        candidate.faultCost = costs.weight(of: candidate.findings)
    }
}
