internal import ScoreModel

extension Harmony.Tone {
    /// A root or a bass, whose children have names of their own.
    fileprivate mutating func form(_ form: inout some Form, step stepTag: Tag, alter alterTag: Tag) {
        var named = TextedStep(step: step, text: text)
        form.child(stepTag, required: &named)
        (step, text) = (named.step, named.text)
        var altered = alter.map { HarmonyAlter(alter: $0, isPrinted: printsAlter, side: alterSide) }
        form.child(alterTag, &altered)
        (alter, printsAlter, alterSide) = (altered?.alter, altered?.isPrinted, altered?.side)
    }
}

/// A step and how it is printed.
private struct TextedStep: Formed {
    var step = Pitch.Step.c
    var text: String?

    init() {}
    init(step: Pitch.Step, text: String?) { (self.step, self.text) = (step, text) }

    mutating func form(_ form: inout some Form) {
        form.attribute(.text, &text)
        form.content(&step)
    }
}

/// An alteration within a chord symbol.
private struct HarmonyAlter: Formed {
    var alter = Semitones.zero
    var isPrinted: Bool?
    var side: String?

    init() {}
    init(alter: Semitones, isPrinted: Bool?, side: String?) {
        (self.alter, self.isPrinted, self.side) = (alter, isPrinted, side)
    }

    mutating func form(_ form: inout some Form) {
        form.attribute(.printObject, &isPrinted)
        form.attribute(.location, &side)
        form.content(&alter)
    }
}

private struct Root: Formed {
    var tone = Harmony.Tone(step: .c)

    init() {}
    init(tone: Harmony.Tone) { self.tone = tone }

    mutating func form(_ form: inout some Form) { tone.form(&form, step: .rootStep, alter: .rootAlter) }
}

extension Harmony.Bass: Formed {
    init() { self.init(Harmony.Tone(step: .c)) }

    mutating func form(_ form: inout some Form) {
        form.attribute(.arrangement, &arrangement)
        form.text(.bassSeparator, &separator)
        tone.form(&form, step: .bassStep, alter: .bassAlter)
    }
}

extension Harmony.Numeral: Formed {
    init() { self.init(root: 1) }

    mutating func form(_ form: inout some Form) {
        var root = TextedNumber(number: root, text: text)
        form.child(.numeralRoot, required: &root)
        (self.root, text) = (root.number, root.text)
        var altered = alter.map { HarmonyAlter(alter: $0, isPrinted: printsAlter, side: alterSide) }
        form.child(.numeralAlter, &altered)
        (alter, printsAlter, alterSide) = (altered?.alter, altered?.isPrinted, altered?.side)
        form.child(.numeralKey, &key)
    }
}

extension Harmony.NumeralKey: Formed {
    init() { self.init(fifths: 0, mode: "major") }

    mutating func form(_ form: inout some Form) {
        form.attribute(.printObject, &isPrinted)
        form.text(.numeralFifths, required: &fifths)
        form.text(.numeralMode, required: &mode)
    }
}

/// A number and how it is printed.
private struct TextedNumber: Formed {
    var number = 0
    var text: String?

    init() {}
    init(number: Int, text: String?) { (self.number, self.text) = (number, text) }

    mutating func form(_ form: inout some Form) {
        form.attribute(.text, &text)
        form.content(&number)
    }
}

/// The kind of a chord.
private struct Kind: Formed {
    var name = ""
    var printing = Harmony.KindPrinting()

    mutating func form(_ form: inout some Form) {
        form.attribute(.useSymbols, &printing.usesSymbols)
        form.attribute(.text, &printing.text)
        form.attribute(.stackDegrees, &printing.stacksDegrees)
        form.attribute(.parenthesesDegrees, &printing.parenthesizesDegrees)
        form.attribute(.bracketDegrees, &printing.bracketsDegrees)
        form.content(&name)
    }
}

extension Harmony.Degree: Formed {
    init() { self.init(value: 1) }

    mutating func form(_ form: inout some Form) {
        form.attribute(.printObject, &isPrinted)
        var degree = Value(number: value, symbol: symbol, text: text)
        form.child(.degreeValue, required: &degree)
        (value, symbol, text) = (degree.number, degree.symbol, degree.text)
        var altered: Alter? = Alter(alter: alter, usesPlusMinus: usesPlusMinus)
        form.child(.degreeAlter, &altered)
        (alter, usesPlusMinus) = (altered?.alter ?? .zero, altered?.usesPlusMinus)
        var changed: Changed? = Changed(change: change, text: changeText)
        form.child(.degreeType, &changed)
        (change, changeText) = (changed?.change ?? .add, changed?.text)
    }

    private struct Value: Formed {
        var number = 1
        var symbol: String?
        var text: String?

        init() {}
        init(number: Int, symbol: String?, text: String?) {
            (self.number, self.symbol, self.text) = (number, symbol, text)
        }

        mutating func form(_ form: inout some Form) {
            form.attribute(.symbol, &symbol)
            form.attribute(.text, &text)
            form.content(&number)
        }
    }

    private struct Alter: Formed {
        var alter = Semitones.zero
        var usesPlusMinus: Bool?

        init() {}
        init(alter: Semitones, usesPlusMinus: Bool?) { (self.alter, self.usesPlusMinus) = (alter, usesPlusMinus) }

        mutating func form(_ form: inout some Form) {
            form.attribute(.plusMinus, &usesPlusMinus)
            form.content(&alter)
        }
    }

    private struct Changed: Formed {
        var change = Harmony.Degree.Change.add
        var text: String?

        init() {}
        init(change: Harmony.Degree.Change, text: String?) { (self.change, self.text) = (change, text) }

        mutating func form(_ form: inout some Form) {
            form.attribute(.text, &text)
            form.content(&change)
        }
    }
}

extension Harmony: Formed {
    init() { self.init([]) }

    mutating func form(_ form: inout some Form) {
        form.attribute(.type, &type)
        form.attribute(.printObject, &isPrinted)
        form.attribute(.printFrame, &printsFrame)
        form.attribute(.arrangement, &arrangement)
        form.attribute(.placement, &placement)
        form.attribute(.system, &system)
        form.chords(&chords)
        form.child(.frame, &frame)
        form.child(.offset, &offset)
    }
}

extension ReadingForm {
    /// The chords of a `harmony`, each begun by its root, numeral or function.
    mutating func chords(_ values: inout [Harmony.Chord]) {
        for child in document.children(of: current) {
            if let base = base(child) {
                values.append(Harmony.Chord(base: base, kind: "none"))
            } else if !values.isEmpty {
                readPiece(child, into: &values[values.count - 1])
            }
        }
    }

    private mutating func base(_ element: Node) -> Harmony.Base? {
        switch document.tag(of: element) {
        case .root: read(Root.self, at: element).map { .root($0.tone) }
        case .numeral: read(at: element).map { .numeral($0) }
        case .function: .function(document.text(of: element))
        default: nil
        }
    }

    private mutating func readPiece(_ element: Node, into chord: inout Harmony.Chord) {
        switch document.tag(of: element) {
        case .kind:
            let kind = filled(Kind(), element)
            (chord.kind, chord.printing) = (kind.name, kind.printing)
        case .inversion:
            let inversion = read(TextedNumber.self, at: element)
            (chord.inversion, chord.inversionText) = (inversion?.number, inversion?.text)
        case .bass: chord.bass = read(at: element)
        case .degree: if let degree = read(Harmony.Degree.self, at: element) { chord.degrees.append(degree) }
        default: break
        }
    }
}

extension WritingForm {
    mutating func chords(_ values: inout [Harmony.Chord]) {
        for chord in values {
            switch chord.base {
            case .root(let tone): write(.root, Root(tone: tone))
            case .numeral(let numeral): write(.numeral, numeral)
            case .function(let text): output.leaf(.function, text)
            }
            write(.kind, Kind(name: chord.kind, printing: chord.printing))
            if let inversion = chord.inversion {
                write(.inversion, TextedNumber(number: inversion, text: chord.inversionText))
            }
            if let bass = chord.bass { write(.bass, bass) }
            for degree in chord.degrees { write(.degree, degree) }
        }
    }
}
