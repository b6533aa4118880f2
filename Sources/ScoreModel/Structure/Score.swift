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
    /// Texts on its pages, such as a title, apart from the music.
    public var pageTexts: [PageText] = []
    /// True when all parts are written as they sound (MusicXML 4.0).
    public var isConcertScore = false

    /// An empty score.
    public init() {}

    /// How long it is in written order, in quarter notes.
    public var length: Fraction { measures.last.map { $0.onset + $0.length } ?? .zero }
}

/// A text on a page, apart from the music.
public struct PageText: Hashable, Sendable {
    /// The page, when the file says.
    public var page: Int?
    /// What it is, such as `title` or `composer`.
    public var types: [String] = []
    /// Its pieces.
    public var words: [String] = []

    /// An empty text.
    public init() {}
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
