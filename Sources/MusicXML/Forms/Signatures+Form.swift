internal import ScoreModel

// What `attributes` says: keys, times, clefs and what belongs to them.

extension Key: Formed {
    init() { self.init(.alterations([])) }

    mutating func form(_ form: inout some Form) {
        form.attribute(.printObject, &isPrinted)
        form.child(.cancel, &cancellation)
        var (fifths, mode): (Int?, String?) = (nil, nil)
        if case .traditional(let number, let name) = content { (fifths, mode) = (number, name) }
        form.text(.fifths, &fifths)
        form.text(.mode, &mode)
        var alterations: [Alteration] = []
        if case .alterations(let list) = content { alterations = list }
        form.alterations(&alterations)
        content = fifths.map { .traditional(fifths: $0, mode: mode) } ?? .alterations(alterations)
        form.children(.keyOctave, &octaves)
    }
}

extension Key.Cancellation: Formed {
    init() { self.init(fifths: 0) }

    mutating func form(_ form: inout some Form) {
        form.attribute(.location, &location)
        form.content(&fifths)
    }
}

extension Key.Octave: Formed {
    init() { self.init(sign: 1, octave: 4) }

    mutating func form(_ form: inout some Form) {
        form.attribute(.number, required: &sign)
        form.attribute(.cancel, &isCancelled)
        form.content(&octave)
    }
}

extension ReadingForm {
    /// The steps of a key that is not in the usual order.
    func alterations(_ values: inout [Key.Alteration]) {
        var step: Pitch.Step?
        for child in document.children(of: current) {
            switch document.tag(of: child) {
            case .keyStep: step = Pitch.Step(lexical: document.content(of: child))
            case .keyAlter:
                if let step, let alter = document.content(of: child).semitones {
                    values.append(.init(step: step, alter: alter))
                }
            case .keyAccidental:
                guard !values.isEmpty else { break }
                values[values.count - 1].sign = document.string(of: child)
                values[values.count - 1].glyph = document.string(.smufl, of: child)
            default: break
            }
        }
    }
}

extension WritingForm {
    mutating func alterations(_ values: inout [Key.Alteration]) {
        for value in values {
            output.leaf(.keyStep) { value.step.write(to: &$0) }
            output.leaf(.keyAlter) { value.alter.write(to: &$0) }
            guard let sign = value.sign else { continue }
            output.open(.keyAccidental)
            if let glyph = value.glyph { output.attribute(.smufl, glyph) }
            output.content { $0.text(sign) }
            output.close(.keyAccidental)
        }
    }
}

extension Meter: Formed {
    init() { self.init([]) }

    mutating func form(_ form: inout some Form) {
        form.attribute(.symbol, &symbol)
        form.attribute(.separator, &separator)
        form.attribute(.printObject, &isPrinted)
        form.components(&components)
        form.child(.interchangeable, &interchangeable)
        if components.isEmpty, senzaMisuraText == nil { senzaMisuraText = "" }
        if !components.isEmpty { senzaMisuraText = nil }
        form.text(.senzaMisura, &senzaMisuraText)
    }
}

extension Meter.Interchangeable: Formed {
    init() { self.init([]) }

    mutating func form(_ form: inout some Form) {
        form.attribute(.symbol, &symbol)
        form.attribute(.separator, &separator)
        form.text(.timeRelation, &relation)
        form.components(&components)
    }
}

extension ReadingForm {
    /// The components of a time signature; none when one of them makes no sense.
    func components(_ values: inout [Meter.Component]) {
        var beats: [Int]?
        values = []
        for child in document.children(of: current) {
            let content = document.content(of: child)
            switch document.tag(of: child) {
            case .beats:
                let groups = content.split(separator: UInt8(ascii: "+")).map(\.trimmed.integer)
                beats = groups.contains(nil) ? nil : groups.compactMap { $0 }
            case .beatType:
                guard let numbers = beats, let type = content.integer,
                    let component = Meter.Component(beats: numbers, beatType: type)
                else {
                    values = []
                    return
                }
                values.append(component)
            default: break
            }
        }
    }
}

extension WritingForm {
    mutating func components(_ values: inout [Meter.Component]) {
        for value in values {
            output.leaf(.beats, value.beats.map(String.init).joined(separator: "+"))
            output.leaf(.beatType, value.beatType)
        }
    }
}

extension Clef: Formed {
    init() { self.init(.none) }

    mutating func form(_ form: inout some Form) {
        form.attribute(.additional, &isAdditional)
        form.attribute(.size, &size)
        form.attribute(.afterBarline, &isAfterBarline)
        form.attribute(.printObject, &isPrinted)
        form.text(.sign, required: &sign)
        form.text(.line, &line)
        var change = octaveChange == 0 ? nil : octaveChange
        form.text(.clefOctaveChange, &change)
        octaveChange = change ?? 0
    }
}

extension Transposition: Formed {
    init() { self.init(chromatic: .zero) }

    mutating func form(_ form: inout some Form) {
        form.text(.diatonic, &diatonic)
        form.text(.chromatic, required: &chromatic)
        var change = octaveChange == 0 ? nil : octaveChange
        form.text(.octaveChange, &change)
        // No instrument transposes by more than this; the limits keep arithmetic within bounds.
        octaveChange = min(max(change ?? 0, -1000), 1000)
        diatonic = diatonic.map { min(max($0, -1000), 1000) }
        var double = doubling.map { Double(isAbove: $0 == .above) }
        form.child(.double, &double)
        doubling = double.map { $0.isAbove == true ? .above : .below }
    }

    private struct Double: Formed {
        var isAbove: Bool?

        init() {}
        init(isAbove: Bool) { self.isAbove = isAbove ? true : nil }

        mutating func form(_ form: inout some Form) { form.attribute(.above, &isAbove) }
    }
}

extension PartView: Formed {
    init() { self.init(transposition: Transposition()) }

    mutating func form(_ form: inout some Form) {
        form.child(.partClef, &clef)
        var transposition: Transposition? = transposition
        form.child(.partTranspose, &transposition)
        self.transposition = transposition ?? Transposition()
    }
}

extension PartSymbol: Formed {
    init() { self.init("none") }

    mutating func form(_ form: inout some Form) {
        form.attribute(.topStaff, &topStaff)
        form.attribute(.bottomStaff, &bottomStaff)
        form.content(&symbol)
    }
}
