internal import ScoreModel

// What of a score a MIDI file does not hold, by the names that reports show. What is not played the performance has told.

extension Score {
    /// What the file of a performance does not hold: what is not played, and what is only seen.
    func losses(of performance: Performance, style: Performance.Style, isExact: Bool) -> [Loss] {
        var losses = LossCounter(self)
        if !isExact { losses.add("exact-time", part: nil, measure: nil) }
        for _ in pageTexts { losses.add("credit", part: nil, measure: nil) }
        for _ in groups { losses.add("part-group", part: nil, measure: nil) }
        for meter in meters where meter.value.metaEvent == nil {
            losses.add("time", part: nil, measure: meter.measure)
        }
        let unheard = keyPart?.keys.filter { $0.value.metaEvent == nil } ?? parts.flatMap(\.keys)
        for key in unheard { losses.add("key", part: nil, measure: key.measure) }
        for (index, part) in parts.enumerated() {
            for (kind, measures) in part.unheard(performance.passages, style) {
                for measure in measures { losses.add(kind, part: index, measure: measure) }
            }
        }
        return performance.losses + losses.list
    }
}

extension Part {
    /// The measures of everything that is not heard, by the name under which it is lost.
    fileprivate func unheard(
        _ passages: [Performance.Passage], _ style: Performance.Style
    ) -> [(kind: String, measures: [Int])] {
        let signs = directions.flatMap { direction in
            direction.value.signs.joined().compactMap { sign in
                sign.lossKind(style).map { (kind: $0, measures: [direction.measure]) }
            }
        }
        let spoken =
            directions.flatMap { direction in
                (direction.value.sound?.lossKinds ?? []).map { (kind: $0, measures: [direction.measure]) }
            } + sounds.flatMap { sound in sound.value.lossKinds.map { (kind: $0, measures: [sound.measure]) } }
        let marked = marks.compactMap { mark in
            mark.lossKind.map { (kind: $0, measures: [Int(notes[mark.note].measure)]) }
        }
        return [
            ("cue", notes.filter { $0.traits.contains(.cue) }.map { Int($0.measure) }),
            ("lyric", SungText(self, passages).unsung().map { Int(notes[$0].measure) }),
        ] + marked + signs + spoken + [
            ("harmony", harmonies.map(\.measure)), ("figured-bass", figuredBasses.map(\.measure)),
            ("clef", clefs.map(\.measure)), ("part-view", views.map(\.measure)),
            ("staff-details", staffDetails.map(\.measure)), ("measure-style", measureStyles.map(\.measure)),
            ("part-symbol", symbols.map(\.measure)), ("directive", directives.map(\.measure)),
            ("print", prints.map(\.measure)), ("listening", listenings.map(\.measure)),
            ("grouping", groupings.map(\.measure)), ("link", addresses.map(\.measure)),
            ("beam", notes.filter { $0.beams[1] == .begin }.map { Int($0.measure) }),
            ("notehead", noteDetails.filter { $0.value.notehead != nil }.map { Int(notes[$0.note].measure) }),
            ("play", noteDetails.filter { $0.value.play != nil }.map { Int(notes[$0.note].measure) }),
            ("accidental", notes.filter { $0.accidental != nil }.map { Int($0.measure) }),
        ]
    }
}

extension Mark {
    /// The name by which the mark is lost; nil where playing it is all there is to it, or where it is the second end of something.
    fileprivate var lossKind: String? {
        // What runs from note to note is one thing, wherever it ends.
        if let edge, edge.isSecond { return nil }
        return switch kind {
        case .slur: "slur"
        case .tuplet: "tuplet"
        case .technical: "technical"
        case .nonArpeggio: "non-arpeggio"
        case .accidental: "accidental-mark"
        case .other: "other-notation"
        case .tied, .glissando, .slide, .ornament, .articulation, .dynamics, .fermata, .arpeggio: nil
        }
    }
}

extension Direction.Sign {
    /// The name by which the sign is lost; nil where it is played, or where it is the second end of something.
    fileprivate func lossKind(_ style: Performance.Style) -> String? {
        if let edge, edge.isSecond { return nil }
        return switch self {
        case .rehearsal, .pedal: nil
        case .segno: "segno"
        case .coda: "coda"
        case .words: "words"
        case .symbol: "symbol"
        case .wedge: style.followsDynamics ? nil : "wedge"
        case .dynamics(let marks, _): marks.isEmpty || style.followsDynamics ? nil : "dynamics"
        case .dashes: "dashes"
        case .bracket: "bracket"
        case .metronome(let metronome): metronome.tempo == nil ? "metronome" : nil
        case .octaveShift: "octave-shift"
        case .harpPedals: "harp-pedals"
        case .damp: "damp"
        case .dampAll: "damp-all"
        case .eyeglasses: "eyeglasses"
        case .stringMute: "string-mute"
        case .scordatura: "scordatura"
        case .image: "image"
        case .principalVoice: "principal-voice"
        case .percussion: "percussion"
        case .accordion: "accordion-registration"
        case .staffDivide: "staff-divide"
        case .other: "other-direction"
        }
    }
}

extension Sound {
    /// The names of what is said for playback and is lost.
    fileprivate var lossKinds: [String] {
        let isChanged = changes.contains { if case .midi = $0 { false } else { true } }
        return (elevation == nil ? [] : ["elevation"]) + (isChanged ? ["instrument-change"] : [])
    }
}

extension Edge {
    /// True for the end of something that was counted at its beginning.
    fileprivate var isSecond: Bool { role == .continue || role == .stop && partner != nil }
}
