/// The voices that a part's notes get.
struct VoiceAssignment {
    /// The staves whose voices were found.
    private(set) var staves: Set<UInt8> = []
    /// For each note the place of its voice, once it has one.
    private var places: [Int?]
    /// How many places there are, and which of them a staff has.
    private var count = 0
    private var ranges: [UInt8: Range<Int>] = [:]
    /// The places of the voices that stay as they are, and of what finds no room in those that were found.
    private var others: [UInt16: Int] = [:]
    private var rest: [UInt8: Int] = [:]

    init(_ part: Part) { places = Array(repeating: nil, count: part.notes.count) }

    /// True when no voices were found.
    var isEmpty: Bool { staves.isEmpty }

    /// Takes the voices of a staff's struck notes.
    mutating func add(_ separation: VoiceSeparation, of struck: [Int], on staff: UInt8) {
        for (note, voice) in zip(struck, separation.voices) { places[note] = count + voice }
        ranges[staff] = count..<count + separation.count
        count += separation.count
        staves.insert(staff)
    }

    /// Gives all notes of the part their voices, and those of separated staves their stems.
    mutating func finish(_ part: inout Part) {
        followTies(part.notes)
        leadGraceNotes(part.notes)
        placeOthers(&part.notes)
        part.voices = (0..<count).map { "\($0 + 1)" }
        for (index, place) in places.enumerated() {
            guard let place else { continue }
            part.notes[index].voice = UInt16(clamping: place)
            part.notes[index].traits.remove(.voiceless)
            guard let range = ranges[part.notes[index].staff], range.contains(place), range.count > 1 else { continue }
            let hasStem = [nil, .up, .down].contains(part.notes[index].stem) && !part.notes[index].isRest
            if hasStem { part.notes[index].stem = (place - range.lowerBound).isMultiple(of: 2) ? .up : .down }
        }
    }

    private mutating func followTies(_ notes: [Note]) {
        for index in notes.indices where places[index] == nil {
            if let from = notes[index].tiedFrom, (0..<Int32(clamping: index)).contains(from) {
                places[index] = places[Int(from)]
            }
        }
    }

    /// Grace notes go with the note that comes next in their old voice.
    private mutating func leadGraceNotes(_ notes: [Note]) {
        var following: [UInt16: Int] = [:]
        for index in notes.indices.reversed() where staves.contains(notes[index].staff) {
            if let place = places[index] {
                following[notes[index].voice] = place
            } else if notes[index].isGrace {
                places[index] = following[notes[index].voice]
            }
        }
    }

    /// Rests and what else has no tone go where a voice of their staff has room, and behind the others where none has.
    private mutating func placeOthers(_ notes: inout [Note]) {
        var busy = [[(onset: Fraction, end: Fraction)]](repeating: [], count: count)
        for (index, note) in notes.enumerated() where !note.isGrace {
            if let place = places[index] { busy[place].append((note.onset, note.end)) }
        }
        var reached = [Fraction](repeating: .zero, count: count)
        for (index, note) in notes.enumerated() where places[index] == nil {
            guard let range = ranges[note.staff] else {
                places[index] = taken(&others[note.voice], &count)
                continue
            }
            let room = range.first { voice in
                guard reached[voice] <= note.onset else { return false }
                let next = busy[voice].partitioningIndex { $0.end > note.onset }
                return next == busy[voice].count || busy[voice][next].onset >= note.end
            }
            if let room {
                reached[room] = note.end
                places[index] = room
            } else {
                places[index] = taken(&rest[note.staff], &count)
                if note.isRest { notes[index].traits.insert(.hidden) }
            }
        }
    }

}

/// The place that is known, or a new one behind all others.
private func taken(_ known: inout Int?, _ count: inout Int) -> Int {
    if let known { return known }
    known = count
    count += 1
    return count - 1
}
