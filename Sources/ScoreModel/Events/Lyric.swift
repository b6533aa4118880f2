/// One syllable under a note.
///
/// Syllables that are sung on one note are joined by elisions and follow each other in ``Part/lyrics``; what is said of the whole
/// (number, name, extension, ends of lines) stands with the first or last of them.
public struct Lyric: Hashable, Sendable {
    /// How the syllable stands in its word.
    public enum Syllabic: String, Sendable, CaseIterable {
        case single, begin, middle, end
    }

    /// What is sung without text.
    public enum Vocalization: String, Sendable, CaseIterable {
        case laughing, humming
    }

    /// A line behind a syllable that is held over later notes.
    public struct Extension: Hashable, Sendable {
        /// Where in its course the line is, when the file says.
        public var role: Edge.Role?

        /// A line.
        public init(role: Edge.Role? = nil) { self.role = role }
    }

    /// The number of the verse, which need not be one.
    public var number: String?
    /// The name of the verse, such as `chorus`.
    public var name: String?
    /// Place in the word, when the file says.
    public var syllabic: Syllabic?
    /// The syllable; empty where only an extension line goes on, or where it is sung without text.
    public var text: String
    /// What joins it to the syllable before it under the same note, when two are sung on one note.
    public var elision: String?
    /// The line that shows how long it is held.
    public var `extension`: Extension?
    /// Laughing or humming.
    public var vocalization: Vocalization?
    /// True when a line of the text ends here.
    public var endsLine = false
    /// True when a paragraph of the text ends here.
    public var endsParagraph = false
    /// On which side of the staff it stands, when the file says.
    public var placement: Placement?
    /// Whether it is printed, when the file says.
    public var isPrinted: Bool?
    /// The passes on which it is sung, as the file has them.
    public var timeOnly: String?

    /// A syllable.
    public init(
        number: String? = nil, name: String? = nil, syllabic: Syllabic? = nil, text: String, elision: String? = nil
    ) {
        self.number = number
        self.name = name
        self.syllabic = syllabic
        self.text = text
        self.elision = elision
    }

    /// What tells the verse from others: its number, else its name, else 1.
    public var verse: String { number ?? name ?? "1" }

    /// True when the syllable is held on over later notes.
    public var isExtended: Bool { `extension` != nil }
}
