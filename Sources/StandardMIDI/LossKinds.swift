import ScoreModel

// What of a score a MIDI file does not hold, by the names that reports show.

extension Mark {
    /// The name by which the mark is lost; nil where it sounds, or where it is the second end of something.
    var lossKind: String? {
        // What runs from note to note is one thing, wherever it ends.
        if let edge, edge.isSecond { return nil }
        return switch kind {
        case .tied: nil
        case .slur: "slur"
        case .tuplet: "tuplet"
        case .glissando: "glissando"
        case .slide: "slide"
        case .ornament: "ornament"
        case .technical: "technical"
        case .articulation: "articulation"
        case .dynamics: "dynamics"
        case .fermata: "fermata"
        case .arpeggio: "arpeggio"
        case .nonArpeggio: "non-arpeggio"
        case .accidental: "accidental-mark"
        case .other: "other-notation"
        }
    }
}

extension Direction.Sign {
    /// The name by which the sign is lost; nil where it is played, or where it is the second end of something.
    var lossKind: String? {
        if let edge, edge.isSecond { return nil }
        return switch self {
        case .rehearsal: "rehearsal"
        case .segno: "segno"
        case .coda: "coda"
        case .words: "words"
        case .symbol: "symbol"
        case .wedge: "wedge"
        case .dynamics(let marks, _): marks.isEmpty ? nil : "dynamics"
        case .dashes: "dashes"
        case .bracket: "bracket"
        case .pedal(let pedal): pedal.action == .stop ? nil : "pedal"
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

extension Part {
    /// The measures of everything that is only seen, by the name under which it is lost.
    var unplayed: [(kind: String, measures: [Int])] {
        [
            ("harmony", harmonies.map(\.measure)), ("figured-bass", figuredBasses.map(\.measure)),
            ("clef", clefs.map(\.measure)), ("part-view", views.map(\.measure)),
            ("staff-details", staffDetails.map(\.measure)), ("measure-style", measureStyles.map(\.measure)),
            ("part-symbol", symbols.map(\.measure)), ("directive", directives.map(\.measure)),
            ("fermata", barlines.flatMap { line in line.value.fermatas.map { _ in line.measure } }),
            ("print", prints.map(\.measure)), ("listening", listenings.map(\.measure)),
            ("grouping", groupings.map(\.measure)), ("link", addresses.map(\.measure)),
            ("beam", notes.filter { $0.beams[1] == .begin }.map { Int($0.measure) }),
            ("notehead", noteDetails.filter { $0.value.notehead != nil }.map { Int(notes[$0.note].measure) }),
            ("note-playback", noteDetails.filter { $0.value.isPlayedApart }.map { Int(notes[$0.note].measure) }),
        ]
    }
}

extension Sound {
    /// The names of what is said for playback and is lost.
    var lossKinds: [String] {
        let said: [(String, Bool)] = [
            ("dynamics", dynamics != nil), ("pizzicato", isPizzicato != nil), ("pan", pan != nil || elevation != nil),
            ("pedal-playback", damperPedal != nil || softPedal != nil || sostenutoPedal != nil),
            ("instrument-change", !changes.isEmpty), ("swing", swing != nil),
        ]
        return said.filter(\.1).map(\.0)
    }
}

extension NoteDetails {
    /// True when the note is to be played otherwise than it is written.
    fileprivate var isPlayedApart: Bool { playing != Playing() || play != nil }
}

extension Edge {
    /// True for the end of something that was counted at its beginning.
    fileprivate var isSecond: Bool { role == .continue || role == .stop && partner != nil }
}
