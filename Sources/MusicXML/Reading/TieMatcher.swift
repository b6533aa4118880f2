internal import ScoreModel

/// Finds the note that each tie leads to, once all notes of a part are there: by pitch and time, and by voice only where there is a
/// choice, since ties cross voices and staves.
struct TieMatcher {
    /// The indices of notes whose tie leads or comes from nowhere.
    private(set) var unmatched: [Int] = []

    /// Links the notes of a part, which must be sorted by onset.
    init(_ notes: inout [Note]) {
        let stops = notes.indices.filter { notes[$0].traits.contains(.tieStop) }
        for start in notes.indices where notes[start].traits.contains(.tieStart) {
            if let stop = TieMatcher.partner(of: start, among: stops, in: notes) {
                notes[start].tiedTo = Int32(stop)
                notes[stop].tiedFrom = Int32(start)
            } else if !notes[start].traits.contains(.letRing) {
                unmatched.append(start)
            }
        }
        unmatched += stops.filter { notes[$0].tiedFrom == nil }
        unmatched.sort()
    }

    /// The best note that begins where the note at `start` ends: of the same spelling before one that only sounds the same, of the
    /// same voice before one of the same staff before any other.
    private static func partner(of start: Int, among stops: [Int], in notes: [Note]) -> Int? {
        let end = notes[start].end
        var low = 0
        var high = stops.count
        while low < high {
            let middle = (low + high) / 2
            if notes[stops[middle]].onset < end { low = middle + 1 } else { high = middle }
        }
        var best: (index: Int, rank: Int)?
        // A hundred notes that begin together in one part are no music; the limit keeps hostile files from costing quadratic time.
        for stop in stops[low...].prefix(100) {
            let note = notes[stop]
            guard note.onset == end else { break }
            guard stop > start, note.tiedFrom == nil, note.canGoOn(from: notes[start]) else { continue }
            let rank =
                (note.content == notes[start].content ? 4 : 0) + (note.voice == notes[start].voice ? 2 : 0)
                + (note.staff == notes[start].staff ? 1 : 0)
            if rank > best?.rank ?? -1 { best = (stop, rank) }
        }
        return best?.index
    }
}

extension Note {
    /// Whether a tie can lead here from another note: one of the same pitch, or of the same drum.
    fileprivate func canGoOn(from other: Note) -> Bool {
        switch (content, other.content) {
        case (.pitched(let pitch), .pitched(let before)): pitch.height == before.height
        case (.unpitched, .unpitched): content == other.content && instrument == other.instrument
        default: false
        }
    }
}
