internal import ScoreModel

/// A score as pictures of a few measures each, with its harmony under them.
struct AnalysisPictures {
    private let score: AnalyzedScore
    /// The measures of each picture.
    let systems: PageSystems
    private let cadences: [Int: Cadence]
    /// The chords of each measure, and what belongs to none.
    private let chords: [Int: [Int]]
    private let tones: [Int: [Ornament]]

    init(_ score: AnalyzedScore) {
        self.score = score
        let (passage, analysis) = (score.passage, score.analysis)
        func measure(_ time: Fraction) -> Int { passage.clock.bar(at: time) ?? 0 }
        systems = PageSystems(score.score, passage)
        cadences = score.cadences
        chords = Dictionary(grouping: analysis.chords.indices) { measure(analysis.chords[$0].onset) }
        tones = Dictionary(grouping: analysis.ornaments) { score.time(of: $0).map(measure) ?? -1 }
    }

    /// A picture.
    ///
    /// - Parameter id: What the ids in it begin with.
    func svg(of measures: Range<Int>, id: String) -> String {
        let chords = measures.flatMap { self.chords[$0] ?? [] }
        let tones = measures.flatMap { self.tones[$0] ?? [] }
        let numerals = chords.enumerated().map { numeral($1, isFirst: $0 == 0) }
        let captions =
            tones.compactMap(caption)
            + zip(chords, numerals).map { .init(at: score.analysis.chords[$0].onset, $1, row: .chords) }
            + chords.compactMap(end)
        return ScorePicture(
            score.score, parts: Array(score.score.parts.indices), measures: measures, marks: tones.compactMap(mark),
            captions: captions, title: score.passage.clock.title(of: measures),
            description: numerals.isEmpty ? "" : "Harmony: \(numerals.joined(separator: ", "))."
        ).svg(id: id)
    }

    /// A numeral, with its key where that is new and at the beginning of a line.
    private func numeral(_ index: Int, isFirst: Bool) -> String {
        let spans = score.analysis.chords
        let span = spans[index]
        let isNew = isFirst || index > 0 && spans[index - 1].key != span.key
        return (isNew ? span.key.symbol + ": " : "") + "\(span.numeral)"
            + (span.confidence < AnalyzedScore.leastSure ? "?" : "")
    }

    /// The cadence that a chord ends.
    private func end(_ index: Int) -> ScorePicture.Caption? {
        guard let kind = cadences[index]?.kind else { return nil }
        return .init(at: score.analysis.chords[index].onset, kind.abbreviation, row: .phrases)
    }

    /// The figures of a suspension; the letter of anything else.
    private func caption(_ ornament: Ornament) -> ScorePicture.Caption? {
        score.time(of: ornament).map {
            .init(at: $0, ornament.figure ?? ornament.kind?.letter ?? Ornament.Kind.otherLetter, row: .tones)
        }
    }

    /// The note that is foreign: of tied ones, the one that sounds when it becomes so.
    private func mark(_ ornament: Ornament) -> ScorePicture.Mark? {
        guard let event = score.event(of: ornament), let time = score.time(of: ornament) else { return nil }
        let index = score.passage.voices[ornament.voice].part
        guard score.score.parts.indices.contains(index) else { return nil }
        let part = score.score.parts[index]
        guard part.notes.indices.contains(event.note) else { return nil }
        let note = part.tiedNotes(from: event.note).last { part.notes[$0].onset <= time }
        return .init(part: index, note: note ?? event.note)
    }
}
