internal import ScoreModel

extension PictureStaff {
    /// What is drawn of a staff's notes, sorted by moment, grace notes before the others, and by voice.
    ///
    /// - Parameter most: How many notes are drawn; the others are left out.
    func chords(of score: Score, in measures: Range<Int>, most: Int) -> [PictureChord] {
        var (chords, count) = ([PictureChord](), 0)
        for (number, source) in sources.enumerated() {
            let part = score.parts[source.part]
            let shapes = Dictionary(
                part.noteDetails.compactMap { detail in detail.value.notehead.map { (detail.note, $0.shape) } },
                uniquingKeysWith: { first, _ in first })
            var latest: [UInt16: Int] = [:]
            for (index, note) in part.notes.enumerated() {
                guard measures.contains(Int(note.measure)), source.holds(note, of: part) else { continue }
                if note.traits.contains(.hidden) || count >= most { continue }
                count += 1
                let clef = clef(in: score, at: note.onset)
                let head = head(of: note, index: index, clef: clef, shape: shapes[index])
                if let head, let last = latest[note.voice], chords[last].takes(note) {
                    let place = chords[last].heads.firstIndex { $0.place > head.place }
                    chords[last].heads.insert(head, at: place ?? chords[last].heads.count)
                    continue
                }
                latest[note.voice] = chords.count
                chords.append(
                    PictureChord(
                        part: source.part, voice: VoiceOnStaff(source: number, voice: Int(note.voice)),
                        moment: Moment(measure: Int(note.measure), onset: note.onset), duration: note.duration,
                        value: NoteValue(drawnFor: note), ratio: note.ratio, heads: head.map { [$0] } ?? [],
                        note: index, traits: note.traits, beams: note.beams, writtenStem: note.stem,
                        fillsMeasure: note.fills(score.measures[Int(note.measure)])))
            }
        }
        return chords.stablySorted {
            ($0.moment, $0.isGrace ? 0 : 1, $0.voice) < ($1.moment, $1.isGrace ? 0 : 1, $1.voice)
        }
    }

    private func head(of note: Note, index: Int, clef: Clef, shape: String?) -> PictureChord.Head? {
        let sign: MusicSign =
            ["x", "cross", "circle-x"].contains(shape) ? .headCross : .head(of: NoteValue(drawnFor: note).base)
        switch note.content {
        case .pitched(let pitch):
            return .init(note: index, place: clef.place(of: pitch), pitch: pitch, sign: sign)
        case .unpitched(let position):
            return .init(note: index, place: position.map(clef.place) ?? 4, pitch: nil, sign: sign)
        case .rest: return nil
        }
    }
}

extension PictureChord {
    /// Whether a note of the same voice on the same staff shares its stem.
    fileprivate func takes(_ note: Note) -> Bool {
        guard !isRest, moment == Moment(measure: Int(note.measure), onset: note.onset), isGrace == note.isGrace else {
            return false
        }
        return note.traits.contains(.chordMember) || !isGrace && duration == note.duration
    }
}

extension Note {
    /// Whether this is a rest that stands for a whole measure.
    fileprivate func fills(_ measure: Measure) -> Bool {
        guard isRest else { return false }
        if traits.contains(.wholeMeasure) { return true }
        return onset == measure.onset && duration >= measure.length && (value == nil || value?.base == .whole)
    }
}
