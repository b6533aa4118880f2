/// A piece of music: values that mean something and know no bytes.
///
/// Time is exact and written: repeats are not unfolded. ``PlayOrder`` tells the order of playing.
public struct Score: Hashable, Sendable {
    /// Titles and names.
    public var credits = Credits()
    /// Its measures, the same for all parts.
    public var measures: [Measure] = []
    /// Its parts, from top to bottom.
    public var parts: [Part] = []
    /// Its groups of parts, as brackets and braces show them.
    public var groups: [PartGroup] = []
    /// Its tempos, from whatever part they stand in.
    public var tempos: [Timed<Tempo>] = []
    /// Its signs and instructions that change the order of playing, from whatever part they stand in.
    public var jumps: [Timed<Jump>] = []

    /// An empty score.
    public init() {}

    /// How long it is in written order, in quarter notes.
    public var length: Fraction { measures.last.map { $0.onset + $0.length } ?? .zero }
}

/// Who made a piece, and what it is called. Empty where the file does not tell.
public struct Credits: Hashable, Sendable {
    /// Somebody who had a share in it.
    public struct Creator: Hashable, Sendable {
        /// What their share was, such as `composer`.
        public var role: String
        /// Their name.
        public var name: String

        /// A creator.
        public init(role: String, name: String) {
            self.role = role
            self.name = name
        }
    }

    /// The title of the work.
    public var workTitle = ""
    /// Its number, such as an opus.
    public var workNumber = ""
    /// The title of the movement.
    public var movementTitle = ""
    /// Its number.
    public var movementNumber = ""
    /// Who wrote the music, the words …
    public var creators: [Creator] = []
    /// Statements of copyright.
    public var rights: [String] = []
    /// The programs that made the file.
    public var software: [String] = []

    /// No credits.
    public init() {}

    /// The title to show: the movement's, else the work's.
    public var title: String { movementTitle.isEmpty ? workTitle : movementTitle }
}

/// One measure of a score.
public struct Measure: Hashable, Sendable {
    /// Its number as the file has it, which need not be a number.
    public var number: String
    /// True when it is not counted, like a pickup.
    public var isImplicit: Bool
    /// When it begins, in quarter notes from the start of the piece.
    public var onset: Fraction
    /// How long it really is, whatever the meter says.
    public var length: Fraction

    /// A measure.
    public init(number: String, isImplicit: Bool = false, onset: Fraction, length: Fraction) {
        self.number = number
        self.isImplicit = isImplicit
        self.onset = onset
        self.length = length
    }
}

/// Parts that belong together, as a bracket or a brace shows it.
public struct PartGroup: Hashable, Sendable {
    /// The number that told it from others that were open at the same time.
    public var number: String
    /// Its name.
    public var name: String
    /// Its short name.
    public var abbreviation: String
    /// What is drawn: `brace`, `bracket`, `line`, `square` or `none`.
    public var symbol: String
    /// The indices of its parts.
    public var parts: Range<Int>

    /// A group of parts.
    public init(
        number: String, name: String = "", abbreviation: String = "", symbol: String = "none", parts: Range<Int>
    ) {
        self.number = number
        self.name = name
        self.abbreviation = abbreviation
        self.symbol = symbol
        self.parts = parts
    }
}
