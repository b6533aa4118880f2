import Counterpoint
import Foundation
import ScoreModel
import TestSupport
import Testing

@testable import Harmonizer

/// A tune with an augmented fourth, set with parallel fifths; of two other settings one is a copy.
@Suite struct ReportCardTests {
    private struct Sample {
        let card: ReportCard
        let judgement: Judgement
    }

    private static let text = """
        S C5 D5 E5*2^ | F4 B4 C5 D5 | C5*4^
        A G4 G4 G4*2 | C4 G4 G4 G4/2 F4/2 | E4*4
        T E4 B3 C4*2 | A3 D4 E4 B3 | C4*4
        B C3 G3 C3*2 | F3 G3 A3 G3 | C3*4
        """

    private static func sample(
        measures: Range<Int>? = nil, keeping kept: Set<Role> = [.soprano], knowsPieces: Bool = true
    ) throws -> Sample {
        var score = try choir(text)
        score.credits.movementTitle = "A tune & its “setting”"
        var wishes = ThemeWishes()
        wishes.kept = kept
        let theme = try Theme(score, wishes)
        let grid = try Grid.Reading(score).grid
        let ticks = measures.map { (16 * $0.lowerBound)..<(16 * $0.upperBound) } ?? grid.ticks.indices
        let isFree = grid.tokens.indices.map { !theme.kept.contains($0 % 4) && ticks.contains($0 / 4) }
        let linter = Linter(Settings(.chorale))
        let candidates = (0..<3).map { number in
            let findings = linter.findings(in: grid.score())
            var candidate = Candidate(
                number: number, grid: grid, findings: number == 2 ? [] : findings,
                faultCost: number == 2 ? 0 : FaultCost().weight(of: findings), likelihood: -50 - Double(number))
            candidate.repairs = number
            let run = CopiedRun(piece: "bwv66.6", voices: [1, 3], ticks: 0..<(number == 2 ? 40 : 14), attacks: 9)
            candidate.copied = (run, run)
            return candidate
        }
        var model = Model(SmallNetwork.network, parameters: SmallNetwork.parameters(seed: 1))
        if knowsPieces { model.copies = CopiedRuns([("bwv66.6", grid)], voices: [1, 2, 3]) }
        let judgement = Judgement(
            file: "tune.musicxml", score: theme.setting(grid, measures: measures).score, linter: linter)
        let card = ReportCard(
            candidates[1], among: candidates, of: CompositionTask(grid, isFree: isFree), theme, measures: measures,
            judgement,
            Provenance(
                version: "1.0", model: .init(model, name: "small", checksum: "00ff"), seed: 7, sampler: "particles",
                settings: SamplingSettings(), sweeps: 0, repairs: true))
        return Sample(card: card, judgement: judgement)
    }

    @Test func `The card as text, JSON and page`() throws {
        let sample = try Self.sample()
        try expectSnapshot(sample.card.text, named: "Reports/card.txt")
        try expectSnapshot(sample.card.json, named: "Reports/card.json")
        try expectSnapshot(sample.card.page(sample.judgement), named: "Reports/card.html")
    }

    @Test func `Text is a screen`() throws {
        let lines = try Self.sample().card.text.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.count <= 40)
        #expect(lines.allSatisfy { $0.count <= 80 && $0.last != " " })
    }

    @Test func `JSON brings the card back`() throws {
        let card = try Self.sample(measures: 1..<2).card
        let read = try JSONDecoder.ofRecords.decode(ReportCard.self, from: Data(card.json.utf8))
        #expect(read == card)
    }

    @Test func `What was given is nobody's fault`() throws {
        let row = try #require(try Self.sample().card.rules["melodic-augmented"])
        #expect(row.found == 1 && row.given == 1)
        #expect(try Self.sample(keeping: [.alto]).card.rules["melodic-augmented"]?.given == 0)
        #expect(try Self.sample(measures: 0..<1, keeping: [.alto]).card.rules["melodic-augmented"]?.given == 1)
    }

    @Test func `All rules of the profile have a row`() throws {
        let sample = try Self.sample()
        let isOn = RuleList.cards.filter { !sample.judgement.settings.isOff($0) }.map(\.id)
        #expect(Set(sample.card.rules.keys) == Set(isOn))
        #expect(sample.card.rules.values.reduce(0) { $0 + $1.found + $1.across } == sample.judgement.findings.count)
    }

    @Test func `Others are ranked, and copies come last`() throws {
        let card = try Self.sample().card
        #expect(card.chosen.number == 1 && card.others.map(\.number) == [0, 2])
        #expect(card.others.map(\.isCopy) == [false, true])
        #expect(card.chosen.likelihoodPerTick == -51 / 48.0)
        #expect(try Self.sample(measures: 1..<2).card.chosen.likelihoodPerTick == -51 / 16.0)
    }

    @Test func `A region is told by its numbers, and what is kept by its names`() throws {
        let commission = try Self.sample(measures: 1..<3).card.commission
        #expect(commission.region == .init(first: "2", last: "3"))
        #expect(commission.kept == ["Soprano"] && commission.composed == ["Alto", "Tenor", "Bass"])
    }

    @Test func `What was adapted is told with its place`() throws {
        let adapted = try Theme(choir("Tune C5 D5 E5*2 | r*4 | F5 D5 C5*2"))
        let texts = Commission(adapted, measures: nil).adaptations.map(\.text)
        #expect(texts.contains("alto, tenor, bass: added"))
        #expect(texts.contains { $0.hasPrefix("measure 2: the theme is silent in measures 2") })
    }

    @Test func `A model that does not know its pieces says nothing of copies`() throws {
        let texts = try [true, false].map { try Self.sample(knowsPieces: $0).card.text }
        #expect(texts[0].contains("nothing copied beyond 14 sixteenths") && !texts[0].contains("not known"))
        #expect(texts[1].contains("what was copied is not known"))
    }

    @Test func `The page has every rule that it leads to, ids of its own, and no other file`() throws {
        let sample = try Self.sample()
        let page = sample.card.page(sample.judgement)
        let ids = page.matches(of: /\sid="([^"]*)"/).map { String($0.output.1) }
        #expect(Set(ids).count == ids.count)
        let links = page.matches(of: /href="#([^"]*)"/).map { String($0.output.1) }
        #expect(Set(links).isSubset(of: ids) && !links.isEmpty)
        #expect(page.components(separatedBy: "role=\"img\"").count - 1 == sample.judgement.findings.count + 1)
        #expect(!page.contains("<script") && !page.contains("src=") && !page.contains("<link"))
    }

    @Test(arguments: [(0, 80, false), (1, 80, false), (2, 80, true), (1, 20, false), (1, 0, true)])
    func `More than Bach is more than his would have at that length`(found: Int, chords: Int, isUnusual: Bool) {
        var count = FaultCounts.Count()
        count.within = found
        let row = RuleRow(count, given: 0, chords: chords, usual: Norm(mean: 0.1, low: 0, high: 1.1))
        #expect(row.isUnusual == isUnusual)
    }

    @Test(arguments: [(4, true), (5, false), (9, false), (9.5, true)])
    func `Style is unusual outside of the range`(here: Double, isUnusual: Bool) {
        #expect(StyleRow(here, usual: Norm(mean: 7, low: 5, high: 9)).isUnusual == isUnusual)
    }
}
