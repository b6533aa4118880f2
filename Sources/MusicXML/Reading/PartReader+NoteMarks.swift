internal import ScoreModel

extension PartReader {
    /// What a `lyric` says: syllables that share a note are joined by elisions.
    mutating func readLyric(_ element: Node, note: Int) {
        let facts = form.filled(LyricFacts(), element).lyric
        let first = part.lyrics.count
        var next = facts
        func hasSyllable(_ part: Part) -> Bool { part.lyrics.count > first }
        for child in document.children(of: element) {
            switch document.tag(of: child) {
            case .syllabic: next.syllabic = Lyric.Syllabic(lexical: document.content(of: child))
            case .elision: next.elision = document.text(of: child)
            case .text:
                if hasSyllable(part), next.elision == nil {
                    // Text goes on in another type face.
                    part.lyrics[part.lyrics.count - 1].value.text += document.text(of: child)
                    break
                }
                next.text = document.text(of: child)
                part.lyrics.append(Attached(note: note, value: next, origin: origin(of: element)))
                (next.syllabic, next.elision) = (nil, nil)
            case .extend:
                let line = form.filled(Lyric.Extension(), child)
                last(of: element, note, facts, from: first) { $0.extension = line }
            case .laughing: last(of: element, note, facts, from: first) { $0.vocalization = .laughing }
            case .humming: last(of: element, note, facts, from: first) { $0.vocalization = .humming }
            case .endLine: last(of: element, note, facts, from: first) { $0.endsLine = true }
            case .endParagraph: last(of: element, note, facts, from: first) { $0.endsParagraph = true }
            default: break
            }
        }
    }

    /// Says something about the last syllable of an element, which may have none.
    private mutating func last(
        of element: Node, _ note: Int, _ facts: Lyric, from first: Int, _ change: (inout Lyric) -> Void
    ) {
        if part.lyrics.count == first {
            part.lyrics.append(Attached(note: note, value: facts, origin: origin(of: element)))
        }
        change(&part.lyrics[part.lyrics.count - 1].value)
    }

    /// The marks in a `notations` element, and the ends of ties that it draws.
    mutating func readNotations(_ element: Node, note: Int) -> Note.Traits {
        let isHidden = document.value(.printObject, of: element)?.reads("no") ?? false
        var ties: Note.Traits = []
        var next = document.first(in: element)
        while let child = next {
            next = document.next(after: child)
            switch document.tag(of: child) {
            case .articulations: readMarks(child, .articulations, note: note, isHidden: isHidden)
            case .ornaments: readMarks(child, .ornaments, note: note, isHidden: isHidden)
            case .technical: readMarks(child, .technical, note: note, isHidden: isHidden)
            case .tied:
                ties.formUnion(tieEnds(child))
                readMark(.tied, child, nil, note: note, isHidden: isHidden)
            case let tag?: readMark(tag, child, nil, note: note, isHidden: isHidden)
            case nil: break
            }
        }
        return ties
    }

    private mutating func readMarks(_ element: Node, _ group: Mark.Kind.Group, note: Int, isHidden: Bool) {
        var next = document.first(in: element)
        while let child = next {
            next = document.next(after: child)
            if let tag = document.tag(of: child) { readMark(tag, child, group, note: note, isHidden: isHidden) }
        }
    }

    private mutating func readMark(
        _ tag: Tag, _ element: Node, _ group: Mark.Kind.Group?, note: Int, isHidden: Bool
    ) {
        guard let kind = form.mark(tag, at: element, in: group) else {
            reportSenseless(element)
            return
        }
        var mark = Mark(note: note, kind, origin: origin(of: element))
        mark.placement = document.value(.placement, of: element).flatMap { Placement(lexical: $0) }
        mark.isHidden = isHidden
        part.marks.append(mark)
    }

    func tieEnds(_ element: Node) -> Note.Traits {
        guard let type = document.value(.type, of: element) else { return [] }
        if type.reads("start") { return .tieStart }
        if type.reads("stop") { return .tieStop }
        if type.reads("continue") { return [.tieStart, .tieStop] }
        return type.reads("let-ring") ? .letRing : []
    }
}
