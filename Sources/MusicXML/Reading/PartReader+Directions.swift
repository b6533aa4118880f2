internal import ScoreModel

extension PartReader {
    /// A direction stands at the cursor.
    mutating func readDirection(_ element: Node) {
        var direction = Direction([])
        form.fill(&direction, at: element)
        var staff: Int?
        for child in document.children(of: element) {
            switch document.tag(of: child) {
            case .directionType: readSigns(child, into: &direction)
            case .offset: direction.offset = value(child)
            case .voice: direction.voice = document.string(of: child)
            case .staff: staff = document.content(of: child).integer
            case .sound: direction.sound = sound(child)
            case .listening: direction.listening = form.listening(child)
            default: break
            }
        }
        part.directions.append(timed(direction, at: cursor.position, staff: staff, element))
    }

    private mutating func readSigns(_ element: Node, into direction: inout Direction) {
        var signs: [Direction.Sign] = []
        for child in document.children(of: element) {
            guard let tag = document.tag(of: child) else { continue }
            if let sign = form.sign(tag, at: child) { signs.append(sign) } else { reportSenseless(child) }
        }
        if !signs.isEmpty { direction.signs.append(signs) }
    }

    /// What a `sound` says.
    mutating func sound(_ element: Node) -> Sound {
        let sound = form.filled(Sound(), element)
        if let value = document.value(.tempo, of: element), Tempo(quartersPerMinute: sound.tempo ?? .zero) == nil {
            report(
                "tempo-invalid", at: element, "\(String(decoding: value, as: UTF8.self)) is no tempo; it is passed over"
            )
        }
        return sound
    }

    // MARK: Bar lines

    mutating func readBarline(_ element: Node) {
        let barline = form.filled(Barline(location: .right), element)
        let onset = barline.location == .left ? .zero : cursor.position
        part.barlines.append(timed(barline, at: onset, element))
    }

    // MARK: Chord symbols

    mutating func readHarmony(_ element: Node) {
        guard let harmony = value(element, as: Harmony.self), !harmony.chords.isEmpty else { return }
        let staff = document.child(.staff, of: element).flatMap { document.content(of: $0).integer }
        let onset = max(cursor.position + (harmony.offset?.value ?? .zero), .zero)
        part.harmonies.append(timed(harmony, at: onset, staff: staff, element))
    }

    /// Figures that follow each other before a note share its time (XSD, element `figured-bass`).
    mutating func readFiguredBass(_ element: Node) {
        guard let bass = value(element, as: FiguredBass.self) else { return }
        part.figuredBasses.append(timed(bass, at: cursor.position + figured, element))
        figured = figured + max(bass.duration ?? .zero, .zero)
    }
}

extension Direction: Formed {
    init() { self.init([]) }

    /// The attributes; the children need a place in the part.
    mutating func form(_ form: inout some Form) {
        form.attribute(.placement, &placement)
        form.attribute(.directive, &isDirective)
        form.attribute(.system, &system)
    }
}
