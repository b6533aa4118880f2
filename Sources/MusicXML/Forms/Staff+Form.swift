internal import ScoreModel

// How staves and measures are drawn.

extension StaffDetails: Formed {
    mutating func form(_ form: inout some Form) {
        form.attribute(.showFrets, &fretStyle)
        form.attribute(.printObject, &isPrinted)
        form.attribute(.printSpacing, &printsSpacing)
        form.text(.staffType, &type)
        form.text(.staffLines, &lines)
        form.children(.lineDetail, &lineDetails)
        var tunings = tunings.map { StaffTuning(tuning: $0) }
        form.children(.staffTuning, &tunings)
        self.tunings = tunings.map(\.tuning)
        form.text(.capo, &capo)
        form.child(.staffSize, &size)
    }
}

extension StaffDetails.Line: Formed {
    mutating func form(_ form: inout some Form) {
        form.attribute(.line, required: &number)
        form.attribute(.lineType, &pattern)
        form.attribute(.printObject, &isPrinted)
    }
}

extension StaffDetails.Size: Formed {
    mutating func form(_ form: inout some Form) {
        form.attribute(.scaling, &scaling)
        form.content(&percent)
    }
}

extension ReadingForm {
    /// How measures are written from here on; nil when an element says nothing that makes sense.
    mutating func measureStyle(_ element: Node) -> MeasureStyle? {
        for child in document.children(of: element) {
            let role = document.value(.type, of: child).flatMap { Edge.Role(lexical: $0) }
            let facts = filled(StyleFacts(), child)
            switch (document.tag(of: child), role) {
            case (.multipleRest, _):
                guard let measures = document.content(of: child).integer else { return nil }
                return .multipleRest(measures: measures, usesSymbols: facts.usesSymbols)
            case (.measureRepeat, let role?):
                return .measureRepeat(role, measures: document.content(of: child).integer, slashes: facts.slashes)
            case (.beatRepeat, let role?):
                return .beatRepeat(role, slashes: facts.slashes, usesDots: facts.usesDots, facts.slash)
            case (.slash, let role?):
                return .slash(role, usesDots: facts.usesDots, usesStems: facts.usesStems, facts.slash)
            default: break
            }
        }
        return nil
    }
}

extension WritingForm {
    /// A child of `measure-style`.
    mutating func write(_ style: MeasureStyle) {
        var facts = StyleFacts()
        switch style {
        case .multipleRest(let measures, let usesSymbols):
            facts.usesSymbols = usesSymbols
            write(.multipleRest, nil, facts, number: measures)
        case .measureRepeat(let role, let measures, let slashes):
            facts.slashes = slashes
            write(.measureRepeat, role, facts, number: measures)
        case .beatRepeat(let role, let slashes, let usesDots, let slash):
            (facts.slashes, facts.usesDots, facts.slash) = (slashes, usesDots, slash)
            write(.beatRepeat, role, facts)
        case .slash(let role, let usesDots, let usesStems, let slash):
            (facts.usesDots, facts.usesStems, facts.slash) = (usesDots, usesStems, slash)
            write(.slash, role, facts)
        }
    }

    private mutating func write(_ name: Tag, _ role: Edge.Role?, _ facts: StyleFacts, number: Int? = nil) {
        output.open(name)
        if let role { output.attribute(.type, role.rawValue) }
        inner(facts)
        if let number { output.content { $0.number(number) } }
        output.close(name)
    }
}

/// What the measure styles have between them.
private struct StyleFacts: Formed {
    var usesSymbols: Bool?
    var slashes: Int?
    var usesDots: Bool?
    var usesStems: Bool?
    var slash = MeasureStyle.Slash()

    mutating func form(_ form: inout some Form) {
        form.attribute(.useSymbols, &usesSymbols)
        form.attribute(.slashes, &slashes)
        form.attribute(.useDots, &usesDots)
        form.attribute(.useStems, &usesStems)
        form.noteValue(.slashType, dot: .slashDot, &slash.value)
        form.texts(.exceptVoice, &slash.exceptVoices)
    }
}

extension Print: Formed {
    mutating func form(_ form: inout some Form) {
        form.attribute(.newSystem, &newSystem)
        form.attribute(.newPage, &newPage)
        form.attribute(.blankPage, &blankPages)
        form.attribute(.pageNumber, &pageNumber)
        form.text(.measureNumbering, &measureNumbering)
        form.child(.partNameDisplay, &name)
        form.child(.partAbbreviationDisplay, &abbreviation)
    }
}

extension NameDisplay: Formed {
    mutating func form(_ form: inout some Form) {
        form.attribute(.printObject, &isPrinted)
        form.styledTexts(&pieces)
    }
}

extension ReadingForm {
    /// Pieces of text and accidentals, in order.
    func styledTexts(_ values: inout [StyledText]) { values = styledTexts(in: current) }

    func styledTexts(in element: Node) -> [StyledText] {
        document.children(of: element).compactMap { child in
            switch document.tag(of: child) {
            case .displayText: .text(document.text(of: child))
            case .accidentalText: .accidental(document.string(of: child), glyph: document.string(.smufl, of: child))
            default: nil
            }
        }
    }
}

extension WritingForm {
    mutating func styledTexts(_ values: inout [StyledText]) {
        for value in values {
            switch value {
            case .text(let text): output.leaf(.displayText, text)
            case .accidental(let name, let glyph):
                output.open(.accidentalText)
                if let glyph { output.attribute(.smufl, glyph) }
                output.content { $0.text(name) }
                output.close(.accidentalText)
            }
        }
    }
}

extension Grouping: Formed {
    mutating func form(_ form: inout some Form) {
        form.attribute(.type, required: &role)
        form.attribute(.number, &number)
        form.attribute(.memberOf, &memberOf)
        form.children(.feature, &features)
    }
}

extension Grouping.Feature: Formed {
    mutating func form(_ form: inout some Form) {
        form.attribute(.type, &type)
        form.content(&text)
    }
}

extension Link: Formed {
    init() { self.init("") }

    mutating func form(_ form: inout some Form) {
        form.attribute(.xlinkHref, required: &address)
        form.attribute(.xlinkTitle, &title)
        form.attribute(.name, &name)
    }
}
