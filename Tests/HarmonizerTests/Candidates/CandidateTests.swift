import Counterpoint
import ScoreModel
import Testing

@testable import Harmonizer

struct CandidateTests {
    private static func candidate(_ number: Int, faults: Double, likelihood: Double, copied: Int = 0) -> Candidate {
        var candidate = Candidate(
            number: number, grid: Grid(voiceCount: 4, tokens: [], ticks: []), findings: [], faultCost: faults,
            likelihood: likelihood)
        if copied > 0 {
            candidate.copied.byTicks = CopiedRun(piece: "a", voices: [1, 2], ticks: 0..<copied, attacks: 3)
        }
        return candidate
    }

    @Test("Fewer faults come first, then what is neither likelier nor less likely than most")
    func ranking() {
        let candidates = [
            Self.candidate(0, faults: 9, likelihood: -100), Self.candidate(1, faults: 2, likelihood: -40),
            Self.candidate(2, faults: 2, likelihood: -101), Self.candidate(3, faults: 2, likelihood: -160),
        ]
        #expect(CandidateMaker.ranked(candidates).map(\.number) == [2, 3, 1, 0])
    }

    @Test("What copies more than Bach's chorales have in common is left out")
    func copies() {
        let candidates = [
            Self.candidate(0, faults: 0, likelihood: -10, copied: Ensemble.choir.mostCopied.ticks + 1),
            Self.candidate(1, faults: 5, likelihood: -10, copied: Ensemble.choir.mostCopied.ticks),
        ]
        #expect(CandidateMaker.ranked(candidates).map(\.number) == [1])
        #expect(CandidateMaker.ranked([candidates[0]]).isEmpty)
    }

    @Test("Findings weigh the more the rarer they are with Bach, errors ten more within a phrase")
    func weights() throws {
        let fifths = try Shorthand("S C5 D5\nA G4 G4\nT E4 D4\nB F3 G3").score
        let across = try Shorthand("S C5^ D5\nA G4 G4\nT E4 D4\nB F3 G3").score
        let costs = FaultCost()
        func weight(_ rule: String, in score: Score) throws -> Double {
            let finding = Linter().findings(in: score).first { $0.rule == rule }
            return costs.weight(of: try #require(finding))
        }
        let (within, beyond) = (try weight("parallel-fifths", in: fifths), try weight("parallel-fifths", in: across))
        #expect(abs(within - beyond - FaultCost.error) < 1e-9)
        #expect(beyond > 2 && beyond < 3)
    }

    @Test("What the linter finds is mended where it can be, and what is given stays")
    func repair() throws {
        let parameters: [Double] = SmallNetwork.parameters(seed: 9)
        let sampler = Sampler(Model(SmallNetwork.network, parameters: parameters.map { Float($0) }))
        // Soprano and tenor go in octaves; the tenor may be led elsewhere.
        let score = try Shorthand("S C5 D5 E5 D5\nA G4 G4 G4 G4\nT C4 D4 E4 D4\nB C3 B2 C3 B2").score
        let grid = try Grid.Reading(score).grid
        let task = CompositionTask(grid, isFree: grid.tokens.indices.map { $0 % 4 == 2 })
        let linter = Linter()
        let findings = linter.findings(in: grid.score())
        let costs = FaultCost()
        var candidate = Candidate(
            number: 0, grid: grid, findings: findings, faultCost: costs.weight(of: findings), likelihood: 0)
        #expect(candidate.errors > 0)
        var composer = Composer(sampler, task, SamplingSettings(), seed: 2)
        Repair(linter: linter, costs: costs, performers: .choir).mend(&candidate, &composer)
        #expect(candidate.errors == 0 && candidate.repairs > 0 && candidate.faultCost < costs.weight(of: findings))
        for voice in [0, 1, 3] { #expect(candidate.grid.notes(ofVoice: voice) == grid.notes(ofVoice: voice)) }
        let isPiece = composer.grid == candidate.grid
        #expect(isPiece)
    }
}
