internal import ScoreModel

extension PartReader {
    /// What the children of a `note` say, before it has a place.
    private struct Reading {
        var content: Note.Content?
        var traits: Note.Traits = []
        /// The accidental, which is drawn and does not sound.
        var sign: Node?
        var isChord = false
        var duration: Fraction?
        var base: NoteValue.Base?
        var dots: UInt8 = 0
        var ratio = TupletRatio.none
        var voice = Reading.firstVoice
        var staff: UInt8 = 1
        var beams = Beams.none
        var instrument: UInt8?
        /// The ends of ties that sound, and of ties that are drawn.
        var (tie, tied): (Note.Traits, Note.Traits) = ([], [])
        /// True when there are lyrics or notations, which are read once the note has its index.
        var hasMarks = false

        /// Where the file names no voice.
        static let firstVoice: ArraySlice<UInt8> = [UInt8(ascii: "1")]
    }

    mutating func readNote(_ element: Node) {
        var reading = Reading()
        if document.value(.printObject, of: element)?.reads("no") ?? false { reading.traits.insert(.hidden) }
        for child in document.children(of: element) { read(child, into: &reading, note: element) }
        reading.traits.formUnion(reading.tie.union(reading.tied))
        if reading.tie != reading.tied.intersection([.tieStart, .tieStop]) {
            report(
                "tie-tied-disagree", .note, at: element,
                "the tie that sounds and the tie that is drawn differ; both are taken")
        }
        if let sign = reading.sign, case .pitched(let pitch) = reading.content { compare(sign, with: pitch, element) }
        place(reading, element)
        if reading.hasMarks { readMarks(element, note: part.notes.count - 1) }
    }

    private mutating func readMarks(_ element: Node, note: Int) {
        for child in document.children(of: element) {
            switch document.tag(of: child) {
            case .lyric: readLyric(child, note: note)
            case .notations: readNotations(child, note: note)
            default: break
            }
        }
    }

    private mutating func read(_ child: Node, into reading: inout Reading, note: Node) {
        switch document.tag(of: child) {
        case .pitch: reading.content = readPitch(child, note: note)
        case .accidental: reading.sign = child
        case .rest:
            reading.content = .rest(staffPosition: staffPosition(child))
            if document.value(.measure, of: child)?.reads("yes") ?? false { reading.traits.insert(.wholeMeasure) }
        case .unpitched: reading.content = .unpitched(staffPosition: staffPosition(child))
        case .chord: reading.isChord = true
        case .grace:
            reading.traits.insert(.grace)
            if document.value(.slash, of: child)?.reads("yes") ?? false { reading.traits.insert(.slashed) }
        case .cue: reading.traits.insert(.cue)
        case .duration:
            let units = document.content(of: child).decimal
            reading.duration = units.flatMap { $0 >= .zero ? $0 / divisions : nil }
        case .tie: reading.tie.formUnion(tieEnds(child))
        case .voice: reading.voice = document.content(of: child)
        case .staff: reading.staff = UInt8(clamping: max(document.content(of: child).integer ?? 1, 1))
        case .type:
            reading.base = NoteValue.Base(token: document.content(of: child))
            if reading.base == nil {
                report("value-unknown", at: child, "\(document.string(of: child)) is no note value; it is passed over")
            }
        case .dot: reading.dots = min(reading.dots + 1, 20)
        case .timeModification: reading.ratio = ratio(child, .actualNotes, .normalNotes) ?? .none
        case .beam: readBeam(child, into: &reading.beams)
        case .instrument:
            let id = document.string(.id, of: child)
            reading.instrument = id.flatMap { instrumentIndices[$0] }
        case .lyric: reading.hasMarks = true
        case .notations:
            reading.hasMarks = true
            for notation in document.children(of: child) where document.tag(of: notation) == .tied {
                reading.tied.formUnion(tieEnds(notation))
            }
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
        note.instrument = reading.instrument
        note.origin = origin(of: element)
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

    // MARK: Values

    private mutating func readPitch(_ element: Node, note: Node) -> Note.Content {
        var (step, alter, octave): (Pitch.Step?, Semitones?, Int8?) = (nil, .zero, nil)
        for child in document.children(of: element) {
            switch document.tag(of: child) {
            case .step: step = Pitch.Step(token: document.content(of: child))
            case .alter: alter = document.content(of: child).semitones
            case .octave: octave = document.content(of: child).integer.flatMap { Int8(exactly: $0) }
            default: break
            }
        }
        guard let step, let alter, let octave else {
            report("pitch-invalid", at: note, "this note has no valid pitch; it keeps its time and sounds as nothing")
            return .unpitched(staffPosition: nil)
        }
        return .pitched(Pitch(step, alter: alter, octave: octave))
    }

    /// A sign does not sound; but where it says sharp or flat and the pitch says neither, something was forgotten.
    private mutating func compare(_ sign: Node, with pitch: Pitch, _ element: Node) {
        let token = document.content(of: sign)
        guard pitch.alter == .zero, token.reads("sharp") || token.reads("flat") else { return }
        report(
            "accidental-without-alter", at: element,
            "this \(pitch) has a \(document.string(of: sign)) sign and no alter, which is what sounds; it stays natural"
        )
    }

    private func staffPosition(_ element: Node) -> Pitch? {
        guard
            let step = document.child(.displayStep, of: element).flatMap({ Pitch.Step(token: document.content(of: $0)) }
            ),
            let octave = document.child(.displayOctave, of: element).flatMap({ document.content(of: $0).integer })
        else { return nil }
        return Pitch(step, octave: Int8(clamping: octave))
    }

    private func tieEnds(_ element: Node) -> Note.Traits {
        guard let type = document.value(.type, of: element) else { return [] }
        if type.reads("start") { return .tieStart }
        if type.reads("stop") { return .tieStop }
        if type.reads("continue") { return [.tieStart, .tieStop] }
        return type.reads("let-ring") ? .letRing : []
    }

    private func readBeam(_ element: Node, into beams: inout Beams) {
        let number = document.value(.number, of: element)?.integer ?? 1
        beams[number] = Beams.State(token: document.content(of: element))
    }

    /// A ratio from two numbers among the children of an element.
    func ratio(_ element: Node, _ actual: Tag, _ normal: Tag) -> TupletRatio? {
        guard let actual = document.child(actual, of: element).flatMap({ document.content(of: $0).integer }),
            let normal = document.child(normal, of: element).flatMap({ document.content(of: $0).integer })
        else { return nil }
        return TupletRatio(actual: actual, normal: normal)
    }
}
