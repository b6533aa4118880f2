internal import ScoreModel

// Marks at a note: the children of `notations`.

extension Tuplet: Formed {
    init() { self.init(ratio: .none) }

    mutating func form(_ form: inout some Form) {
        form.attribute(.bracket, &hasBracket)
        form.attribute(.showNumber, &showsNumber)
        form.attribute(.showType, &showsType)
        form.attribute(.lineShape, &shape)
        form.child(.tupletActual, &actual)
        form.child(.tupletNormal, &normal)
    }
}

extension Tuplet.Portion: Formed {
    mutating func form(_ form: inout some Form) {
        form.text(.tupletNumber, &number)
        var value = type.map { NoteValue($0, dots: UInt8(clamping: dots)) }
        form.noteValue(.tupletType, dot: .tupletDot, &value)
        (type, dots) = (value?.base, Int(value?.dots ?? 0))
    }
}

extension Fermata: Formed {
    init() { self.init(shape: "normal") }

    mutating func form(_ form: inout some Form) {
        var type: String? = isInverted ? "inverted" : "upright"
        form.attribute(.type, &type)
        isInverted = type == "inverted"
        // An empty element is a fermata of the usual shape.
        var text = shape == "normal" ? "" : shape
        form.content(&text)
        shape = text.isEmpty ? "normal" : text
    }
}

extension Arpeggio: Formed {
    mutating func form(_ form: inout some Form) {
        form.attribute(.number, &number)
        form.attribute(.direction, &direction)
        form.attribute(.unbroken, &isUnbroken)
    }
}

extension NonArpeggio: Formed {
    mutating func form(_ form: inout some Form) {
        form.attribute(.type, required: &position)
        form.attribute(.number, &number)
    }
}

extension Accidental: Formed {
    init() { self.init(.other) }

    mutating func form(_ form: inout some Form) {
        form.attribute(.cautionary, &isCautionary)
        form.attribute(.editorial, &isEditorial)
        form.attribute(.parentheses, &hasParentheses)
        form.attribute(.bracket, &hasBracket)
        form.attribute(.size, &size)
        form.content(&sign)
    }
}

extension Articulation: Formed {
    init() { self.init(.other) }

    mutating func form(_ form: inout some Form) {
        switch kind {
        case .strongAccent: form.attribute(.type, &direction)
        case .scoop, .plop, .doit, .falloff: line.form(&form)
        case .breathMark, .caesura: form.content(&text)
        case .other:
            form.attribute(.smufl, &glyph)
            form.content(&text)
        default: break
        }
    }
}

extension Ornament: Formed {
    init() { self.init(.other) }

    mutating func form(_ form: inout some Form) {
        switch kind {
        case .schleifer: break
        case .tremolo:
            formTremolo(&form)
        case .other:
            form.attribute(.smufl, &glyph)
            form.content(&text)
        case .accidentalMark:
            form.attribute(.smufl, &glyph)
            var accidental = accidental ?? Accidental()
            accidental.form(&form)
            self.accidental = accidental
        case .wavyLine:
            var edge = edge ?? Edge()
            edge.form(&form)
            self.edge = edge
            form.attribute(.smufl, &glyph)
            sound.form(&form)
        default:
            form.attribute(.slash, &isSlashed)
            form.attribute(.long, &isLong)
            form.attribute(.approach, &approach)
            form.attribute(.departure, &departure)
            sound.form(&form)
        }
    }

    /// A tremolo is on one note, or its ends stand at two; one without type is on one note (XSD, type `tremolo`).
    private mutating func formTremolo(_ form: inout some Form) {
        var type = isUnmeasured ? "unmeasured" : edge?.role.rawValue
        form.attribute(.type, &type)
        isUnmeasured = type == "unmeasured"
        edge = isUnmeasured ? nil : type.flatMap { Edge.Role(rawValue: $0) }.map { Edge($0) }
        form.attribute(.smufl, &glyph)
        var count = strokes.map { "\($0)" } ?? ""
        form.content(&count)
        strokes = Int(lexical: Array(count.utf8)[...])
    }
}
