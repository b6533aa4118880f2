/// A sign at a note: what MusicXML calls a notation.
public struct Mark: Hashable, Sendable {
    /// What the sign is.
    public enum Kind: Hashable, Sendable {
        /// The drawn line of a tie; ``Note/tiedTo`` tells what sounds on.
        case tied(Edge, Curve)
        /// A slur.
        case slur(Edge, Curve)
        /// The bracket of a tuplet.
        case tuplet(Edge, Tuplet)
        /// A glissando, with its text.
        case glissando(Edge, Slide)
        /// A slide.
        case slide(Edge, Slide)
        /// An ornament, or an accidental that belongs to the ornament before it.
        case ornament(Ornament)
        /// A technical indication.
        case technical(Technical)
        /// An articulation.
        case articulation(Articulation)
        /// Dynamics that are printed at the note.
        case dynamics([DynamicMark])
        /// A fermata.
        case fermata(Fermata)
        /// An arpeggio, which chords share when their numbers agree.
        case arpeggio(Arpeggio)
        /// A bracket that forbids an arpeggio; the notes at its top and bottom carry it.
        case nonArpeggio(NonArpeggio)
        /// An accidental above or below the note, apart from ornaments.
        case accidental(Accidental, glyph: String?)
        /// Anything else, by its name.
        case other(Edge, OtherNotation)
    }

    /// The index of the note in ``Part/notes``.
    public var note: Int
    /// What the sign is.
    public var kind: Kind
    /// On which side of the staff it stands, when the file says.
    public var placement: Placement?
    /// True when it is not printed.
    public var isHidden = false
    /// Where it was read.
    public var origin: Origin?

    /// A sign at a note.
    public init(note: Int, _ kind: Kind, placement: Placement? = nil, origin: Origin? = nil) {
        self.note = note
        self.kind = kind
        self.placement = placement
        self.origin = origin
    }
}

extension Mark {
    /// The end of what runs from note to note, for the kinds that do.
    public var edge: Edge? {
        get {
            switch kind {
            case .tied(let edge, _), .slur(let edge, _), .tuplet(let edge, _), .glissando(let edge, _),
                .slide(let edge, _), .other(let edge, _):
                edge
            case .ornament(let ornament): ornament.edge
            case .technical(let technical): technical.edge
            default: nil
            }
        }
        set {
            guard let newValue else { return }
            switch kind {
            case .tied(_, let curve): kind = .tied(newValue, curve)
            case .slur(_, let curve): kind = .slur(newValue, curve)
            case .tuplet(_, let tuplet): kind = .tuplet(newValue, tuplet)
            case .glissando(_, let slide): kind = .glissando(newValue, slide)
            case .slide(_, let slide): kind = .slide(newValue, slide)
            case .other(_, let other): kind = .other(newValue, other)
            case .ornament(var ornament):
                ornament.edge = newValue
                kind = .ornament(ornament)
            case .technical(var technical):
                technical.edge = newValue
                kind = .technical(technical)
            default: break
            }
        }
    }
}

/// A tuplet bracket, whose ratio is its own and not the product with those around it.
public struct Tuplet: Hashable, Sendable {
    /// What of a tuplet's ratio is printed.
    public enum Shown: String, Sendable, CaseIterable {
        case actual, both, none
    }

    /// One side of a printed ratio.
    public struct Portion: Hashable, Sendable {
        /// The number.
        public var number: Int?
        /// The undotted note value.
        public var type: NoteValue.Base?
        /// The dots of the note value.
        public var dots = 0

        /// A side about which nothing is said.
        public init() {}
    }

    /// How many in the time of how many; for an end of the bracket, no ratio.
    public var ratio: TupletRatio
    /// Whether a bracket is drawn, when the file says.
    public var hasBracket: Bool?
    /// Which numbers are printed.
    public var showsNumber: Shown?
    /// Which note values are printed.
    public var showsType: Shown?
    /// The shape of the bracket.
    public var shape: LineStyle.Shape?
    /// The notes that are played, when the file states them for this bracket.
    public var actual: Portion?
    /// The notes whose time they take, when the file states them for this bracket.
    public var normal: Portion?

    /// A tuplet.
    public init(ratio: TupletRatio = .none) { self.ratio = ratio }
}

/// A glissando or a slide: how its line is drawn and what is written at it.
public struct Slide: Hashable, Sendable {
    /// What is written at the line.
    public var text = ""
    /// How the line is drawn.
    public var line = LineStyle()
    /// How a slide is played.
    public var sound = BendSound()

    /// A line about which nothing is said.
    public init() {}
}

/// How a bend or a slide is played.
public struct BendSound: Hashable, Sendable {
    /// Whether it grows faster.
    public var accelerates: Bool?
    /// How many points of change it has.
    public var beats: Fraction?
    /// When the first change comes, in percent of the duration.
    public var firstBeat: Fraction?
    /// When the last change comes, in percent of the duration.
    public var lastBeat: Fraction?

    /// Nothing said.
    public init() {}
}

/// An arpeggio.
public struct Arpeggio: Hashable, Sendable {
    /// The number that chords share when one arpeggio goes through them.
    public var number: Int?
    /// Which way it goes: `up` or `down`.
    public var direction: VerticalDirection?
    /// Whether it goes through several staves in one.
    public var isUnbroken: Bool?

    /// An arpeggio about which nothing is said.
    public init() {}
}

/// Up or down.
public enum VerticalDirection: String, Sendable, CaseIterable {
    case up, down
}

/// The end of a bracket that forbids an arpeggio.
public struct NonArpeggio: Hashable, Sendable {
    /// Which end it is.
    public enum Position: String, Sendable, CaseIterable {
        case top, bottom
    }

    /// Which end it is.
    public var position = Position.top
    /// The number that tells it from others.
    public var number: Int?

    /// The top of a bracket.
    public init() {}
}

/// A notation that has no name in MusicXML.
public struct OtherNotation: Hashable, Sendable {
    /// What it is, as text.
    public var text = ""
    /// Its sign, by its name in SMuFL.
    public var glyph: String?
    /// Whether it is printed, when the file says.
    public var isPrinted: Bool?

    /// Nothing said.
    public init() {}
}
