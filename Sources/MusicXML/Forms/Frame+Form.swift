internal import ScoreModel

extension Frame: Formed {
    mutating func form(_ form: inout some Form) {
        form.attribute(.unplayed, &unplayed)
        form.text(.frameStrings, required: &strings)
        form.text(.frameFrets, required: &frets)
        form.child(.firstFret, &firstFret)
        form.children(.frameNote, &notes)
    }
}

extension Frame.FirstFret: Formed {
    mutating func form(_ form: inout some Form) {
        form.attribute(.text, &text)
        form.attribute(.location, &location)
        form.content(&number)
    }
}

extension Frame.Note: Formed {
    mutating func form(_ form: inout some Form) {
        form.text(.string, required: &string)
        form.text(.fret, required: &fret)
        form.child(.fingering, &fingering)
        var end = barre.map { Barre(role: $0) }
        form.child(.barre, &end)
        barre = end?.role
    }

    private struct Barre: Formed {
        var role = Edge.Role.start

        init() {}
        init(role: Edge.Role) { self.role = role }

        mutating func form(_ form: inout some Form) { form.attribute(.type, required: &role) }
    }
}

extension Frame.Fingering: Formed {
    mutating func form(_ form: inout some Form) {
        form.attribute(.substitution, &isSubstitution)
        form.attribute(.alternate, &isAlternate)
        form.content(&text)
    }
}

extension FiguredBass: Formed {
    mutating func form(_ form: inout some Form) {
        form.attribute(.placement, &placement)
        form.attribute(.printObject, &isPrinted)
        form.attribute(.parentheses, &hasParentheses)
        form.children(.figure, &figures)
        form.time(.duration, &duration)
    }
}

extension FiguredBass.Figure: Formed {
    mutating func form(_ form: inout some Form) {
        form.text(.prefix, &prefix)
        form.text(.figureNumber, &number)
        form.text(.suffix, &suffix)
        form.child(.extend, &`extension`)
    }
}

extension Lyric.Extension: Formed {
    init() { self.init(role: nil) }

    mutating func form(_ form: inout some Form) { form.attribute(.type, &role) }
}
