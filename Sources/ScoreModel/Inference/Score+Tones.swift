/// The tones of a score, each with the notes that it is written as.
public struct ScoreTones: Sendable {
    /// The notes of one tone: an index into ``Score/parts``, and indices into ``Part/notes``, the first and what is tied to it.
    public struct Place: Hashable, Sendable {
        /// The part.
        public let part: Int
        /// The notes.
        public let notes: [Int]
    }

    /// The tones, part by part in the order of their first notes.
    public private(set) var tones: [Tone] = []
    /// Where each is written.
    public private(set) var places: [Place] = []
    /// The voice of each: one number for a voice of a part.
    public private(set) var lines: [Int] = []

    /// What a grace note is taken to last, in quarter notes, before the note that it leads to.
    private static let graceDuration: Fraction = 1 / 16

    /// The tones of a score: tied notes as one, grace notes just before the beat, drums and notes between the keys left out.
    public init(_ score: Score) {
        for (partIndex, part) in score.parts.enumerated() {
            for (index, note) in part.notes.enumerated() where !part.isContinued(note) {
                guard let pitch = part.soundingPitch(of: note), pitch.alter.whole != nil,
                    note.pitch?.alter.whole != nil
                else { continue }
                let duration = note.isGrace ? Self.graceDuration : part.tiedDuration(of: note)
                guard duration > .zero else { continue }
                let onset = note.isGrace ? note.onset - Self.graceDuration : note.onset
                tones.append(Tone(onset: onset, duration: duration, key: pitch.keyNumber))
                places.append(Place(part: partIndex, notes: part.tiedNotes(from: index)))
                lines.append(partIndex << 16 | Int(note.voice))
            }
        }
    }
}

extension Part {
    /// A note and the notes that its ties lead to, in their order.
    package func tiedNotes(from index: Int) -> [Int] {
        var chain = [index]
        while let next = notes[chain[chain.count - 1]].tiedTo.map(Int.init), next > chain[chain.count - 1],
            notes.indices.contains(next), notes[next].tiedFrom == Int32(chain[chain.count - 1]),
            isContinued(notes[next])
        {
            chain.append(next)
        }
        return chain
    }
}
