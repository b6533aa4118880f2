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
        // Details are large, and a part has as many as notes: they are counted first, and each has its place in a list of just that length.
        var places = [Int32](repeating: -1, count: part.notes.count)
        eachNote(of: part, written: written) { first, last, _, playing in
            places[last] = 0
            if playing != NoteDetails.Playing() { places[first] = 0 }
        }
        var details: [Attached<NoteDetails>] = []
        details.reserveCapacity(places.count { $0 == 0 })
        for index in places.indices where places[index] == 0 {
            places[index] = Int32(details.count)
            details.append(Attached(note: index, value: NoteDetails()))
        }
        eachNote(of: part, written: written) { first, last, release, playing in
            if playing != NoteDetails.Playing() {
                let held = details[Int(places[first])].value.playing.release
                details[Int(places[first])].value.playing = playing
                details[Int(places[first])].value.playing.release = held
            }
            details[Int(places[last])].value.playing.release = release
        }
        part.noteDetails = details
    }

    /// The first and the last of the notes that each note was written as, how much later than written it ends, and how else it was played.
    private func eachNote(
        of part: Part, written: [Int?],
        _ take: (_ first: Int, _ last: Int, _ release: Fraction, _ playing: NoteDetails.Playing) -> Void
    ) {
        for (note, first) in zip(notes, written) {
            guard let first else { continue }
            var last = first
            while let next = part.notes[last].tiedTo { last = Int(next) }
            var playing = NoteDetails.Playing()
            let attack = quarters(note.start) - part.notes[first].onset
            if attack != .zero { playing.attack = attack }
            if note.velocity != commonVelocity { playing.dynamics = PlayedTimes.percent(note.velocity) }
            if note.releaseVelocity != 64 { playing.endDynamics = PlayedTimes.percent(note.releaseVelocity) }
            take(first, last, quarters(max(note.end, note.start + 1)) - part.notes[last].end, playing)
        }
    }

    /// A velocity in percent of 90, which is MusicXML's 100 (XSD, `note`), with as many decimals as give it back.
    static func percent(_ velocity: UInt8) -> Fraction {
        Fraction((Int(velocity) * 10_000 + 45) / 90, over: 100) ?? 100
    }
}
