/// The vertical line at the edge of a measure, or within it, and what it says about the order of playing.
public struct Barline: Hashable, Sendable {
    /// Where in its measure it stands.
    public enum Location: String, Sendable, CaseIterable {
        case left, middle, right
    }

    /// A repeat sign.
    public enum Repeat: Hashable, Sendable {
        /// The passage to be repeated begins here.
        case forward
        /// Go back; the passage is played `times` times in all, after a jump only if `afterJump`.
        case backward(times: Int, afterJump: Bool)
    }

    /// The edge of an ending bracket.
    public struct Ending: Hashable, Sendable {
        /// What the edge is.
        public enum Edge: String, Sendable, CaseIterable {
            case start, stop, discontinue
        }

        /// The passes on which the ending is played.
        public var passes: [Int]
        /// What the edge is.
        public var edge: Edge
        /// What is printed, when that is not the passes.
        public var text: String?
        /// Whether it is printed, when the file says.
        public var isPrinted: Bool?
        /// How far the jog at the end reaches down, in tenths of the distance between staff lines.
        public var endLength: Fraction?
        /// For which staves of a system it holds.
        public var system: String?

        /// The edge of an ending.
        public init(passes: [Int], edge: Edge, text: String? = nil) {
            self.passes = passes
            self.edge = edge
            self.text = text
        }
    }

    /// Where in its measure it stands.
    public var location: Location
    /// Its style by its MusicXML name, such as `light-heavy`.
    public var style: String?
    /// A repeat sign.
    public var `repeat`: Repeat?
    /// The edge of an ending.
    public var ending: Ending?
    /// Fermatas on the line.
    public var fermatas: [Fermata]
    /// A sign to return to, printed at the line.
    public var segno: Sign?
    /// A sign to go on from, printed at the line.
    public var coda: Sign?
    /// The name of the segno that stands here.
    public var segnoName: String?
    /// The name of the coda that stands here.
    public var codaName: String?
    /// The divisions of a quarter note at a segno or coda, as the file counts them.
    public var divisions: Fraction?
    /// A wavy line, as for a trill, that crosses the line.
    public var wavyLine: Ornament?
    /// The wings of a repeat sign: `none`, `straight`, `curved`, `double-straight` or `double-curved`.
    public var wings: String?

    /// A printed segno or coda.
    public struct Sign: Hashable, Sendable {
        /// Its name in SMuFL, when it is not the usual one.
        public var glyph: String?

        /// A sign.
        public init(glyph: String? = nil) { self.glyph = glyph }
    }

    /// A bar line.
    public init(
        location: Location, style: String? = nil, repeat: Repeat? = nil, ending: Ending? = nil, fermatas: [Fermata] = []
    ) {
        self.location = location
        self.style = style
        self.repeat = `repeat`
        self.ending = ending
        self.fermatas = fermatas
    }
}

extension Barline {
    /// The places to return to or go on from that stand here.
    var jumps: [Jump] {
        [segnoName.map { .segno($0) }, codaName.map { .coda($0) }].compactMap { $0.map { Jump($0) } }
    }
}

/// A sign or an instruction that sends the player elsewhere.
public struct Jump: Hashable, Sendable {
    /// What it says.
    public enum Kind: Hashable, Sendable {
        /// A place to return to.
        case segno(String)
        /// A place to go on from.
        case coda(String)
        /// Back to the segno of that name.
        case dalSegno(String)
        /// Back to the beginning.
        case daCapo
        /// On to the coda of that name.
        case toCoda(String)
        /// The end, once the player has gone back.
        case fine
        /// A repeated passage begins here, though nothing is printed.
        case forwardRepeat
    }

    /// What it says.
    public var kind: Kind
    /// The passes on which it holds; empty for the usual ones.
    public var passes: [Int]
    /// Where a da capo or dal segno leads in the end, when its words say so; whichever comes first otherwise.
    public var aim: Aim?
    /// How long the last note or rest sounds, in quarter notes, when a fine says so (XSD, attribute `fine`).
    public var lastNote: Fraction?

    /// Where music that is played again ends.
    public enum Aim: Hashable, Sendable {
        case fine, coda
    }

    /// A sign or an instruction.
    public init(_ kind: Kind, passes: [Int] = []) {
        self.kind = kind
        self.passes = passes
    }
}
