internal import ScoreModel

/// A part in which some voices are written anew. All else in it stays as it was, but what hung on their old notes goes with them.
struct RewrittenPart {
    var part: Part
    /// What was taken away, and in which measure.
    var losses: [(kind: String, measure: Int)] = []
    /// The part as it was.
    let old: Part
    let lines: [VoiceLine]
    let range: Range<Int>
    /// The indices of further voices that go with the old ones.
    let companions: Set<Int>
    /// For each note that was there where it stands now, -1 where it is gone.
    private(set) var places: [Int32]
    /// For each line and each of its notes where it stands.
    private(set) var added: [[Int]]

    /// - Parameters:
    ///   - range: The measures in which the lines take the places of what was there.
    ///   - companions: The indices of further voices that go with the old ones.
    ///   - fermatas: The ticks before which a note with a fermata ends.
    init(
        _ part: Part, _ lines: [VoiceLine], _ frame: [GridMeasure], range: Range<Int>, companions: Set<Int>,
        fermatas: [Int]
    ) {
        (self.part, old, self.lines, self.range, self.companions) = (part, part, lines, range, companions)
        places = Array(repeating: -1, count: part.notes.count)
        added = lines.map { Array(repeating: 0, count: $0.written.count) }
        mergeNotes()
        moveTies()
        for line in lines.indices {
            tie(line)
            tieEdges(line)
        }
        moveAttached()
        moveMarks(fermatas)
        removeSpaces()
        setAccidentals()
        for index in self.part.measures.indices where range.contains(self.part.measures[index].index) {
            self.part.measures[index].filled = frame[self.part.measures[index].index].length
        }
    }

    func isReplaced(_ note: Note) -> Bool {
        lines.contains { $0.place.replaces(note, in: range) }
            || companions.contains(Int(note.voice)) && range.contains(Int(note.measure))
    }

    /// By onset, then by voice, as all parts have them.
    private mutating func mergeNotes() {
        var fresh: [(line: Int, index: Int, note: Note)] = []
        for (line, list) in lines.enumerated() {
            for (index, written) in list.written.enumerated() { fresh.append((line, index, written.note)) }
        }
        // Lines apart, so that no chord is broken where voices of two staves have one name.
        fresh.sort {
            ($0.note.onset, $0.note.voice, $0.line, $0.index) < ($1.note.onset, $1.note.voice, $1.line, $1.index)
        }
        part.notes.removeAll(keepingCapacity: true)
        var next = 0
        func isDue(before note: Note) -> Bool {
            next < fresh.count && (fresh[next].note.onset, fresh[next].note.voice) < (note.onset, note.voice)
        }
        func add() {
            added[fresh[next].line][fresh[next].index] = part.notes.count
            part.notes.append(fresh[next].note)
            next += 1
        }
        for (index, note) in old.notes.enumerated() where !isReplaced(note) {
            while isDue(before: note) { add() }
            places[index] = Int32(clamping: part.notes.count)
            part.notes.append(note)
        }
        while next < fresh.count { add() }
    }

    // MARK: Ties

    /// Ties of notes that stayed lead to where their other notes are now; those to notes that are gone end.
    private mutating func moveTies() {
        for index in old.notes.indices where places[index] >= 0 {
            let place = Int(places[index])
            if let next = old.notes[index].tiedTo {
                part.notes[place].tiedTo = places[Int(next)] < 0 ? nil : places[Int(next)]
                if places[Int(next)] < 0 { part.notes[place].traits.subtract(.startingTie) }
            }
            if let before = old.notes[index].tiedFrom {
                part.notes[place].tiedFrom = places[Int(before)] < 0 ? nil : places[Int(before)]
                if places[Int(before)] < 0 { part.notes[place].traits.subtract(.stoppingTie) }
            }
        }
    }

    /// Ties what is one note of the grid: each note of a chord to the one that has its place in the chord before.
    private mutating func tie(_ line: Int) {
        let written = lines[line].written
        for index in written.indices where index >= written[index].size {
            let before = index - written[index].size
            guard let source = written[index].source, source == written[before].source else { continue }
            tie(added[line][before], to: added[line][index])
        }
    }

    /// Ties the line to what stayed of its voice before and after it, where the grid holds a note over the bar line.
    private mutating func tieEdges(_ line: Int) {
        let (written, place) = (lines[line].written, lines[line].place)
        guard let first = written.first, let last = written.last else { return }
        func has(_ other: Note, the note: Note) -> Bool {
            place.has(other) && !other.isGrace && other.pitch?.keyNumber == note.pitch?.keyNumber
        }
        for index in written.indices.prefix(first.size) where first.isHeldOver {
            let head = added[line][index]
            let note = part.notes[head]
            let before = part.notes[..<head].lastIndex { has($0, the: note) && $0.end == note.onset }
            guard let before else { continue }
            rename(line, written[index], after: before)
            tie(before, to: head)
        }
        for index in written.indices.suffix(last.size) where last.isHeldOn {
            let tail = added[line][index]
            let note = part.notes[tail]
            let after = part.notes[tail...].firstIndex { has($0, the: note) && $0.onset == note.end }
            guard let after else { continue }
            rename(line, written[index], after: after)
            tie(tail, to: after)
        }
    }

    /// Gives a note of the grid, in all measures that it lasts, the name of one that stayed.
    private mutating func rename(_ line: Int, _ note: VoiceWriting.Written, after other: Int) {
        for (written, index) in zip(lines[line].written, added[line])
        where written.source == note.source && written.place == note.place {
            part.notes[index].content = part.notes[other].content
        }
    }

    private mutating func tie(_ first: Int, to second: Int) {
        part.notes[first].tiedTo = Int32(clamping: second)
        part.notes[first].traits.insert(.tieStart)
        part.notes[second].tiedFrom = Int32(clamping: first)
        part.notes[second].traits.insert(.tieStop)
    }

    // MARK: What else is in the part

    /// Time that the old voices let pass is filled now.
    private mutating func removeSpaces() {
        let names = Set(companions.map { old.voices[$0] })
        part.spaces.removeAll { space in
            lines.contains { $0.place.replaces(space, of: old, in: range) }
                || range.contains(space.measure) && space.voice.map(names.contains) ?? false
        }
    }

    /// New notes have the accidentals that they need; notes that stayed get one where only the new ones make it needful.
    private mutating func setAccidentals() {
        let needed = part.neededAccidentals
        let wasNeeded = old.neededAccidentals
        var isNew = Array(repeating: true, count: part.notes.count)
        for (index, place) in places.enumerated() where place >= 0 {
            isNew[Int(place)] = false
            if part.notes[Int(place)].accidental == nil, wasNeeded[index] == nil {
                part.notes[Int(place)].accidental = needed[Int(place)]
            }
        }
        for index in part.notes.indices where isNew[index] { part.notes[index].accidental = needed[index] }
    }
}

extension Note.Traits {
    fileprivate static let startingTie: Note.Traits = [.tieStart, .tieStartSilent, .tieStartUndrawn]
    fileprivate static let stoppingTie: Note.Traits = [.tieStop, .tieStopSilent, .tieStopUndrawn]
}
