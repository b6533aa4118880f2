public import Counterpoint
internal import ScoreModel

/// Makes finished compositions for a task: composes, judges, and mends.
public struct CandidateMaker: Sendable {
    private let sampler: Sampler
    private let task: CompositionTask
    private let settings: SamplingSettings
    private let linter: Linter
    private let costs: FaultCost
    private let performers: Ensemble
    /// Whether what the linter finds is composed anew.
    public var repairs = true
    /// How often the whole piece is gone through again, block by block, before it is judged.
    public var sweeps = 0
    /// Another way to draw all free cells, given a seed, for comparison; what it draws is neither mended nor gone through again.
    public var draws: (@Sendable (UInt64) -> Grid)?

    /// How many of the settings of a candidate are judged.
    private static let judged = 4

    /// - Parameters:
    ///   - linter: What judges.
    ///   - performers: Who is to perform what is composed; the ensemble that the model knows when nil.
    public init(
        _ sampler: Sampler, _ task: CompositionTask, _ settings: SamplingSettings, linter: Linter,
        for performers: Ensemble? = nil
    ) {
        (self.sampler, self.task, self.settings, self.linter) = (sampler, task, settings, linter)
        self.performers = performers ?? task.grid.vocabulary.ensemble
        costs = FaultCost(self.performers)
    }

    /// A candidate. The same number and seed give the same one, whatever else is made.
    public func candidate(_ number: Int, seed: UInt64) -> Candidate {
        let own = SplitMix64.mix(seed) &+ UInt64(truncatingIfNeeded: number)
        var candidate = draws.map { judged($0(own), number, likelihood: nil) } ?? composed(number, seed: own)
        let composed = Set((0..<4).filter { voice in !task.freeCells[voice].isEmpty })
        if let copies = sampler.copies { candidate.copied = copies.longest(in: candidate.grid, among: composed) }
        return candidate
    }

    private func composed(_ number: Int, seed: UInt64) -> Candidate {
        var composer = Composer(sampler, task, settings, seed: seed)
        let drafts = composer.compose().prefix(Self.judged)
            .map { judged($0.grid, number, likelihood: Double($0.likelihood)) }
        guard var candidate = drafts.min(by: { $0.cost < $1.cost }) else {
            preconditionFailure("a composer drafts something")
        }
        composer.take(candidate.grid)
        if sweeps > 0 { sweep(&candidate, &composer) }
        if repairs { Repair(linter: linter, costs: costs, performers: performers).mend(&candidate, &composer) }
        if performers == .strings, let stops = sampler.stops {
            candidate.grid = stops.adding(to: candidate.grid, where: task.isFree, seed: seed)
        }
        return candidate
    }

    /// - Parameter likelihood: How probable the network holds what was composed; it is asked when nil.
    private func judged(_ grid: Grid, _ number: Int, likelihood: Double?) -> Candidate {
        let findings = linter.findings(in: grid.score(for: performers))
        return Candidate(
            number: number, grid: grid, findings: findings, faultCost: costs.weight(of: findings),
            likelihood: likelihood ?? sampler.likelihood(of: grid, task))
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
        candidate = judged(composer.grid, candidate.number, likelihood: candidate.likelihood)
    }
}
