public import Counterpoint
internal import ScoreModel

/// What a composed setting is like: what rules say of it, its style beside that of Bach's chorales or of string quartets, what it copies, and how it came about.
///
///     let card = ReportCard(best, among: candidates, of: task, theme, judgement, provenance)
///     print(card.text)
///
/// `Docs/ReportCard.md` explains each number.
public struct ReportCard: Hashable, Sendable, Codable {
    /// How it came about.
    public let provenance: Provenance
    /// What was asked for.
    public let commission: Commission
    /// The file, as it is shown.
    public let file: String
    /// Who performs it, whose music it is compared with.
    public let ensemble: Ensemble
    /// The name of the style by whose rules it was judged.
    public let profile: String
    /// Its chords: ``StyleCount/slices``.
    public let chords: Int
    /// What was found in the score as it is written.
    public let found: SeverityCounts
    /// The same by the names of rules: all that the style has, found or not.
    public let rules: [String: RuleRow]
    /// What it is like.
    public let style: [StyleRate: StyleRow]
    /// The setting that was chosen.
    public let chosen: CandidateRow
    /// The others, the best first; those that copy too much come last.
    public let others: [CandidateRow]

    /// The card of a setting.
    ///
    /// - Parameters:
    ///   - chosen: The setting.
    ///   - candidates: All that were made for the task.
    ///   - task: What was to be composed.
    ///   - theme: What the task was made of.
    ///   - measures: The indices of the measures that were composed; nil when all were.
    ///   - judgement: What a linter says of the score that the setting became; see ``Theme/setting(_:measures:)``.
    ///   - provenance: How it came about.
    public init(
        _ chosen: Candidate, among candidates: [Candidate], of task: CompositionTask, _ theme: Theme,
        measures: Range<Int>? = nil, _ judgement: Judgement, _ provenance: Provenance
    ) {
        self.provenance = provenance
        commission = Commission(theme, measures: measures)
        file = judgement.file
        let ensemble = task.grid.vocabulary.ensemble
        self.ensemble = ensemble
        profile = judgement.profile.rawValue
        let counts = StyleSample(name: file, chosen.grid).counts
        chords = counts[.slices]
        found = SeverityCounts(judgement.findings)
        rules = Self.rules(judgement, Givenness(task, theme, judgement.score), chords: counts[.slices], ensemble)
        style = StyleRow.rates.reduce(into: [:]) { rows, rate in
            rows[rate] = counts.rate(rate).map { StyleRow($0, usual: Norm(of: rate, for: ensemble)) }
        }
        let ticks = task.grid.ticks.indices.count { tick in task.isFree[(4 * tick)..<(4 * tick + 4)].contains(true) }
        self.chosen = CandidateRow(chosen, composedTicks: ticks)
        others = (CandidateMaker.ranked(candidates) + candidates.filter(\.isCopy))
            .filter { $0.number != chosen.number }.map { CandidateRow($0, composedTicks: ticks) }
    }

    private static func rules(
        _ judgement: Judgement, _ givenness: Givenness, chords: Int, _ ensemble: Ensemble
    ) -> [String: RuleRow] {
        let counts = FaultCounts(judgement.findings, chords: chords).rules
        let given = judgement.findings.filter { $0.boundary == nil && givenness.isGiven($0) }
        return RuleList.cards.reduce(into: [:]) { rows, card in
            guard counts[card.id] != nil || !judgement.settings.isOff(card) else { return }
            rows[card.id] = RuleRow(
                counts[card.id] ?? FaultCounts.Count(), given: given.count { $0.rule == card.id }, chords: chords,
                usual: Norm(of: card.id, for: ensemble))
        }
    }
}

/// Tells which notes of a written score were there before anything was composed.
private struct Givenness {
    private let task: CompositionTask
    private let places: [VoicePlace]
    private let score: Score

    init(_ task: CompositionTask, _ theme: Theme, _ score: Score) {
        (self.task, places, self.score) = (task, theme.reading.places, score)
    }

    /// Whether all notes of a finding were given, so that who composed could do nothing about it.
    func isGiven(_ finding: Finding) -> Bool {
        finding.notes.allSatisfy { note in
            let voice = places.firstIndex { $0.part == note.part && $0.has(score.parts[note.part].notes[note.index]) }
            let cell = voice.map { 4 * task.grid.times.floor(note.onset) + $0 }
            return cell.map { !task.isFree.indices.contains($0) || !task.isFree[$0] } ?? true
        }
    }
}
