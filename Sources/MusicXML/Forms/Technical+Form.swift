internal import ScoreModel

extension Technical: Formed {
    init() { self.init(.other) }

    mutating func form(_ form: inout some Form) {
        switch kind {
        case .harmonic:
            formDetail(&form, Harmonic(), { .harmonic($0) }) {
                if case .harmonic(let value) = $0 { value } else { nil }
            }
        case .bend: formDetail(&form, Bend(), { .bend($0) }) { if case .bend(let value) = $0 { value } else { nil } }
        case .hole: formDetail(&form, Hole(), { .hole($0) }) { if case .hole(let value) = $0 { value } else { nil } }
        case .arrow:
            form.attribute(.smufl, &glyph)
            formDetail(&form, Arrow(), { .arrow($0) }) { if case .arrow(let value) = $0 { value } else { nil } }
        case .harmonMute:
            var closed: HarmonClosed? = HarmonClosed(detail)
            form.child(.harmonClosed, &closed)
            detail = (closed ?? HarmonClosed()).detail
        case .hammerOn, .pullOff:
            var edge = edge ?? Edge()
            edge.form(&form)
            self.edge = edge
            form.content(&text)
        case .fingering:
            form.attribute(.substitution, &isSubstitution)
            form.attribute(.alternate, &isAlternate)
            form.content(&text)
        case .heel, .toe: form.attribute(.substitution, &isSubstitution)
        case .tap:
            form.attribute(.hand, &hand)
            form.content(&text)
        case .pluck, .fret, .string, .handbell: form.content(&text)
        case .stopped, .open, .halfMuted: form.attribute(.smufl, &glyph)
        case .other:
            form.attribute(.smufl, &glyph)
            form.content(&text)
        default: break
        }
    }

    private mutating func formDetail<Value: Formed>(
        _ form: inout some Form, _ empty: Value, _ wrapped: (Value) -> Detail, _ unwrapped: (Detail) -> Value?
    ) {
        var value = detail.flatMap(unwrapped) ?? empty
        value.form(&form)
        detail = wrapped(value)
    }
}

extension Technical.Harmonic: Formed {
    mutating func form(_ form: inout some Form) {
        form.attribute(.printObject, &isPrinted)
        var (natural, artificial) = (isNatural == true, isNatural == false)
        form.presence(.natural, &natural)
        form.presence(.artificial, &artificial)
        isNatural = natural ? true : artificial ? false : nil
        for tag in [Tag.basePitch, .touchingPitch, .soundingPitch] {
            var isGiven = pitch == tag.name
            form.presence(tag, &isGiven)
            if isGiven { pitch = tag.name }
        }
    }
}

extension Technical.Bend: Formed {
    mutating func form(_ form: inout some Form) {
        form.attribute(.shape, &shape)
        sound.form(&form)
        form.text(.bendAlter, required: &alter)
        form.presence(.preBend, &isPreBend)
        var release = isRelease ? Release(offset: releaseOffset) : nil
        form.child(.release, &release)
        (isRelease, releaseOffset) = (release != nil, release?.offset)
        var bar = bar.map { PlacedText(text: $0, placement: barPlacement) }
        form.child(.withBar, &bar)
        (self.bar, barPlacement) = (bar?.text, bar?.placement)
    }

    private struct Release: Formed {
        var offset: Fraction?

        init() {}
        init(offset: Fraction?) { self.offset = offset }

        mutating func form(_ form: inout some Form) { form.time(attribute: .offset, &offset) }
    }
}

extension Technical.Hole: Formed {
    mutating func form(_ form: inout some Form) {
        form.text(.holeType, &type)
        var closed: Closed? = Closed(value: closed, location: location)
        form.child(.holeClosed, &closed)
        (self.closed, location) = (closed?.value ?? "no", closed?.location)
        form.text(.holeShape, &shape)
    }

    private struct Closed: Formed {
        var value = "no"
        var location: String?

        init() {}
        init(value: String, location: String?) { (self.value, self.location) = (value, location) }

        mutating func form(_ form: inout some Form) {
            form.attribute(.location, &location)
            form.content(&value)
        }
    }
}

extension Technical.Arrow: Formed {
    mutating func form(_ form: inout some Form) {
        form.text(.arrowDirection, &direction)
        form.text(.arrowStyle, &style)
        form.presence(.arrowhead, &hasHead)
        form.text(.circularArrow, &circular)
    }
}

/// How far a harmon mute is closed.
private struct HarmonClosed: Formed {
    var value = "no"
    var location: String?

    init() {}

    init(_ detail: Technical.Detail?) {
        if case .harmonMute(let closed, let location) = detail { (value, self.location) = (closed, location) }
    }

    var detail: Technical.Detail { .harmonMute(closed: value, location: location) }

    mutating func form(_ form: inout some Form) {
        form.attribute(.location, &location)
        form.content(&value)
    }
}

/// Text and the side of the staff that it stands on.
struct PlacedText: Formed {
    var text = ""
    var placement: Placement?

    init() {}
    init(text: String, placement: Placement?) { (self.text, self.placement) = (text, placement) }

    mutating func form(_ form: inout some Form) {
        form.attribute(.placement, &placement)
        form.content(&text)
    }
}
