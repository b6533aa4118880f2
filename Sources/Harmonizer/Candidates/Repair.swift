internal import Counterpoint
internal import ScoreModel

/// Composes anew what a linter still finds, each fault with its neighbourhood, and keeps what is better: what rules and network say of it
/// together.
struct Repair {
    let linter: Linter
    let costs: FaultCost
    let performers: Ensemble

    /// What weighs less is left: Bach has it in two pieces of five.
    private static let least = 1.2
    /// How often a piece is gone through.
    private static let rounds = 3
    /// How many of the settings that come out together are judged.
    private static let judged = 3

    /// The quarter notes for each of which a fault is tried: what a model that has learned little leaves cannot all be mended.
    private static let distance: Fraction = 2

    /// Goes through a piece from left to right, so that what the network knows of the past is read only once.
    func mend(_ candidate: inout Candidate, _ composer: inout Composer) {
        var tries = (candidate.grid.times[candidate.grid.ticks.count] / Self.distance).floor
        for round in 0..<Self.rounds {
            var from = 0
            var isBetter = false
            while let fault = next(in: candidate.findings, from: from, candidate.grid.times) {
                from = fault.tick + 1
                guard tries > 0 else { return }
                tries -= 1
                let cells = neighbourhood(of: fault.finding, in: candidate.grid, wider: round)
                guard let better = redrawn(candidate, cells, &composer) else { continue }
                candidate = better
                isBetter = true
            }
            guard isBetter || round == 0 else { return }
        }
    }

    private func next(in findings: [Finding], from tick: Int, _ times: TickTimes) -> (finding: Finding, tick: Int)? {
        findings.lazy.filter { costs.weight(of: $0) >= Self.least }
            .map { (finding: $0, tick: times.floor($0.at)) }
            .filter { $0.tick >= tick }
            .min { $0.tick < $1.tick }
    }

    /// The cells around a fault: of its voices, and of all in later rounds.
    private func neighbourhood(of finding: Finding, in grid: Grid, wider round: Int) -> [Bool] {
        let start = finding.notes.map(\.onset).min() ?? finding.at
        let end = max(finding.end ?? finding.at, finding.notes.map(\.onset).max() ?? finding.at)
        let margin = Fraction(1 + round)
        let (first, last) = (grid.times.floor(start - margin + 1 / 2), grid.times.floor(end + margin))
        let ticks = first..<max(first, last)
        let voices = round == 0 && finding.voices.contains { $0 > 0 } ? Set(finding.voices) : [0, 1, 2, 3]
        return grid.tokens.indices.map { ticks.contains($0 / 4) && voices.contains($0 % 4) }
    }

    /// The best of the settings that came out, if it is better than what was there.
    private func redrawn(_ candidate: Candidate, _ cells: [Bool], _ composer: inout Composer) -> Candidate? {
        let drafts = composer.redraft(cells)
        var best = candidate
        for draft in drafts.prefix(Self.judged) {
            var other = candidate
            other.grid = draft.grid
            other.findings = linter.findings(in: draft.grid.score(for: performers))
            other.faultCost = costs.weight(of: other.findings)
            other.likelihood = candidate.likelihood + Double(draft.likelihood)
            other.repairs = candidate.repairs + 1
            if other.cost < best.cost { best = other }
        }
        guard best.repairs > candidate.repairs else { return nil }
        composer.take(best.grid)
        return best
    }
}
