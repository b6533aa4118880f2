internal import ScoreModel

extension PartWriter {
    mutating func write(note index: Int) {
        let note = part.notes[index]
        let isChord = note.traits.contains(.chordMember) && chordHead == note.onset
        if !isChord {
            move(to: note.onset)
            chordHead = note.onset
        }
        let details = self.details[index].first.map { part.noteDetails[$0].value }
        form.output.open(.note)
        writeFacts(note, details)
        writeSound(note, details, isChord: isChord)
        writeLook(note, details)
        let own = marks[index]
        if !own.isEmpty || note.drawsTies { writeNotations(note, own) }
        writeLyrics(lyrics[index])
        if let play = details?.play { form.write(play) }
        if let listen = details?.listen, !listen.isEmpty { form.write(listen) }
        form.output.close(.note)
        if !isChord { advance(to: note.end) }
    }

    private mutating func writeFacts(_ note: Note, _ details: NoteDetails?) {
        if note.traits.contains(.hidden) { form.output.attribute(.printObject) { $0.raw("no") } }
        guard let details else { return }
        form.inner(details.printing)
        form.inner(details.playing)
    }

    // MARK: What sounds

    private mutating func writeSound(_ note: Note, _ details: NoteDetails?, isChord: Bool) {
        if note.isGrace { writeGrace(note, details) }
        if note.traits.contains(.cue) { form.output.empty(.cue) }
        if isChord { form.output.empty(.chord) }
        switch note.content {
        case .pitched(let pitch): write(pitch, namesAlter: note.traits.contains(.alterNamed))
        case .unpitched(let position): write(.unpitched, position)
        case .rest(let position):
            write(.rest, position, isWholeMeasure: note.traits.contains(.wholeMeasure))
        }
        if !note.isGrace { form.output.leaf(.duration, ticks(note.duration)) }
        if note.traits.contains(.tieStop), !note.traits.contains(.tieStopSilent) { writeTie("stop") }
        if note.traits.contains(.tieStart), !note.traits.contains(.tieStartSilent) { writeTie("start") }
        if let instrument = note.instrument { writeInstrument(instrument) }
        for instrument in details?.instruments ?? [] { writeInstrument(instrument) }
        if !note.traits.contains(.voiceless) {
            let voice = Int(note.voice)
            form.output.leaf(.voice, part.voices.indices.contains(voice) ? part.voices[voice] : "\(voice + 1)")
        }
    }

    private mutating func writeGrace(_ note: Note, _ details: NoteDetails?) {
        form.output.open(.grace)
        if var grace = details?.grace {
            if note.traits.contains(.slashed) { grace.isSlashed = true }
            form.inner(grace)
        } else if note.traits.contains(.slashed) {
            form.output.attribute(.slash) { $0.raw("yes") }
        }
        form.output.close(.grace)
    }

    private mutating func write(_ pitch: Pitch, namesAlter: Bool) {
        form.output.open(.pitch)
        form.output.leaf(.step) { pitch.step.write(to: &$0) }
        if namesAlter || pitch.alter != .zero { form.output.leaf(.alter) { pitch.alter.write(to: &$0) } }
        form.output.leaf(.octave, Int(pitch.octave))
        form.output.close(.pitch)
    }

    private mutating func write(_ name: Tag, _ position: Pitch?, isWholeMeasure: Bool = false) {
        form.output.open(name)
        if isWholeMeasure { form.output.attribute(.measure) { $0.raw("yes") } }
        if let position {
            form.output.leaf(.displayStep) { position.step.write(to: &$0) }
            form.output.leaf(.displayOctave, Int(position.octave))
        }
        form.output.close(name)
    }

    private mutating func writeTie(_ type: StaticString) {
        form.output.open(.tie)
        form.output.attribute(.type) { $0.raw(type) }
        form.output.close(.tie)
    }

    private mutating func writeInstrument(_ index: UInt8) {
        guard part.instruments.indices.contains(Int(index)) else { return }
        form.output.open(.instrument)
        form.output.attribute(.id, part.instruments[Int(index)].id)
        form.output.close(.instrument)
    }

    // MARK: What is seen

    private mutating func writeLook(_ note: Note, _ details: NoteDetails?) {
        if let value = note.value { write(value, details) }
        if let accidental = note.accidental { write(accidental, details?.accidentalGlyph) }
        if note.ratio != .none { write(note.ratio, details?.tupletUnit) }
        if let stem = note.stem { form.output.leaf(.stem) { stem.write(to: &$0) } }
        if let notehead = details?.notehead { form.write(.notehead, notehead) }
        if var pieces = details?.noteheadText, !pieces.isEmpty {
            form.output.open(.noteheadText)
            form.styledTexts(&pieces)
            form.output.close(.noteheadText)
        }
        if part.staves > 1 || note.traits.contains(.staffNamed) { form.output.leaf(.staff, Int(note.staff)) }
        if note.beams != .none { write(note.beams, details) }
    }

    private mutating func write(_ value: NoteValue, _ details: NoteDetails?) {
        form.output.open(.type)
        if let size = details?.size { form.output.attribute(.size, size.rawValue) }
        form.output.content { value.base.write(to: &$0) }
        form.output.close(.type)
        for dot in 0..<Int(value.dots) {
            form.output.open(.dot)
            if let placements = details?.dotPlacements, placements.indices.contains(dot), let side = placements[dot] {
                form.output.attribute(.placement, side.rawValue)
            }
            form.output.close(.dot)
        }
    }

    private mutating func write(_ accidental: Accidental, _ glyph: String?) {
        form.output.open(.accidental)
        if let glyph { form.output.attribute(.smufl, glyph) }
        form.inner(accidental)
        form.output.close(.accidental)
    }

    private mutating func write(_ ratio: TupletRatio, _ unit: NoteValue?) {
        form.output.open(.timeModification)
        form.output.leaf(.actualNotes, Int(ratio.actual))
        form.output.leaf(.normalNotes, Int(ratio.normal))
        var unit = unit
        form.noteValue(.normalType, dot: .normalDot, &unit)
        form.output.close(.timeModification)
    }

    private mutating func write(_ beams: Beams, _ details: NoteDetails?) {
        for number in 1...8 {
            guard let state = beams[number] else { continue }
            form.output.open(.beam)
            form.output.attribute(.number) { $0.number(number) }
            if let repeater = details?.repeaters[number] {
                form.output.attribute(.repeater) { repeater.write(to: &$0) }
            }
            if let fan = details?.fans[number] { form.output.attribute(.fan, fan) }
            form.output.content { state.write(to: &$0) }
            form.output.close(.beam)
        }
    }

    // MARK: Marks and lyrics

    private mutating func writeNotations(_ note: Note, _ own: Range<Int>) {
        let (stops, starts) = note.tieEndsToDraw(beside: part.marks[own])
        guard !own.isEmpty || stops || starts else { return }
        openNotations(isHidden: own.first.map { part.marks[$0].isHidden } ?? false)
        if stops { writeTied(.stop) }
        if starts { writeTied(.start) }
        var group: Mark.Kind.Group?
        var isHidden = own.first.map { part.marks[$0].isHidden } ?? false
        for index in own {
            let mark = part.marks[index]
            if mark.kind.group != group || mark.isHidden != isHidden, let open = group {
                form.output.close(open.tag)
                group = nil
            }
            if mark.isHidden != isHidden {
                form.output.close(.notations)
                openNotations(isHidden: mark.isHidden)
                isHidden = mark.isHidden
            }
            if group == nil, let new = mark.kind.group {
                form.output.open(new.tag)
                group = new
            }
            form.write(mark)
        }
        if let group { form.output.close(group.tag) }
        form.output.close(.notations)
    }

    private mutating func openNotations(isHidden: Bool) {
        form.output.open(.notations)
        if isHidden { form.output.attribute(.printObject) { $0.raw("no") } }
    }

    private mutating func writeTied(_ role: Edge.Role) {
        form.output.open(.tied)
        form.output.attribute(.type) { role.write(to: &$0) }
        form.output.close(.tied)
    }

    private mutating func writeLyrics(_ own: Range<Int>) {
        var rest = own
        while let first = rest.first {
            // What is sung on the same note goes on with an elision.
            let later = rest.dropFirst().firstIndex { part.lyrics[$0].value.elision == nil } ?? rest.upperBound
            writeLyric(first..<later)
            rest = later..<rest.upperBound
        }
    }

    private mutating func writeLyric(_ syllables: Range<Int>) {
        let (first, last) = (part.lyrics[syllables.lowerBound].value, part.lyrics[syllables.upperBound - 1].value)
        form.output.open(.lyric)
        form.inner(LyricFacts(lyric: first))
        for lyric in part.lyrics[syllables] where lyric.value.hasText {
            if let elision = lyric.value.elision { form.output.leaf(.elision, elision) }
            if let syllabic = lyric.value.syllabic { form.output.leaf(.syllabic, syllabic.rawValue) }
            form.output.leaf(.text, lyric.value.text)
        }
        if let line = last.extension { form.write(.extend, line) }
        if let vocalization = last.vocalization { form.output.empty(vocalization == .laughing ? .laughing : .humming) }
        if last.endsLine { form.output.empty(.endLine) }
        if last.endsParagraph { form.output.empty(.endParagraph) }
        form.output.close(.lyric)
    }
}

extension Lyric {
    /// True unless it is a line or a sound alone.
    fileprivate var hasText: Bool { !text.isEmpty || syllabic != nil || self.extension == nil && vocalization == nil }
}

extension Note {
    /// True when a tie of the note is drawn.
    var drawsTies: Bool {
        traits.contains(.tieStart) && !traits.contains(.tieStartUndrawn)
            || traits.contains(.tieStop) && !traits.contains(.tieStopUndrawn)
    }

    /// Which ends of ties are to be drawn that no mark draws.
    fileprivate func tieEndsToDraw(beside marks: ArraySlice<Mark>) -> (stop: Bool, start: Bool) {
        var (stop, start) = (
            traits.contains(.tieStop) && !traits.contains(.tieStopUndrawn),
            traits.contains(.tieStart) && !traits.contains(.tieStartUndrawn)
        )
        guard stop || start else { return (false, false) }
        for case .tied(let edge, _) in marks.lazy.map(\.kind) {
            if edge.role == .stop || edge.role == .continue { stop = false }
            if edge.role == .start || edge.role == .continue { start = false }
        }
        return (stop, start)
    }
}
