extension Part {
    /// Gives the notes of a chord the beams of the note whose stem they share.
    mutating func spreadBeams() {
        for index in notes.indices.dropFirst() where notes[index].traits.contains(.chordMember) {
            if notes[index].beams == .none { notes[index].beams = notes[index - 1].beams }
        }
    }

    /// Takes away beams that do not lead from a note to a later one of the same voice and measure, and those of chords' other notes.
    mutating func dropBrokenBeams() {
        var open: [UInt16: [Int]] = [:]
        for index in notes.indices {
            let note = notes[index]
            if note.traits.contains(.chordMember) { notes[index].beams = .none }
            guard !note.traits.contains(.chordMember), !note.isGrace, note.pitch != nil else { continue }
            let last = open[note.voice]?.last
            let follows = last.map { notes[$0].end == note.onset && notes[$0].measure == note.measure } ?? false
            switch note.beams[1] {
            case .continue where follows: open[note.voice]?.append(index)
            case .end where follows: open[note.voice] = nil
            case let beam:
                drop(open.removeValue(forKey: note.voice) ?? [])
                if beam == .begin { open[note.voice] = [index] } else { notes[index].beams = .none }
            }
        }
        for group in open.values { drop(group) }
    }

    private mutating func drop(_ group: [Int]) {
        for index in group { notes[index].beams = .none }
    }
}
