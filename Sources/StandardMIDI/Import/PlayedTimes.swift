internal import ScoreModel

/// What was played, beside what is written: how much earlier or later each note begins and ends, and how loud it is.
///
/// MusicXML has it as `attack`, `release`, `dynamics` and `end-dynamics` of a note, so that what was played comes back from a file too.
struct PlayedTimes {
    /// The velocity that most notes of a part have, which is said once.
    let commonVelocity: UInt8

    private let notes: [MIDINote]
    private let quarters: (Int) -> Fraction

    /// - Parameters:
    ///   - notes: The notes of a part.
    ///   - quarters: Where in notated time a tick lies, in quarter notes.
    init(_ notes: [MIDINote], quarters: @escaping (Int) -> Fraction) {
        (self.notes, self.quarters) = (notes, quarters)
        var counts = [Int](repeating: 0, count: 128)
        for note in notes { counts[Int(note.velocity & 0x7F)] += 1 }
        commonVelocity = UInt8(counts.indices.max { (counts[$0], $0) < (counts[$1], $1) } ?? 90)
    }

    /// Puts what was played at the first and the last of the notes that each was written as.
    ///
    /// - Parameter written: The first written note of each note.
    func add(to part: inout Part, written: [Int?]) {
        var details: [Int: NoteDetails] = [:]
        for (note, first) in zip(notes, written) {
            guard let first else { continue }
            var last = first
            while let next = part.notes[last].tiedTo { last = Int(next) }
            let attack = quarters(note.start) - part.notes[first].onset
            if attack != .zero { details[first, default: NoteDetails()].playing.attack = attack }
            if note.velocity != commonVelocity {
                details[first, default: NoteDetails()].playing.dynamics = PlayedTimes.percent(note.velocity)
            }
            if note.releaseVelocity != 64 {
                details[first, default: NoteDetails()].playing.endDynamics = PlayedTimes.percent(note.releaseVelocity)
            }
            details[last, default: NoteDetails()].playing.release =
                quarters(max(note.end, note.start + 1)) - part.notes[last].end
        }
        part.noteDetails = details.keys.sorted().compactMap { index in
            details[index].map { Attached(note: index, value: $0) }
        }
    }

    /// A velocity in percent of 90, which is MusicXML's 100 (XSD, `note`), with as many decimals as give it back.
    static func percent(_ velocity: UInt8) -> Fraction {
        Fraction((Int(velocity) * 10_000 + 45) / 90, over: 100) ?? 100
    }
}
