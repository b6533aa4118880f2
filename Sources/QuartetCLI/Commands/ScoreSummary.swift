import ScoreModel

/// What `quartet info` tells of a score.
struct ScoreSummary: Summary {
    /// A part.
    struct PartSummary: Encodable {
        let id: String
        let name: String
        let instruments: [String]
        let staves: Int
        let voices: [String]
        let notes: Int
        /// The lowest and the highest pitch as written, and the keys that sound for them.
        let range: Range?
    }

    struct Range: Encodable {
        let lowest: String
        let highest: String
        let lowestMidi: Int
        let highestMidi: Int
    }

    let file: String
    let title: String
    let creators: [String: [String]]
    let parts: [PartSummary]
    let measures: Int
    let keys: [SummaryChange]
    let meters: [SummaryChange]
    let tempos: [SummaryChange]
    /// Quarter notes in written order, and when played with repeats.
    let length: String
    let playedLength: String
    let seconds: Double

    init(_ score: Score, file: String) {
        self.file = file
        title = score.credits.title
        creators = Dictionary(grouping: score.credits.creators, by: \.role).mapValues { $0.map(\.name) }
        parts = score.parts.map(PartSummary.init)
        measures = score.measures.count
        let leading = score.parts.first { !$0.keys.isEmpty && $0.transpositions.isEmpty } ?? score.parts.first
        keys = ScoreSummary.changes(leading?.keys ?? [], in: score) { "\($0)" }
        meters = ScoreSummary.changes(score.parts.first { !$0.meters.isEmpty }?.meters ?? [], in: score) { "\($0)" }
        tempos = ScoreSummary.changes(score.tempos, in: score) { decimal($0.quartersPerMinute) }
        let order = PlayOrder(score)
        length = "\(score.length)"
        playedLength = "\(order.stretches.reduce(Fraction.zero) { $0 + ($1.end - $1.start) })"
        seconds = (order.seconds(tempos: score.tempos) * 1000).rounded() / 1000
    }

    private static func changes<Value: Hashable>(
        _ list: [Timed<Value>], in score: Score, _ text: (Value) -> String
    ) -> [SummaryChange] {
        var last: Value?
        return list.filter { change in
            defer { last = change.value }
            return change.value != last
        }.map { SummaryChange(measure: score.measures[$0.measure].number, at: "\($0.onset)", value: text($0.value)) }
    }

}

extension ScoreSummary.PartSummary {
    init(_ part: Part) {
        id = part.id
        name = part.name
        instruments = part.instruments.map(\.name)
        staves = part.staves
        voices = part.voices
        notes = part.notes.count { !$0.isRest }
        let pitched = part.notes.filter { $0.pitch != nil }
        let lowest = pitched.min { ($0.pitch?.height ?? 0) < ($1.pitch?.height ?? 0) }
        let highest = pitched.max { ($0.pitch?.height ?? 0) < ($1.pitch?.height ?? 0) }
        if let lowest, let highest, let low = part.soundingKey(of: lowest), let high = part.soundingKey(of: highest) {
            range = .init(
                lowest: lowest.pitch.map { "\($0)" } ?? "", highest: highest.pitch.map { "\($0)" } ?? "",
                lowestMidi: low, highestMidi: high)
        } else {
            range = nil
        }
    }
}

extension ScoreSummary {
    /// The summary for people.
    var text: String {
        var lines = ["\(title.isEmpty ? "untitled" : title)  (\(file))"]
        for (role, names) in creators.sorted(by: { $0.key < $1.key }) {
            lines.append(row(role.isEmpty ? "creator" : role, names.joined(separator: ", ")))
        }
        lines.append(
            row(
                "length",
                "\(measures) measure\(measures == 1 ? "" : "s"), \(length) quarter notes"
                    + (playedLength == length ? "" : ", \(playedLength) with repeats")
                    + ", \(minutes(seconds))"))
        lines.append(row("key", keys.text))
        lines.append(row("meter", meters.text))
        lines.append(row("tempo", tempos.text))
        let width = parts.map { label($0).count }.max() ?? 0
        for part in parts {
            let instruments = part.instruments.filter { !$0.isEmpty && $0 != part.name }
            let range = part.range.map { "\($0.lowest) to \($0.highest)" } ?? "no pitches"
            lines.append(
                "  " + pad(label(part), to: width) + "  \(pad(range, to: 12))  \(part.notes) notes"
                    + (part.staves > 1 ? ", \(part.staves) staves" : "")
                    + (instruments.isEmpty ? "" : ", \(instruments.joined(separator: ", "))")
                    + (part.voices.count > 1 ? ", voices \(part.voices.joined(separator: " "))" : ""))
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func label(_ part: PartSummary) -> String { part.name.isEmpty ? part.id : part.name }
}
