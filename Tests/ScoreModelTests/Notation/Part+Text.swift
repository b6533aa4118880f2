import ScoreModel

@testable import ScoreModel

extension Part {
    /// Its measures as text, joined by ` | `: values with pitches, `r` for rests, `~` behind what is tied on, `+` before further notes of a chord,
    /// `3:2` behind what stands in a tuplet.
    func text(voice: Int = 0) -> String {
        measures.map { measure in
            notes.filter { Int($0.measure) == measure.index && Int($0.voice) == voice }.map { note in
                let value = note.traits.contains(.wholeMeasure) ? "R" : note.value?.letter ?? "?"
                let ratio = note.ratio == .none ? "" : "\(note.ratio.actual):\(note.ratio.normal)"
                let name = note.pitch.map { "\($0)" } ?? "r"
                return (note.traits.contains(.chordMember) ? "+" : "") + value + ratio + " " + name
                    + (note.traits.contains(.tieStart) ? "~" : "")
            }.joined(separator: ", ")
        }.joined(separator: " | ")
    }
}
