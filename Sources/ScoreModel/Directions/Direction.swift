/// Something said about the performance at a moment, in signs, in words or only for playback.
public struct Direction: Hashable, Sendable {
    /// Signs that stand together, all of one kind, or words and symbols mixed.
    public var signs: [[Sign]]
    /// What is to be played.
    public var sound: Sound?
    /// The voice that it concerns, when the file names one.
    public var voice: String?
    /// How far behind its moment it is drawn, in quarter notes.
    public var offset: Offset?
    /// On which side of the staff it stands, when the file says.
    public var placement: Placement?
    /// Whether it stands over the meter, like a tempo, when the file says.
    public var isDirective: Bool?
    /// For which staves of a system it holds: `only-top`, `also-top` or `none`.
    public var system: String?
    /// What a program that follows the player has to do.
    public var listening: Listening?

    /// A direction.
    public init(_ signs: [[Sign]], sound: Sound? = nil, placement: Placement? = nil) {
        self.signs = signs
        self.sound = sound
        self.placement = placement
    }

    /// A distance in time, and whether it holds for what sounds as well as for what is drawn.
    public struct Offset: Hashable, Sendable {
        /// The distance in quarter notes.
        public var value: Fraction
        /// Whether it holds for what sounds.
        public var movesSound: Bool?

        /// A distance.
        public init(_ value: Fraction, movesSound: Bool? = nil) {
            self.value = value
            self.movesSound = movesSound
        }
    }
}

extension Direction {
    /// A sign of a direction.
    public enum Sign: Hashable, Sendable {
        /// A letter or number to rehearse from.
        case rehearsal(String)
        /// The sign to return to; its name in SMuFL when it is not the usual one.
        case segno(glyph: String?)
        /// The sign to go on from.
        case coda(glyph: String?)
        /// Words.
        case words(String)
        /// A symbol among words, by its name in SMuFL.
        case symbol(String)
        /// A crescendo or diminuendo hairpin.
        case wedge(Edge, Wedge)
        /// Dynamics.
        case dynamics([DynamicMark], placement: Placement?)
        /// Dashes behind words.
        case dashes(Edge, LineStyle)
        /// A line with hooks.
        case bracket(Edge, Bracket)
        /// A pedal's sign or line.
        case pedal(Pedal)
        /// A metronome mark.
        case metronome(Metronome)
        /// A passage that sounds an octave or two away from where it is written.
        case octaveShift(Edge, OctaveShift)
        /// The pedals of a harp, from left to right.
        case harpPedals([HarpPedal])
        /// Damp the strings.
        case damp
        /// Damp all strings.
        case dampAll
        /// Take care.
        case eyeglasses
        /// A mute put on or taken off.
        case stringMute(isOn: Bool)
        /// Strings that are tuned in an unusual way.
        case scordatura([StringTuning])
        /// A picture, by its address and media type.
        case image(source: String, type: String)
        /// The main or the second voice of a texture.
        case principalVoice(Edge, symbol: String, text: String)
        /// A percussion instrument or its stick, as a pictogram.
        case percussion(Percussion)
        /// A register of the accordion.
        case accordion(AccordionRegister)
        /// A staff that divides or comes together: `down`, `up` or `up-down`.
        case staffDivide(String)
        /// Anything else.
        case other(OtherNotation)
    }

    /// A crescendo or diminuendo hairpin.
    public struct Wedge: Hashable, Sendable {
        /// Which way it opens.
        public enum Kind: String, Sendable, CaseIterable {
            case crescendo, diminuendo
        }

        /// Which way it opens; nil at its end.
        public var kind: Kind?
        /// How far it is open here, in tenths of the distance between staff lines.
        public var spread: Fraction?
        /// Whether a circle shows that it comes from nothing or leads to nothing.
        public var isNiente: Bool?
        /// How it is drawn.
        public var line = LineStyle()

        /// The end of a hairpin, or the beginning of one of the kind given.
        public init(_ kind: Kind? = nil) { self.kind = kind }
    }

    /// The end of a line with hooks.
    public struct Bracket: Hashable, Sendable {
        /// Its hook: `up`, `down`, `both`, `arrow` or `none`.
        public var lineEnd = "none"
        /// The length of the hook, in tenths of the distance between staff lines.
        public var endLength: Fraction?
        /// How it is drawn.
        public var line = LineStyle()

        /// A line without a hook.
        public init() {}
    }

    /// What a pedal does.
    public struct Pedal: Hashable, Sendable {
        /// What it does, by its MusicXML name.
        public enum Action: String, Sendable, CaseIterable {
            case start, stop, sostenuto, change
            case `continue`
            case discontinue, resume
        }

        /// What it does.
        public var action: Action
        /// The number that tells it from others.
        public var number: Int?
        /// Whether a line is drawn.
        public var hasLine: Bool?
        /// Whether signs are drawn.
        public var hasSigns: Bool?
        /// Whether its signs are short ones.
        public var isAbbreviated: Bool?

        /// A pedal.
        public init(_ action: Action) { self.action = action }
    }

    /// A passage that sounds an octave or two away from where it is written.
    public struct OctaveShift: Hashable, Sendable {
        /// Where the notes are written against how they sound: `down` under an 8va line; nil at its end.
        public var direction: VerticalDirection?
        /// 8 for one octave, 15 for two.
        public var size: Int?
        /// How the line is drawn.
        public var line = LineStyle()

        /// The end of a passage.
        public init() {}
    }
}

extension Direction.Sign {
    /// The end of what runs from one direction to another, for the kinds that do.
    public var edge: Edge? {
        get {
            switch self {
            case .wedge(let edge, _), .dashes(let edge, _), .bracket(let edge, _), .octaveShift(let edge, _),
                .principalVoice(let edge, _, _):
                edge
            default: nil
            }
        }
        set {
            guard let newValue else { return }
            switch self {
            case .wedge(_, let wedge): self = .wedge(newValue, wedge)
            case .dashes(_, let line): self = .dashes(newValue, line)
            case .bracket(_, let bracket): self = .bracket(newValue, bracket)
            case .octaveShift(_, let shift): self = .octaveShift(newValue, shift)
            case .principalVoice(_, let symbol, let text):
                self = .principalVoice(newValue, symbol: symbol, text: text)
            default: break
            }
        }
    }
}

/// A dynamic mark.
public enum DynamicMark: Hashable, Sendable {
    /// A letter sign, such as `mf`, by its MusicXML name.
    case named(Name)
    /// Any other, and its name in SMuFL.
    case other(String, glyph: String?)

    /// The letter signs.
    public enum Name: String, Sendable, CaseIterable {
        case p, pp, ppp, pppp, ppppp, pppppp, f, ff, fff, ffff, fffff, ffffff, mp, mf, sf, sfp, sfpp, fp, rf, rfz, sfz
        case sffz, fz, n, pf, sfzp
    }
}

extension DynamicMark: CustomStringConvertible {
    /// The letters.
    public var description: String {
        switch self {
        case .named(let name): name.rawValue
        case .other(let text, _): text
        }
    }
}
