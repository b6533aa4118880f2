internal import ScoreModel

extension PartReader {
    /// What the children of a `note` say, before it has a place.
    private struct Reading {
        var content: Note.Content?
        var traits: Note.Traits = []
        var isChord = false
        var duration: Fraction?
        var base: NoteValue.Base?
        var dots: UInt8 = 0
        var ratio = TupletRatio.none
        var voice = Reading.firstVoice
        var staff: UInt8 = 1
        var beams = Beams.none
        var stem: Note.Stem?
        var accidental: Accidental?
        var instrument: UInt8?
        /// The ends of ties that sound, and of ties that are drawn.
        var (tie, tied): (Note.Traits, Note.Traits) = ([], [])
        /// What few notes say.
        var details: NoteDetails?

        /// Where the file names no voice.
        static let firstVoice: ArraySlice<UInt8> = [UInt8(ascii: "1")]

        /// What few notes say, to be filled in.
        var rare: NoteDetails {
            get { details ?? NoteDetails() }
            set { details = newValue }
        }
    }

    mutating func readNote(_ element: Node) {
        var reading = Reading()
        reading.traits.insert(.voiceless)
        if document[element].count > 0 { readFacts(element, into: &reading) }
        var next = document.first(in: element)
        while let child = next {
            read(child, into: &reading, note: element)
            next = document.next(after: child)
        }
        joinTies(&reading, element)
        if let accidental = reading.accidental, case .pitched(let pitch) = reading.content {
            compare(accidental, with: pitch, element)
        }
        place(reading, element)
    }

    /// The attributes of a note, most of which tell where it is drawn.
    private mutating func readFacts(_ element: Node, into reading: inout Reading) {
        if document.value(.printObject, of: element)?.reads("no") ?? false { reading.traits.insert(.hidden) }
        let (printing, playing) = (
            form.filled(NoteDetails.Printing(), element), form.filled(NoteDetails.Playing(), element)
        )
        if printing != NoteDetails.Printing() { reading.rare.printing = printing }
        if playing != NoteDetails.Playing() { reading.rare.playing = playing }
    }

    private mutating func read(_ child: Node, into reading: inout Reading, note: Node) {
        switch document.tag(of: child) {
        case .pitch: reading.content = readPitch(child, into: &reading.traits, note: note)
        case .accidental: readAccidental(child, into: &reading)
        case .rest:
            reading.content = .rest(staffPosition: staffPosition(child))
            if document.value(.measure, of: child)?.reads("yes") ?? false { reading.traits.insert(.wholeMeasure) }
        case .unpitched: reading.content = .unpitched(staffPosition: staffPosition(child))
        case .chord: reading.isChord = true
        case .grace: readGrace(child, into: &reading)
        case .cue: reading.traits.insert(.cue)
        case .duration:
            let units = document.content(of: child).decimal
            reading.duration = units.flatMap { $0 >= .zero ? $0 / divisions : nil }
        case .tie: reading.tie.formUnion(tieEnds(child))
        case .voice:
            reading.voice = document.content(of: child)
            reading.traits.remove(.voiceless)
        case .staff:
            reading.staff = UInt8(clamping: max(document.content(of: child).integer ?? 1, 1))
            reading.traits.insert(.staffNamed)
        case .type: readValue(child, into: &reading)
        case .dot: readDot(child, into: &reading)
        case .timeModification: readTimeModification(child, into: &reading)
        case .stem: reading.stem = Note.Stem(lexical: document.content(of: child))
        case .beam: readBeam(child, into: &reading)
        case .notehead: reading.rare.notehead = value(child)
        case .noteheadText: reading.rare.noteheadText = form.styledTexts(in: child)
        case .instrument: readInstrument(child, into: &reading)
        case .lyric: readLyric(child, note: part.notes.count)
        case .notations: reading.tied.formUnion(readNotations(child, note: part.notes.count))
        case .play: reading.rare.play = form.play(child)
        case .listen: reading.rare.listen = form.listen(child)
        default: break
        }
    }

    // MARK: Place and time

    private mutating func place(_ reading: Reading, _ element: Node) {
        let isGrace = reading.traits.contains(.grace)
        let value = reading.base.map { NoteValue($0, dots: reading.dots) }
        let duration = isGrace ? .zero : duration(of: reading, value: value, element)
        var traits = reading.traits
        var onset = cursor.position
        figured = .zero
        if reading.isChord, let head = chordHead, head.isGrace == isGrace {
            onset = head.onset
            traits.insert(.chordMember)
            if duration > head.duration {
                report(
                    "chord-longer-than-first", at: element,
                    "this note of a chord is longer than the first, which moves the cursor; its length is kept")
            }
        } else {
            if reading.isChord {
                report(
                    "chord-after-move", at: element,
                    "there is no note here for a chord to add to; the note stands by itself")
            }
            chordHead = (onset, duration, isGrace)
            cursor.advance(by: duration, counted: isGrace ? .zero : reading.duration ?? duration)
        }
        var note = Note(
            measure: measure, staff: reading.staff, voice: voiceIndex(reading.voice), onset: onset, duration: duration,
            content: reading.content ?? .unpitched(staffPosition: nil))
        note.value = value
        note.ratio = reading.ratio
        note.traits = traits
        note.beams = reading.beams
        note.stem = reading.stem
        note.accidental = reading.accidental
        note.instrument = reading.instrument
        note.order = order
        note.origin = origin(of: element)
        if let details = reading.details, details != NoteDetails() {
            part.noteDetails.append(Attached(note: part.notes.count, value: details, origin: note.origin))
        }
        part.notes.append(note)
        part.staves = max(part.staves, Int(reading.staff))
    }

    /// How long a note lasts: as it says; else a measure, for a rest that fills one; else as its written value means.
    private mutating func duration(of reading: Reading, value: NoteValue?, _ element: Node) -> Fraction {
        let written = value.map { $0.quarters * reading.ratio.factor }
        if let duration = reading.duration {
            if let written, written != duration, !reading.traits.contains(.wholeMeasure) {
                // In a tuplet, less than a division away from a value that divisions cannot hold: this was meant.
                let distance = (max(written, duration) - min(written, duration)) * divisions
                if reading.ratio != .none, distance < 1, !(written * divisions).isWhole {
                    report(
                        "duration-rounded", .note, at: element,
                        "\(divisions) divisions cannot hold \(written) quarters; that and not \(duration) is taken")
                    return written
                }
                report(
                    "duration-type-mismatch", .note, at: element,
                    "this lasts \(duration) quarters and is written as \(written); both are kept")
            }
            return duration
        }
        if reading.traits.contains(.wholeMeasure) { return meterLength ?? 4 }
        report(
            "duration-missing", at: element,
            "this note has no valid duration; \(written.map { "its written value, \($0) quarters," } ?? "zero") is taken"
        )
        return written ?? .zero
    }

    private mutating func voiceIndex(_ token: ArraySlice<UInt8>) -> UInt16 {
        // Most parts have one to four voices, which are found faster by looking than by hashing.
        if let index = part.voices.prefix(8).firstIndex(where: { $0.utf8.elementsEqual(token) }) {
            return UInt16(index)
        }
        let name = String(decoding: token, as: UTF8.self)
        if let index = voiceIndices[name] { return index }
        guard part.voices.count < UInt16.max else { return UInt16.max - 1 }
        part.voices.append(name)
        voiceIndices[name] = UInt16(part.voices.count - 1)
        return UInt16(part.voices.count - 1)
    }

    // MARK: Ties and accidentals

    private mutating func joinTies(_ reading: inout Reading, _ element: Node) {
        let drawn = reading.tied.intersection([.tieStart, .tieStop])
        reading.traits.formUnion(reading.tie.union(reading.tied))
        guard reading.tie != drawn else { return }
        report(
            "tie-tied-disagree", .note, at: element,
            "the tie that sounds and the tie that is drawn differ; both are taken")
        if drawn.subtracting(reading.tie).contains(.tieStart) { reading.traits.insert(.tieStartSilent) }
        if drawn.subtracting(reading.tie).contains(.tieStop) { reading.traits.insert(.tieStopSilent) }
        if reading.tie.subtracting(drawn).contains(.tieStart) { reading.traits.insert(.tieStartUndrawn) }
        if reading.tie.subtracting(drawn).contains(.tieStop) { reading.traits.insert(.tieStopUndrawn) }
    }

    private mutating func readAccidental(_ element: Node, into reading: inout Reading) {
        guard document[element].count > 0 else {
            reading.accidental = Accidental.Sign(lexical: document.content(of: element)).map { Accidental($0) }
            return
        }
        reading.accidental = value(element)
        if let glyph = document.string(.smufl, of: element) { reading.rare.accidentalGlyph = glyph }
    }

    /// A sign does not sound; but where it says sharp or flat and the pitch says neither, something was forgotten.
    private mutating func compare(_ accidental: Accidental, with pitch: Pitch, _ element: Node) {
        guard pitch.alter == .zero, accidental.sign == .sharp || accidental.sign == .flat else { return }
        report(
            "accidental-without-alter", at: element,
            "this \(pitch) has a \(accidental.sign.rawValue) sign and no alter, which is what sounds; it stays natural"
        )
    }

    // MARK: Values

    private mutating func readPitch(_ element: Node, into traits: inout Note.Traits, note: Node) -> Note.Content {
        var (step, alter, octave): (Pitch.Step?, Semitones?, Int8?) = (nil, .zero, nil)
        var isNamed = false
        var next = document.first(in: element)
        while let child = next {
            next = document.next(after: child)
            switch document.tag(of: child) {
            case .step: step = Pitch.Step(token: document.content(of: child))
            case .alter: (alter, isNamed) = (document.content(of: child).semitones, true)
            case .octave: octave = document.content(of: child).integer.flatMap { Int8(exactly: $0) }
            default: break
            }
        }
        guard let step, let alter, let octave else {
            report("pitch-invalid", at: note, "this note has no valid pitch; it keeps its time and sounds as nothing")
            return .unpitched(staffPosition: nil)
        }
        if isNamed, alter == .zero { traits.insert(.alterNamed) }
        return .pitched(Pitch(step, alter: alter, octave: octave))
    }

    private func staffPosition(_ element: Node) -> Pitch? {
        guard
            let step = document.child(.displayStep, of: element).flatMap({ Pitch.Step(token: document.content(of: $0)) }
            ),
            let octave = document.child(.displayOctave, of: element).flatMap({ document.content(of: $0).integer })
        else { return nil }
        return Pitch(step, octave: Int8(clamping: octave))
    }

    private mutating func readValue(_ element: Node, into reading: inout Reading) {
        reading.base = NoteValue.Base(token: document.content(of: element))
        if reading.base == nil {
            report(
                "value-unknown", at: element, "\(document.string(of: element)) is no note value; it is passed over")
        }
        if document[element].count > 0, let size = document.value(.size, of: element) {
            reading.rare.size = NotationSize(lexical: size)
        }
    }

    private func readDot(_ element: Node, into reading: inout Reading) {
        reading.dots = min(reading.dots + 1, 20)
        guard document[element].count > 0, let side = document.value(.placement, of: element) else { return }
        var placements = reading.rare.dotPlacements
        placements += Array(repeating: nil, count: max(Int(reading.dots) - 1 - placements.count, 0))
        reading.rare.dotPlacements = placements + [Placement(lexical: side)]
    }

    private mutating func readTimeModification(_ element: Node, into reading: inout Reading) {
        var (actual, normal): (Int?, Int?)
        var unit: NoteValue?
        for child in document.children(of: element) {
            switch document.tag(of: child) {
            case .actualNotes: actual = document.content(of: child).integer
            case .normalNotes: normal = document.content(of: child).integer
            case .normalType: unit = NoteValue.Base(token: document.content(of: child)).map { NoteValue($0) }
            case .normalDot: unit?.addDot()
            default: break
            }
        }
        if let actual, let normal { reading.ratio = TupletRatio(actual: actual, normal: normal) ?? .none }
        if let unit { reading.rare.tupletUnit = unit }
    }

    private mutating func readBeam(_ element: Node, into reading: inout Reading) {
        let number = document.value(.number, of: element)?.integer ?? 1
        reading.beams[number] = Beams.State(token: document.content(of: element))
        guard document[element].count > 1 else { return }
        if let fan = document.string(.fan, of: element) { reading.rare.fans[number] = fan }
        if let repeater = document.value(.repeater, of: element) {
            reading.rare.repeaters[number] = Bool(lexical: repeater)
        }
    }

    private mutating func readGrace(_ element: Node, into reading: inout Reading) {
        reading.traits.insert(.grace)
        guard document[element].count > 0 else { return }
        var grace = form.filled(NoteDetails.GraceTime(), element)
        if grace.isSlashed == true {
            reading.traits.insert(.slashed)
            grace.isSlashed = nil
        }
        if grace != NoteDetails.GraceTime() { reading.rare.grace = grace }
    }

    private func readInstrument(_ element: Node, into reading: inout Reading) {
        guard let index = document.string(.id, of: element).flatMap({ instrumentIndices[$0] }) else { return }
        if reading.instrument == nil {
            reading.instrument = index
        } else {
            reading.rare.instruments.append(index)
        }
    }
}
