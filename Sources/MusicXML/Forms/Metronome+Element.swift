internal import ScoreModel

extension ReadingForm {
    /// A metronome mark; nil when it says nothing that makes sense.
    mutating func metronome(_ element: Node) -> Metronome? {
        guard let content = metronomeContent(element) else { return nil }
        var metronome = Metronome(content)
        metronome.hasParentheses = document.value(.parentheses, of: element).flatMap { Bool(lexical: $0) }
        metronome.isPrinted = document.value(.printObject, of: element).flatMap { Bool(lexical: $0) }
        return metronome
    }

    private mutating func metronomeContent(_ element: Node) -> Metronome.Content? {
        var beats: [Metronome.Beat] = []
        var perMinute: String?
        var sides: [[Metronome.GroupNote]] = [[]]
        var relation: String?
        var hasArrows = false
        for child in document.children(of: element) {
            switch document.tag(of: child) {
            case .beatUnit:
                guard let base = NoteValue.Base(lexical: document.content(of: child)) else { return nil }
                beats.append(Metronome.Beat(NoteValue(base)))
            case .beatUnitDot:
                guard !beats.isEmpty else { return nil }
                beats[beats.count - 1].value.addDot()
            case .beatUnitTied:
                let value = read(TiedBeat.self, at: child)?.value
                guard let value, !beats.isEmpty else { return nil }
                beats[beats.count - 1].tied.append(value)
            case .perMinute: perMinute = document.text(of: child)
            case .metronomeArrows: hasArrows = true
            case .metronomeNote:
                guard let note = read(MetronomeNote.self, at: child)?.note else { return nil }
                sides[sides.count - 1].append(note)
            case .metronomeRelation:
                relation = document.text(of: child)
                sides.append([])
            default: break
            }
        }
        if let first = beats.first {
            if let perMinute { return .perMinute(first, perMinute) }
            return beats.count > 1 ? .equal(first, beats[1]) : nil
        }
        guard !sides[0].isEmpty else { return nil }
        return .notes(sides[0], relation: relation, sides.count > 1 ? sides[1] : [], hasArrows: hasArrows)
    }
}

extension WritingForm {
    mutating func write(_ metronome: Metronome) {
        output.open(.metronome)
        var (parentheses, isPrinted) = (metronome.hasParentheses, metronome.isPrinted)
        attribute(.parentheses, &parentheses)
        attribute(.printObject, &isPrinted)
        switch metronome.content {
        case .perMinute(let beat, let text):
            write(beat)
            output.leaf(.perMinute, text)
        case .equal(let first, let second):
            write(first)
            write(second)
        case .notes(let left, let relation, let right, let hasArrows):
            if hasArrows { output.empty(.metronomeArrows) }
            for note in left { write(.metronomeNote, MetronomeNote(note: note)) }
            if let relation { output.leaf(.metronomeRelation, relation) }
            for note in right { write(.metronomeNote, MetronomeNote(note: note)) }
        }
        output.close(.metronome)
    }

    private mutating func write(_ beat: Metronome.Beat) {
        var value: NoteValue? = beat.value
        noteValue(.beatUnit, dot: .beatUnitDot, &value)
        for tied in beat.tied {
            output.open(.beatUnitTied)
            value = tied
            noteValue(.beatUnit, dot: .beatUnitDot, &value)
            output.close(.beatUnitTied)
        }
    }
}

/// A note value that is tied to a beat.
private struct TiedBeat: Formed {
    var value: NoteValue?

    mutating func form(_ form: inout some Form) { form.noteValue(.beatUnit, dot: .beatUnitDot, &value) }
}

/// A note of a group in a metronome mark.
private struct MetronomeNote: Formed {
    var note = Metronome.GroupNote(NoteValue(.quarter))

    init() {}
    init(note: Metronome.GroupNote) { self.note = note }

    mutating func form(_ form: inout some Form) {
        var value: NoteValue? = note.value
        form.noteValue(.metronomeType, dot: .metronomeDot, &value)
        note.value = value ?? note.value
        var beams = (1...8).compactMap { number in
            note.beams[number].map { MetronomeBeam(state: $0, number: number == 1 ? nil : number) }
        }
        form.children(.metronomeBeam, &beams)
        for beam in beams { note.beams[beam.number ?? 1] = beam.state }
        var tied = note.tied.map { MetronomeTied(role: $0) }
        form.child(.metronomeTied, &tied)
        note.tied = tied?.role
        var tuplet = note.tuplet.map { MetronomeTuplet(tuplet: $0) }
        form.child(.metronomeTuplet, &tuplet)
        note.tuplet = tuplet?.tuplet
    }
}

private struct MetronomeBeam: Formed {
    var state = Beams.State.begin
    var number: Int?

    init() {}
    init(state: Beams.State, number: Int?) { (self.state, self.number) = (state, number) }

    mutating func form(_ form: inout some Form) {
        form.attribute(.number, &number)
        form.content(&state)
    }
}

private struct MetronomeTied: Formed {
    var role = Edge.Role.start

    init() {}
    init(role: Edge.Role) { self.role = role }

    mutating func form(_ form: inout some Form) { form.attribute(.type, required: &role) }
}

private struct MetronomeTuplet: Formed {
    var tuplet = Metronome.GroupTuplet(.start, ratio: .none)

    init() {}
    init(tuplet: Metronome.GroupTuplet) { self.tuplet = tuplet }

    mutating func form(_ form: inout some Form) {
        form.attribute(.type, required: &tuplet.role)
        form.attribute(.bracket, &tuplet.hasBracket)
        form.attribute(.showNumber, &tuplet.showsNumber)
        var (actual, normal) = (Int(tuplet.ratio.actual), Int(tuplet.ratio.normal))
        form.text(.actualNotes, required: &actual)
        form.text(.normalNotes, required: &normal)
        tuplet.ratio = TupletRatio(actual: actual, normal: normal) ?? .none
        form.noteValue(.normalType, dot: .normalDot, &tuplet.unit)
    }
}
