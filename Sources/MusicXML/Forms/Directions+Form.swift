internal import ScoreModel

// What directions say: the children of `direction-type`.

extension Direction.Offset: Formed {
    init() { self.init(.zero) }

    mutating func form(_ form: inout some Form) {
        form.attribute(.sound, &movesSound)
        // The number is the content of the element, and counted in divisions.
        var time: Fraction? = value
        form.timeContent(&time)
        value = time ?? .zero
    }
}

extension Direction.Bracket: Formed {
    mutating func form(_ form: inout some Form) {
        form.attribute(.lineEnd, required: &lineEnd)
        form.attribute(.endLength, &endLength)
        line.form(&form)
    }
}

extension Direction.Pedal: Formed {
    init() { self.init(.start) }

    mutating func form(_ form: inout some Form) {
        form.attribute(.type, required: &action)
        form.attribute(.number, &number)
        form.attribute(.line, &hasLine)
        form.attribute(.sign, &hasSigns)
        form.attribute(.abbreviated, &isAbbreviated)
    }
}

/// A hairpin, whose kind is the type of its first end.
struct WedgeEnd: Formed {
    var edge = Edge()
    var wedge = Direction.Wedge()

    mutating func form(_ form: inout some Form) {
        var type = wedge.kind?.rawValue ?? edge.role.rawValue
        form.attribute(.type, required: &type)
        wedge.kind = Direction.Wedge.Kind(rawValue: type)
        edge.role = Edge.Role(rawValue: type) ?? .start
        form.attribute(.number, &edge.number)
        form.attribute(.spread, &wedge.spread)
        form.attribute(.niente, &wedge.isNiente)
        wedge.line.form(&form)
    }
}

/// An octave line, whose direction is the type of its first end.
struct OctaveShiftEnd: Formed {
    var edge = Edge()
    var shift = Direction.OctaveShift()

    mutating func form(_ form: inout some Form) {
        var type = shift.direction?.rawValue ?? edge.role.rawValue
        form.attribute(.type, required: &type)
        shift.direction = VerticalDirection(rawValue: type)
        edge.role = Edge.Role(rawValue: type) ?? .start
        form.attribute(.number, &edge.number)
        form.attribute(.size, &shift.size)
        shift.line.form(&form)
    }
}

/// A main or second voice.
struct PrincipalVoiceEnd: Formed {
    var edge = Edge()
    var symbol = "none"
    var text = ""

    mutating func form(_ form: inout some Form) {
        edge.form(&form)
        form.attribute(.symbol, required: &symbol)
        form.content(&text)
    }
}

extension HarpPedal: Formed {
    mutating func form(_ form: inout some Form) {
        form.text(.pedalStep, required: &step)
        form.text(.pedalAlter, required: &alter)
    }
}

/// The tuning of a string as `accord` has it.
struct Accord: Formed {
    var tuning = StringTuning()

    mutating func form(_ form: inout some Form) {
        form.attribute(.string, &tuning.number)
        tuning.form(&form)
    }
}

/// The tuning of a line as `staff-tuning` has it.
struct StaffTuning: Formed {
    var tuning = StringTuning()

    mutating func form(_ form: inout some Form) {
        form.attribute(.line, &tuning.number)
        tuning.form(&form)
    }
}

extension StringTuning {
    fileprivate mutating func form(_ form: inout some Form) {
        form.text(.tuningStep, required: &step)
        form.text(.tuningAlter, &alter)
        form.text(.tuningOctave, required: &octave)
    }
}

extension AccordionRegister: Formed {
    mutating func form(_ form: inout some Form) {
        form.presence(.accordionHigh, &hasHigh)
        form.text(.accordionMiddle, &middle)
        form.presence(.accordionLow, &hasLow)
    }
}

extension Percussion.Stick: Formed {
    mutating func form(_ form: inout some Form) {
        form.attribute(.tip, &tip)
        form.attribute(.parentheses, &hasParentheses)
        form.attribute(.dashedCircle, &hasDashedCircle)
        form.text(.stickType, required: &type)
        form.text(.stickMaterial, required: &material)
    }
}

/// Text with an attribute of its own, as several children of `percussion` have it.
struct AttributedText: Formed {
    var text = ""
    var glyph: String?
    var tip: String?

    mutating func form(_ form: inout some Form) {
        form.attribute(.smufl, &glyph)
        form.attribute(.tip, &tip)
        form.content(&text)
    }
}
