public import ScoreModel

extension Passage {
    /// How many voices are looked at. Larger orchestras than those of sixty staves are rare, and every voice is compared with every other.
    public static let mostVoices = 64

    /// The passage that a score is: its first ``mostVoices`` voices.
    ///
    /// - Parameter spelling: Whether the letters of its pitches count.
    public init(_ score: Score, spelling: Spelling = .written) {
        var strands: [Strand] = []
        for part in score.parts.indices where strands.count < Passage.mostVoices {
            strands += Strand.strands(of: score.parts[part], index: part)
        }
        strands.removeLast(max(strands.count - Passage.mostVoices, 0))
        let roles = RoleFinding(score).roles(of: strands.map { ($0.part, $0.staff, $0.isAlone) })
        let lowest = strands.lastIndex { !$0.isOccasional } ?? 0
        var voices: [Voice] = []
        for (index, strand) in strands.enumerated() {
            let part = score.parts[strand.part]
            var voice = Voice(
                part: strand.part, label: strand.label(in: part, role: roles[index]), role: roles[index],
                events: strand.events(in: part, takesBottom: index >= lowest))
            voice.isOccasional = strand.isOccasional
            voices.append(voice)
        }
        self.init(
            voices: voices, boundaries: Passage.boundaries(of: score), clock: BeatClock(score), spelling: spelling)
    }

    /// Where bar lines say that a section ends, and fermatas on bar lines.
    private static func boundaries(of score: Score) -> [Fraction: Boundary] {
        let plain = ["regular", "dotted", "dashed", "tick", "short", "none"]
        var boundaries: [Fraction: Boundary] = [:]
        for part in score.parts {
            for barline in part.barlines {
                if !barline.value.fermatas.isEmpty {
                    boundaries[barline.onset] = .fermata
                } else if barline.value.repeat != nil || barline.value.style.map({ !plain.contains($0) }) ?? false {
                    boundaries[barline.onset] = boundaries[barline.onset] ?? .doubleBar
                }
            }
        }
        return boundaries
    }
}

/// The notes of one voice of a part, before they are events.
private struct Strand {
    let part: Int
    let staff: Int
    let voice: Int
    /// True when the part has no other.
    var isAlone = false
    /// True when it sounds far less than the first of its part.
    var isOccasional = false
    /// Its notes, by index, in order.
    var notes: [Int] = []
    /// How long they sound, in quarter notes.
    var duration = Fraction.zero

    /// A voice that sounds for less than this share of the time of its part's busiest one is occasional.
    private static let share: Fraction = 1 / 2

    /// The strands of a part: by staff, then by voice.
    static func strands(of part: Part, index: Int) -> [Strand] {
        var strands: [Strand] = []
        var last = 0
        for (noteIndex, note) in part.notes.enumerated() where note.counts {
            let isSame = { (strand: Strand) in strand.staff == Int(note.staff) && strand.voice == Int(note.voice) }
            if !(strands.indices.contains(last) && isSame(strands[last])) {
                last = strands.firstIndex(where: isSame) ?? strands.count
                if last == strands.count {
                    // No music has so many voices in a part; what hostile files have beyond is not looked at.
                    guard strands.count < 64 else {
                        last = 0
                        continue
                    }
                    strands.append(Strand(part: index, staff: Int(note.staff), voice: Int(note.voice)))
                }
            }
            strands[last].notes.append(noteIndex)
            if !note.traits.contains(.chordMember) {
                strands[last].duration = strands[last].duration + note.duration
            }
        }
        strands.sort { ($0.staff, $0.voice) < ($1.staff, $1.voice) }
        let longest = strands.map(\.duration).max() ?? .zero
        for index in strands.indices {
            strands[index].isAlone = strands.count == 1
            strands[index].isOccasional = strands[index].duration < longest * Strand.share
        }
        return strands
    }

    func label(in part: Part, role: Role?) -> String {
        let name = part.name.isEmpty ? part.id : part.name.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        if isAlone { return name }
        if let role { return role.name }
        let voice = part.voices.indices.contains(self.voice) ? part.voices[self.voice] : "\(self.voice + 1)"
        return part.staves > 1 ? "\(name) (staff \(staff), voice \(voice))" : "\(name) (voice \(voice))"
    }

    /// The events of the strand: one for each chord, ties joined, what overlaps cut where the next begins.
    func events(in part: Part, takesBottom: Bool) -> [Event] {
        var events: [Event] = []
        events.reserveCapacity(notes.count)
        /// The last note of each event, which a tie may lead on from.
        var lastNote = -1
        var start = 0
        while start < notes.count {
            let onset = part.notes[notes[start]].onset
            var end = start + 1
            while end < notes.count, part.notes[notes[end]].onset == onset { end += 1 }
            defer { start = end }
            guard let (index, pitch) = chosen(of: notes[start..<end], in: part, takesBottom: takesBottom) else {
                continue
            }
            let note = part.notes[index]
            if note.tiedFrom.map(Int.init) == lastNote, part.isContinued(note), let last = events.last,
                last.end == onset, last.height == pitch.height
            {
                events[events.count - 1].end = note.end
            } else {
                if let last = events.last, last.end > onset { events[events.count - 1].end = onset }
                var event = Event(onset: onset, end: note.end, pitch: pitch, note: index)
                event.isStruck = !part.isContinued(note)
                events.append(event)
            }
            lastNote = index
        }
        markFermatas(&events, in: part)
        return events
    }

    /// The note that stands for the voice among those that begin together.
    private func chosen(of chord: ArraySlice<Int>, in part: Part, takesBottom: Bool) -> (Int, Pitch)? {
        var best: (index: Int, pitch: Pitch)?
        for index in chord {
            guard let pitch = part.soundingPitch(of: part.notes[index]) else { continue }
            if let other = best, takesBottom ? pitch.height >= other.pitch.height : pitch.height <= other.pitch.height {
                continue
            }
            best = (index, pitch)
        }
        return best
    }

    private func markFermatas(_ events: inout [Event], in part: Part) {
        var fermatas: [Fraction] = []
        for mark in part.marks {
            guard case .fermata = mark.kind, part.notes.indices.contains(mark.note) else { continue }
            let note = part.notes[mark.note]
            guard Int(note.staff) == staff, Int(note.voice) == voice else { continue }
            fermatas.append(note.onset)
        }
        var event = 0
        for fermata in fermatas {
            while event < events.count, events[event].end <= fermata { event += 1 }
            if event < events.count, events[event].onset <= fermata { events[event].hasFermata = true }
        }
    }
}

extension Note {
    /// True for what sounds with a pitch and a length of its own.
    fileprivate var counts: Bool {
        !isGrace && !traits.contains(.cue) && duration > .zero && pitch != nil
    }
}
