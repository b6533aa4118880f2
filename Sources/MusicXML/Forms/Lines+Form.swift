internal import ScoreModel

// What runs from place to place, and how its line is drawn.

extension Edge: Formed {
    init() { self.init(.start) }

    mutating func form(_ form: inout some Form) {
        form.attribute(.type, required: &role)
        form.attribute(.number, &number)
    }
}

extension LineStyle: Formed {
    mutating func form(_ form: inout some Form) {
        form.attribute(.lineShape, &shape)
        form.attribute(.lineType, &pattern)
        form.attribute(.lineLength, &length)
        form.attribute(.dashLength, &dashLength)
        form.attribute(.spaceLength, &spaceLength)
    }
}

extension Curve: Formed {
    mutating func form(_ form: inout some Form) {
        line.form(&form)
        form.attribute(.orientation, &orientation)
    }
}

extension BendSound: Formed {
    mutating func form(_ form: inout some Form) {
        form.attribute(.accelerate, &accelerates)
        form.attribute(.beats, &beats)
        form.attribute(.firstBeat, &firstBeat)
        form.attribute(.lastBeat, &lastBeat)
    }
}

extension Slide: Formed {
    mutating func form(_ form: inout some Form) {
        line.form(&form)
        sound.form(&form)
        form.content(&text)
    }
}

extension TrillSound: Formed {
    mutating func form(_ form: inout some Form) {
        form.attribute(.startNote, &startNote)
        form.attribute(.trillStep, &step)
        form.attribute(.twoNoteTurn, &turn)
        form.attribute(.accelerate, &accelerates)
        form.attribute(.beats, &beats)
        form.attribute(.secondBeat, &secondBeat)
        form.attribute(.lastBeat, &lastBeat)
    }
}

extension OtherNotation: Formed {
    mutating func form(_ form: inout some Form) {
        form.attribute(.printObject, &isPrinted)
        form.attribute(.smufl, &glyph)
        form.content(&text)
    }
}
