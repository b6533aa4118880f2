import ScoreModel

/// How the notes of one measure of one voice are joined: beams and stems.
struct Beaming {
    /// The beams of each note, the primary beam first, by their MusicXML names.
    private(set) var beams: [[String]]
    /// `up` or `down` for each note that has a stem.
    private(set) var stems: [String?]

    /// Joins notes shorter than a quarter that begin in the same beat and have no rest or longer note between them.
    ///
    /// - Parameters:
    ///   - offset: Where in a full measure the first note stands, in quarters.
    ///   - beat: The length of a beat in quarters.
    ///   - middleLine: `Pitch.diatonic` of the middle line of the staff.
    init(_ notes: [Chorale.Note], offset: Fraction, beat: Fraction, middleLine: Int) {
        beams = notes.map { _ in [] }
        stems = notes.map { _ in nil }
        for group in Self.groups(of: notes, offset: offset, beat: beat) {
            let levels = group.map { notes[$0].pitch == nil ? 0 : Self.flags(of: notes[$0]) }
            if group.count > 1 {
                for (place, index) in group.enumerated() { beams[index] = Self.beams(at: place, levels: levels) }
            }
            let places = group.compactMap { notes[$0].pitch?.diatonic }
            let direction = Self.stem(for: places, middleLine: middleLine)
            for index in group where notes[index].pitch != nil && notes[index].value.base.quarters < 4 {
                stems[index] = direction
            }
        }
    }

    /// The notes in groups: what one beam joins, or one note alone.
    private static func groups(of notes: [Chorale.Note], offset: Fraction, beat: Fraction) -> [Range<Int>] {
        var groups: [Range<Int>] = []
        var onset = offset
        var lastBeat: Int?
        for (index, note) in notes.enumerated() {
            let inBeat = note.pitch != nil && flags(of: note) > 0 ? (onset / beat).floor : nil
            if let inBeat, inBeat == lastBeat, let last = groups.popLast() {
                groups.append(last.lowerBound..<(index + 1))
            } else {
                groups.append(index..<(index + 1))
            }
            lastBeat = inBeat
            onset = onset + note.value.quarters
        }
        return groups
    }

    /// The number of flags a note has when it stands alone.
    private static func flags(of note: Chorale.Note) -> Int {
        switch note.value.base {
        case .eighth: 1
        case .sixteenth: 2
        case .thirtySecond: 3
        default: 0
        }
    }

    /// What the beams do at one place of a group.
    ///
    /// A beam that neither neighbour shares is a hook towards the note before or, at the beginning, towards the next.
    private static func beams(at place: Int, levels: [Int]) -> [String] {
        (0..<levels[place]).map { level in
            let fromBefore = place > 0 && levels[place - 1] > level
            let toNext = place + 1 < levels.count && levels[place + 1] > level
            switch (fromBefore, toNext) {
            case (false, true): return "begin"
            case (true, true): return "continue"
            case (true, false): return "end"
            case (false, false): return place > 0 ? "backward hook" : "forward hook"
            }
        }
    }

    /// The note farthest from the middle line decides, and on equal terms the stem goes down.
    private static func stem(for places: [Int], middleLine: Int) -> String {
        let above = (places.max() ?? middleLine) - middleLine
        let below = middleLine - (places.min() ?? middleLine)
        return above >= below ? "down" : "up"
    }
}
