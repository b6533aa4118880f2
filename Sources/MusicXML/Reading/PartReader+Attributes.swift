internal import ScoreModel

extension PartReader {
    /// Attributes take effect at the cursor, which may stand before notes that are already read; only divisions go by the order
    /// of the file.
    mutating func readAttributes(_ element: Node) {
        for child in document.children(of: element) {
            let staff = document.value(.number, of: child)?.integer
            switch document.tag(of: child) {
            case .divisions: readDivisions(child)
            case .key:
                if let key = key(child) { part.keys.append(timed(key, at: cursor.position, staff: staff, child)) }
            case .time: readTime(child, staff: staff)
            case .staves: part.staves = max(part.staves, min(document.content(of: child).integer ?? 1, 255))
            case .clef:
                if let clef = clef(child) { part.clefs.append(timed(clef, at: cursor.position, staff: staff, child)) }
            case .transpose:
                part.transpositions.append(timed(transposition(child), at: cursor.position, staff: staff, child))
            default: break
            }
        }
    }

    private mutating func readDivisions(_ element: Node) {
        guard let value = document.content(of: element).decimal, value > .zero else {
            report(
                "divisions-invalid", at: element,
                "\(document.string(of: element)) is no number of divisions; the \(divisions) in force stay")
            return
        }
        divisions = value
    }

    private func key(_ element: Node) -> Key? {
        if let fifths = document.child(.fifths, of: element).flatMap({ document.content(of: $0).integer }) {
            return .traditional(fifths: fifths, mode: document.string(.mode, in: element))
        }
        var alterations: [Key.Alteration] = []
        var step: Pitch.Step?
        for child in document.children(of: element) {
            switch document.tag(of: child) {
            case .keyStep: step = Pitch.Step(token: document.content(of: child))
            case .keyAlter:
                if let step, let alter = document.content(of: child).semitones {
                    alterations.append(.init(step: step, alter: alter))
                }
            default: break
            }
        }
        return alterations.isEmpty ? nil : .alterations(alterations)
    }

    private mutating func readTime(_ element: Node, staff: Int?) {
        guard let meter = meter(element) else {
            report("time-invalid", at: element, "this time signature makes no sense; the one in force stays")
            return
        }
        part.meters.append(timed(meter, at: cursor.position, staff: staff, element))
        meterLength = meter.length
    }

    private func meter(_ element: Node) -> Meter? {
        if document.child(.senzaMisura, of: element) != nil { return .senzaMisura }
        var components: [Meter.Component] = []
        var beats: [Int]?
        for child in document.children(of: element) {
            let content = document.content(of: child)
            switch document.tag(of: child) {
            case .beats:
                let groups = content.split(separator: UInt8(ascii: "+")).map(\.trimmed.integer)
                beats = groups.contains(nil) ? nil : groups.compactMap { $0 }
            case .beatType:
                guard let numbers = beats, let type = content.integer,
                    let component = Meter.Component(beats: numbers, beatType: type)
                else { return nil }
                components.append(component)
            default: break
            }
        }
        return components.isEmpty ? nil : Meter(components, symbol: document.string(.symbol, of: element))
    }

    private func clef(_ element: Node) -> Clef? {
        guard let sign = document.string(.sign, in: element).flatMap({ Clef.Sign(rawValue: $0) }) else { return nil }
        return Clef(
            sign, line: document.child(.line, of: element).flatMap { document.content(of: $0).integer },
            octaveChange: document.child(.clefOctaveChange, of: element).flatMap { document.content(of: $0).integer }
                ?? 0)
    }

    private func transposition(_ element: Node) -> Transposition {
        var transposition = Transposition(chromatic: .zero)
        for child in document.children(of: element) {
            // No instrument transposes by more than this; the limits keep arithmetic within bounds.
            let number = document.content(of: child).integer.map { min(max($0, -1000), 1000) }
            switch document.tag(of: child) {
            case .diatonic: transposition.diatonic = number
            case .chromatic: transposition.chromatic = document.content(of: child).semitones ?? .zero
            case .octaveChange: transposition.octaveChange = number ?? 0
            case .double:
                let isAbove = document.value(.above, of: child)?.reads("yes") ?? false
                transposition.doubling = isAbove ? .above : .below
            default: break
            }
        }
        return transposition
    }
}
