internal import ScoreModel

/// Which syllables each part of a transcription sings. Those of a track without notes are sung by the part with which they agree best.
struct LyricWriting {
    /// Syllables that begin with no note.
    private(set) var lost = 0
    /// By part: syllables, with the note that each is sung on by its place in the part's plan.
    private var lyrics: [Int: [(note: Int, lyric: Lyric)]] = [:]

    init(_ source: TranscriptionSource, _ parts: [VoicedPart]) {
        guard source.tracks.contains(where: { !$0.lyrics.isEmpty }) else { return }
        let starts = parts.map { part in
            Dictionary(part.plan.notes.enumerated().map { (source.notes[$1].start, $0) }) { first, _ in first }
        }
        for (track, texts) in source.tracks.enumerated() where !texts.lyrics.isEmpty {
            let syllables = Syllables(texts.lyrics).list
            let own = parts.indices.filter { parts[$0].plan.track == track && !parts[$0].plan.isDrums }
            let counts = (own.isEmpty ? Array(parts.indices) : own).map { part in
                (part: part, count: syllables.count { starts[part][$0.tick] != nil })
            }
            let best = counts.max { ($0.count, -$0.part) < ($1.count, -$1.part) }
            for (tick, lyric) in syllables {
                if let part = best?.part, let note = starts[part][tick] {
                    lyrics[part, default: []].append((note, lyric))
                } else {
                    lost += 1
                }
            }
        }
    }

    /// The lyrics of a part, in the order of its notes.
    ///
    /// - Parameter written: The first written note of each note of the part's plan.
    func lyrics(ofPart part: Int, written: [Int?]) -> [Attached<Lyric>] {
        (lyrics[part] ?? []).compactMap { item in written[item.note].map { Attached(note: $0, value: item.lyric) } }
            .stablySorted { $0.note < $1.note }
    }
}
