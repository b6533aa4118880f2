import ScoreModel

/// The bars of a finding with its notes marked and joined.
struct FindingPicture {
    private let finding: Finding
    private let score: Score
    /// The measures that are drawn, by index.
    private let measures: Range<Int>
    /// How many measures of the finding found no room.
    let missing: Int

    /// More measures than these are not seen at one glance.
    private static let mostMeasures = 4
    /// Scores of more parts show those at fault only.
    private static let mostParts = 6

    init(_ finding: Finding, in judgement: Judgement) {
        self.finding = finding
        score = judgement.score
        let indices = finding.notes.map { Int(judgement.score.parts[$0.part].notes[$0.index].measure) }
        let arrival = finding.place.index
        let first = min(indices.min() ?? arrival, arrival)
        let last = max(indices.max() ?? arrival, arrival)
        // A note that is held for long began before; a long passage goes on after what is shown.
        let start = finding.end == nil ? max(first, last - FindingPicture.mostMeasures + 1) : first
        measures = start..<(min(last, start + FindingPicture.mostMeasures - 1) + 1)
        missing = last + 1 - measures.upperBound
    }

    /// The picture.
    ///
    /// - Parameter id: What the ids in it begin with.
    func svg(id: String) -> String {
        let atFault = Array(Set(finding.notes.map(\.part))).sorted()
        let parts = score.parts.count > FindingPicture.mostParts ? atFault : Array(score.parts.indices)
        return ScorePicture(
            score, parts: parts, measures: measures, marks: marks, joins: joins,
            title: "\(finding.place.text): \(finding.message)", description: description
        ).svg(id: id)
    }

    /// The notes at fault, with what is tied to them.
    var marks: [ScorePicture.Mark] { finding.notes.flatMap(marks(of:)) }

    /// A note and what is tied to it.
    private func marks(of note: Finding.Note) -> [ScorePicture.Mark] {
        score.parts[note.part].tiedNotes(from: note.index).map { ScorePicture.Mark(part: note.part, note: $0) }
    }

    /// Lines along each voice; where each has one note only, from voice to voice.
    var joins: [ScorePicture.Join] {
        let voices = Dictionary(grouping: finding.notes, by: \.voice)
        let chains = voices.values.contains { $0.count > 1 } ? Array(voices.values) : [finding.notes]
        return chains.flatMap { chain in
            zip(chain, chain.dropFirst()).map { from, to in
                ScorePicture.Join(
                    from: ScorePicture.Mark(part: from.part, note: marks(of: from).last?.note ?? from.index),
                    to: ScorePicture.Mark(part: to.part, note: to.index))
            }
        }.sorted { ($0.from.part, $0.from.note) < ($1.from.part, $1.from.note) }
    }

    /// The notes at fault, for those who do not see them.
    private var description: String {
        var texts: [String] = []
        for (voice, label) in zip(finding.voices, finding.labels) {
            let pitches = finding.notes.filter { $0.voice == voice }.map { "\($0.pitch)" }
            texts.append("\(label): \(pitches.joined(separator: ", then "))")
        }
        return "Notes at fault. " + texts.joined(separator: "; ") + "."
    }
}
