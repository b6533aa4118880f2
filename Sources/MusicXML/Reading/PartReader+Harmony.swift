internal import ScoreModel

extension PartReader {
    /// A `harmony` may hold several chords, each begun by its root, numeral or function.
    mutating func readHarmony(_ element: Node) {
        let staff = document.child(.staff, of: element).flatMap { document.content(of: $0).integer }
        let offset = document.child(.offset, of: element).flatMap { document.content(of: $0).decimal } ?? .zero
        let onset = max(cursor.position + offset / divisions, .zero)
        var harmony: Harmony?
        for child in document.children(of: element) {
            if let base = base(child) {
                if let harmony { part.harmonies.append(timed(harmony, at: onset, staff: staff, element)) }
                harmony = Harmony(base: base, kind: "none")
            } else {
                readPiece(child, into: &harmony)
            }
        }
        if let harmony { part.harmonies.append(timed(harmony, at: onset, staff: staff, element)) }
    }

    private func base(_ element: Node) -> Harmony.Base? {
        switch document.tag(of: element) {
        case .root: tone(element, .rootStep, .rootAlter).map { .root($0) }
        case .numeral: .numeral(document.string(.numeralRoot, in: element) ?? "")
        case .function: .function(document.string(of: element))
        default: nil
        }
    }

    private func readPiece(_ element: Node, into harmony: inout Harmony?) {
        switch document.tag(of: element) {
        case .kind:
            harmony?.kind = document.string(of: element)
            harmony?.text = document.string(.text, of: element)
        case .inversion: harmony?.inversion = document.content(of: element).integer
        case .bass: harmony?.bass = tone(element, .bassStep, .bassAlter)
        case .degree:
            guard let value = document.child(.degreeValue, of: element).flatMap({ document.content(of: $0).integer })
            else {
                break
            }
            let alter =
                document.child(.degreeAlter, of: element).flatMap { document.content(of: $0).semitones } ?? .zero
            let change =
                document.string(.degreeType, in: element).flatMap { Harmony.Degree.Change(rawValue: $0) } ?? .add
            harmony?.degrees.append(.init(value: value, alter: alter, change: change))
        default: break
        }
    }

    private func tone(_ element: Node, _ step: Tag, _ alter: Tag) -> Harmony.Tone? {
        guard let step = document.child(step, of: element).flatMap({ Pitch.Step(token: document.content(of: $0)) })
        else {
            return nil
        }
        let alter = document.child(alter, of: element).flatMap { document.content(of: $0).semitones } ?? .zero
        return Harmony.Tone(step: step, alter: alter)
    }
}
