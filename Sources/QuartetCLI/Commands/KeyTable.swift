import ScoreModel
import StandardMIDI

/// The keys that were found in a file, as rows of text.
struct KeyTable {
    /// A key from one moment to another.
    struct Row: TableRow {
        let file: String
        /// `signature`, or `key` for a local key.
        let kind: String
        let start: String
        let end: String
        let fifths: Int
        let mode: String
        let key: String
        let confidence: Double

        static let columns = ["file", "kind", "start", "end", "fifths", "mode", "key", "confidence"]

        var fields: [String] { [file, kind, start, end, "\(fifths)", mode, key, "\(confidence)"] }
    }

    let file: String
    let finding: KeyFinding

    init(_ score: Score, file: String) {
        self.file = file
        finding = KeyFinding(ScoreTones(score).tones, boundaries: score.measures.map(\.onset))
    }

    /// The keys of a MIDI file, drums apart.
    init(_ listing: MIDIListing, file: String) {
        self.file = file
        let scale = listing.source.quartersPerTick
        let tones = listing.tracks.flatMap { track in
            track.notes.lazy.filter { $0.channel != KeyTable.drums && $0.end > $0.start }.map { note in
                Tone(
                    onset: Fraction(note.start) * scale, duration: Fraction(note.end - note.start) * scale,
                    key: Int(note.key))
            }
        }
        finding = KeyFinding(tones)
    }

    /// The channel of drums in General MIDI, counted from 0.
    private static let drums = 9

    var rows: [Row] {
        finding.signatures.compactMap { row($0, kind: "signature") }
            + finding.regions.compactMap { row($0, kind: "key") }
    }

    private func row(_ region: KeyFinding.Region, kind: String) -> Row? {
        guard case .traditional(let fifths, let mode) = region.key.content else { return nil }
        let signature = "\(Key.traditional(fifths: fifths))"
        return Row(
            file: file, kind: kind, start: "\(region.start)", end: "\(region.end)", fifths: fifths, mode: mode ?? "",
            key: kind == "key" ? "\(region.key)" : signature,
            confidence: (region.confidence * 1000).rounded() / 1000)
    }

    /// The table for people.
    var text: String {
        let lines = rows.map { row in
            let what = row.kind == "key" ? row.key : "signature: \(row.key)"
            return "  \(row.start) to \(row.end): \(what) (\(Int((row.confidence * 100).rounded())) %)\n"
        }
        return "\(file)\n" + (lines.isEmpty ? "  no tones\n" : lines.joined())
    }
}
