internal import ScoreModel

extension RewrittenPart {
    /// Lyrics and details stay with the notes that stayed.
    mutating func moveAttached() {
        part.lyrics = moved(old.lyrics, as: "lyric")
        part.noteDetails = moved(old.noteDetails, as: "note-detail")
        for note in old.notes where isReplaced(note) {
            if note.isGrace { lose("grace-note", note) } else if note.traits.contains(.cue) { lose("cue", note) }
        }
    }

    private mutating func moved<Value>(_ list: [Attached<Value>], as kind: String) -> [Attached<Value>] {
        var kept: [Attached<Value>] = []
        for var attached in list {
            if places[attached.note] < 0 {
                lose(kind, old.notes[attached.note])
            } else {
                attached.note = Int(places[attached.note])
                kept.append(attached)
            }
        }
        return kept
    }

    /// Signs stay with the notes that stayed; what ran to a note that is gone goes with it. Fermatas and tuplets come to the new notes.
    mutating func moveMarks(_ fermatas: [Int]) {
        let keeps = keptMarks()
        var marks: [Mark?] = []
        for (index, var mark) in old.marks.enumerated() {
            if !keeps[index], let kind = mark.lossKind { lose(kind, old.notes[mark.note]) }
            if keeps[index] { mark.note = Int(places[mark.note]) }
            marks.append(keeps[index] ? mark : nil)
        }
        marks += newFermatas(fermatas)
        for (line, added) in zip(lines, added) {
            for tuplet in line.tuplets {
                marks += Mark.bracket(
                    tuplet.ratio, from: added[tuplet.first], to: added[tuplet.last], at: marks.count)
            }
        }
        part.marks = Mark.ordered(marks)
    }

    private func keptMarks() -> [Bool] {
        var keeps = old.marks.map { mark in
            guard places[mark.note] >= 0 else { return false }
            guard case .tied(let edge, _) = mark.kind else { return true }
            // A line that led over the bar line to a note that is not held any more.
            let (before, now) = (old.notes[mark.note].traits, part.notes[Int(places[mark.note])].traits)
            let trait: Note.Traits = edge.role == .start ? .tieStart : .tieStop
            return !before.contains(trait) || now.contains(trait)
        }
        for index in Array(keeps.indices) + keeps.indices.reversed() where keeps[index] {
            if case .tied = old.marks[index].kind { continue }
            if let partner = old.marks[index].edge?.partner, !keeps[Int(partner)] { keeps[index] = false }
        }
        return keeps
    }

    /// The fermatas of the new notes: on what sounds when the note of the top voice ends that has one.
    private mutating func newFermatas(_ ends: [Int]) -> [Mark] {
        var marks: [Mark] = []
        for (line, list) in lines.enumerated() {
            var (next, count) = (0, 0)
            for end in ends {
                while next < list.written.count, list.written[next].ticks.upperBound < end { next += 1 }
                guard next < list.written.count else { break }
                let written = list.written[next]
                guard written.source != nil, written.ticks.contains(end - 1) else { continue }
                let fermata = Fermata(isInverted: written.note.stem == .down)
                marks.append(Mark(note: added[line][next], .fermata(fermata)))
                count += 1
            }
            let had = old.fermatas.filter { list.place.replaces(old.notes[$0.note], in: range) }
            for fermata in had.dropFirst(count) { lose("fermata", old.notes[fermata.note]) }
        }
        return marks
    }

    private mutating func lose(_ kind: String, _ note: Note) { losses.append((kind, Int(note.measure))) }
}

extension Mark {
    /// The name by which the sign is lost; nil where it is made anew, or where it is the second end of something.
    fileprivate var lossKind: String? {
        if let edge, edge.role == .continue || edge.role == .stop && edge.partner != nil { return nil }
        return switch kind {
        case .tied, .tuplet, .fermata: nil
        case .slur: "slur"
        case .glissando: "glissando"
        case .slide: "slide"
        case .ornament: "ornament"
        case .technical: "technical"
        case .articulation: "articulation"
        case .dynamics: "dynamics"
        case .arpeggio: "arpeggio"
        case .nonArpeggio: "non-arpeggio"
        case .accidental: "accidental-mark"
        case .other: "other-notation"
        }
    }
}
