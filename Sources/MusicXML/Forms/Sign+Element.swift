internal import ScoreModel

extension ReadingForm {
    /// The sign that a child of `direction-type` means; nil for elements that are none.
    mutating func sign(_ tag: Tag, at element: Node) -> Direction.Sign? {
        switch tag {
        case .rehearsal: return .rehearsal(document.text(of: element))
        case .words: return .words(document.text(of: element))
        case .symbol: return .symbol(document.string(of: element))
        case .segno: return .segno(glyph: document.string(.smufl, of: element))
        case .coda: return .coda(glyph: document.string(.smufl, of: element))
        case .wedge: return read(WedgeEnd.self, at: element).map { .wedge($0.edge, $0.wedge) }
        case .dynamics:
            let placement = document.value(.placement, of: element).flatMap { Placement(lexical: $0) }
            return .dynamics(dynamics(element), placement: placement)
        case .dashes: return edge(element).map { .dashes($0, filled(LineStyle(), element)) }
        case .bracket:
            guard let bracket = read(Direction.Bracket.self, at: element) else { return nil }
            return edge(element).map { .bracket($0, bracket) }
        case .pedal: return read(at: element).map { .pedal($0) }
        case .metronome: return metronome(element).map { .metronome($0) }
        case .octaveShift: return read(OctaveShiftEnd.self, at: element).map { .octaveShift($0.edge, $0.shift) }
        case .harpPedals: return .harpPedals(list(HarpPedal.self, .pedalTuning, in: element))
        case .damp: return .damp
        case .dampAll: return .dampAll
        case .eyeglasses: return .eyeglasses
        case .stringMute:
            return document.string(.type, of: element).map { .stringMute(isOn: $0 == "on") }
        case .scordatura: return .scordatura(list(Accord.self, .accord, in: element).map(\.tuning))
        case .image:
            guard let source = document.string(.source, of: element), let type = document.string(.type, of: element)
            else { return nil }
            return .image(source: source, type: type)
        case .principalVoice:
            return read(PrincipalVoiceEnd.self, at: element).map {
                .principalVoice($0.edge, symbol: $0.symbol, text: $0.text)
            }
        case .percussion: return percussion(element).map { .percussion(Percussion($0)) }
        case .accordionRegistration: return .accordion(filled(AccordionRegister(), element))
        case .staffDivide: return document.string(.type, of: element).map { .staffDivide($0) }
        case .otherDirection: return .other(filled(OtherNotation(), element))
        default: return nil
        }
    }

    func list<Value: Formed>(_ type: Value.Type, _ name: Tag, in element: Node) -> [Value] {
        var form = self
        return document.children(of: element).compactMap { child in
            document.tag(of: child) == name ? form.read(Value.self, at: child) : nil
        }
    }

    private mutating func percussion(_ element: Node) -> Percussion.Content? {
        for child in document.children(of: element) {
            guard let tag = document.tag(of: child) else { continue }
            let text = filled(AttributedText(), child)
            switch tag {
            case .timpani: return .timpani(glyph: text.glyph)
            case .beater: return .beater(text.text, tip: text.tip)
            case .stick: return read(at: child).map { .stick($0) }
            case .stickLocation: return .stickLocation(text.text)
            case .otherPercussion: return .other(text.text, glyph: text.glyph)
            default:
                if let family = Percussion.Family.named[tag] {
                    return .instrument(family, text.text, glyph: text.glyph)
                }
            }
        }
        return nil
    }
}

extension WritingForm {
    /// A sign as a child of `direction-type`.
    mutating func write(_ sign: Direction.Sign) {
        switch sign {
        case .rehearsal(let text): output.leaf(.rehearsal, text)
        case .words(let text): output.leaf(.words, text)
        case .symbol(let glyph): output.leaf(.symbol, glyph)
        case .segno(let glyph): writeGlyph(.segno, glyph)
        case .coda(let glyph): writeGlyph(.coda, glyph)
        case .wedge(let edge, let wedge): write(.wedge, WedgeEnd(edge: edge, wedge: wedge))
        case .dynamics(let marks, let placement):
            output.open(.dynamics)
            if let placement { output.attribute(.placement) { placement.write(to: &$0) } }
            write(marks)
            output.close(.dynamics)
        case .dashes(let edge, let line): write(.dashes, edge, line)
        case .bracket(let edge, let bracket): write(.bracket, edge, bracket)
        case .pedal(let pedal): write(.pedal, pedal)
        case .metronome(let metronome): write(metronome)
        case .octaveShift(let edge, let shift): write(.octaveShift, OctaveShiftEnd(edge: edge, shift: shift))
        case .harpPedals(let pedals): writeList(.harpPedals, .pedalTuning, pedals)
        case .damp: output.empty(.damp)
        case .dampAll: output.empty(.dampAll)
        case .eyeglasses: output.empty(.eyeglasses)
        case .stringMute(let isOn): writeTyped(.stringMute, isOn ? "on" : "off")
        case .scordatura(let strings): writeList(.scordatura, .accord, strings.map { Accord(tuning: $0) })
        case .image(let source, let type):
            output.open(.image)
            output.attribute(.source, source)
            output.attribute(.type, type)
            output.close(.image)
        case .principalVoice(let edge, let symbol, let text):
            write(.principalVoice, PrincipalVoiceEnd(edge: edge, symbol: symbol, text: text))
        case .percussion(let percussion): write(percussion)
        case .accordion(let register): write(.accordionRegistration, register)
        case .staffDivide(let type): writeTyped(.staffDivide, type)
        case .other(let other): write(.otherDirection, other)
        }
    }

    private mutating func write(_ name: Tag, _ edge: Edge, _ value: some Formed) {
        output.open(name)
        inner(edge)
        inner(value)
        output.close(name)
    }

    mutating func writeGlyph(_ name: Tag, _ glyph: String?) {
        output.open(name)
        if let glyph { output.attribute(.smufl, glyph) }
        output.close(name)
    }

    private mutating func writeTyped(_ name: Tag, _ type: String) {
        output.open(name)
        output.attribute(.type, type)
        output.close(name)
    }

    mutating func writeList(_ name: Tag, _ item: Tag, _ values: [some Formed]) {
        output.open(name)
        for value in values { write(item, value) }
        output.close(name)
    }

    private mutating func write(_ percussion: Percussion) {
        output.open(.percussion)
        switch percussion.content {
        case .instrument(let family, let name, let glyph):
            write(family.tag, AttributedText(text: name, glyph: glyph))
        case .timpani(let glyph): write(.timpani, AttributedText(glyph: glyph))
        case .beater(let name, let tip): write(.beater, AttributedText(text: name, tip: tip))
        case .stick(let stick): write(.stick, stick)
        case .stickLocation(let place): output.leaf(.stickLocation, place)
        case .other(let text, let glyph): write(.otherPercussion, AttributedText(text: text, glyph: glyph))
        }
        output.close(.percussion)
    }
}

extension Direction.Sign {
    /// The element.
    var tag: Tag {
        switch self {
        case .rehearsal: .rehearsal
        case .segno: .segno
        case .coda: .coda
        case .words: .words
        case .symbol: .symbol
        case .wedge: .wedge
        case .dynamics: .dynamics
        case .dashes: .dashes
        case .bracket: .bracket
        case .pedal: .pedal
        case .metronome: .metronome
        case .octaveShift: .octaveShift
        case .harpPedals: .harpPedals
        case .damp: .damp
        case .dampAll: .dampAll
        case .eyeglasses: .eyeglasses
        case .stringMute: .stringMute
        case .scordatura: .scordatura
        case .image: .image
        case .principalVoice: .principalVoice
        case .percussion: .percussion
        case .accordion: .accordionRegistration
        case .staffDivide: .staffDivide
        case .other: .otherDirection
        }
    }
}
