/// How a staff is drawn, and what its lines mean.
public struct StaffDetails: Hashable, Sendable {
    /// One line of a staff.
    public struct Line: Hashable, Sendable {
        /// Which line, from 1 at the bottom.
        public var number = 1
        /// What it is made of.
        public var pattern: LineStyle.Pattern?
        /// Whether it is printed.
        public var isPrinted: Bool?

        /// The bottom line.
        public init() {}
    }

    /// The size of a staff.
    public struct Size: Hashable, Sendable {
        /// Percent of the usual size.
        public var percent = Fraction(100)
        /// Percent by which notation is scaled, when that differs.
        public var scaling: Fraction?

        /// The usual size.
        public init() {}
    }

    /// `ossia`, `editorial`, `cue`, `alternate` or `regular`.
    public var type: String?
    /// How many lines it has.
    public var lines: Int?
    /// What is special about single lines.
    public var lineDetails: [Line] = []
    /// The strings of a tablature, by line.
    public var tunings: [StringTuning] = []
    /// The fret of a capo.
    public var capo: Int?
    /// The size.
    public var size: Size?
    /// How frets are written: `numbers` or `letters`.
    public var fretStyle: String?
    /// Whether the staff is printed, when the file says.
    public var isPrinted: Bool?
    /// Whether space is kept for it though it is not printed.
    public var printsSpacing: Bool?

    /// Nothing said.
    public init() {}
}

/// How the measures from here on are written.
public enum MeasureStyle: Hashable, Sendable {
    /// A rest of many measures.
    case multipleRest(measures: Int, usesSymbols: Bool?)
    /// Measures that repeat those before.
    case measureRepeat(Edge.Role, measures: Int?, slashes: Int?)
    /// Beats that repeat the one before.
    case beatRepeat(Edge.Role, slashes: Int?, usesDots: Bool?, Slash)
    /// Slashes instead of notes.
    case slash(Edge.Role, usesDots: Bool?, usesStems: Bool?, Slash)

    /// What slashes stand for.
    public struct Slash: Hashable, Sendable {
        /// Their note value.
        public var value: NoteValue?
        /// Voices that are written out all the same.
        public var exceptVoices: [String] = []

        /// Nothing said.
        public init() {}
    }
}

/// A sign that joins the staves of a part.
public struct PartSymbol: Hashable, Sendable {
    /// `brace`, `bracket`, `line`, `square` or `none`.
    public var symbol: String
    /// The staff that it begins at.
    public var topStaff: Int?
    /// The staff that it ends at.
    public var bottomStaff: Int?

    /// A sign.
    public init(_ symbol: String) { self.symbol = symbol }
}

/// How a part of a concert score looks when it is written for its own player (MusicXML 4.0).
public struct PartView: Hashable, Sendable {
    /// Its clef.
    public var clef: Clef?
    /// Its transposition.
    public var transposition: Transposition

    /// A view.
    public init(clef: Clef? = nil, transposition: Transposition) {
        self.clef = clef
        self.transposition = transposition
    }
}

/// How a measure begins on paper: breaks, numbers and names of parts.
public struct Print: Hashable, Sendable {
    /// Whether a new system begins, when the file says.
    public var newSystem: Bool?
    /// Whether a new page begins.
    public var newPage: Bool?
    /// How many empty pages come before.
    public var blankPages: Int?
    /// The number of the page.
    public var pageNumber: String?
    /// Which measures are numbered from here on: `none`, `measure` or `system`.
    public var measureNumbering: String?
    /// The name of the part from here on.
    public var name: NameDisplay?
    /// The short name of the part from here on.
    public var abbreviation: NameDisplay?

    /// Nothing said.
    public init() {}
}

/// A name as it is printed, which may hold accidentals.
public struct NameDisplay: Hashable, Sendable {
    /// Its pieces.
    public var pieces: [StyledText] = []
    /// Whether it is printed, when the file says.
    public var isPrinted: Bool?

    /// An empty name.
    public init() {}
}

/// Measures or notes that an analysis groups together.
public struct Grouping: Hashable, Sendable {
    /// Something said about a group.
    public struct Feature: Hashable, Sendable {
        /// What kind of thing.
        public var type: String?
        /// What is said.
        public var text = ""

        /// Nothing said.
        public init() {}
    }

    /// Where in the group this stands.
    public var role = Edge.Role.single
    /// The number that tells it from others.
    public var number: String?
    /// The group that it is a member of.
    public var memberOf: String?
    /// What is said about it.
    public var features: [Feature] = []

    /// A group by itself.
    public init() {}
}

/// An address that a place in the score refers to.
public struct Link: Hashable, Sendable {
    /// The address.
    public var address: String
    /// Its name.
    public var name: String?
    /// What it is called when shown.
    public var title: String?

    /// An address.
    public init(_ address: String) { self.address = address }
}
