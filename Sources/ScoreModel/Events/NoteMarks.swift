/// Something that hangs on one note of a part: a syllable, a fermata.
public struct Attached<Value: Hashable & Sendable>: Hashable, Sendable {
    /// The index of the note in ``Part/notes``.
    public var note: Int
    /// What hangs on it.
    public var value: Value
    /// Where it was read.
    public var origin: Origin?

    /// A mark on a note.
    public init(note: Int, value: Value, origin: Origin? = nil) {
        self.note = note
        self.value = value
        self.origin = origin
    }
}

/// One syllable under a note.
public struct Lyric: Hashable, Sendable {
    /// How the syllable stands in its word.
    public enum Syllabic: Sendable {
        case single, begin, middle, end
    }

    /// The verse, as the file names it.
    public var verse: String
    /// Place in the word, when the file says.
    public var syllabic: Syllabic?
    /// The syllable; empty where only an extension line goes on.
    public var text: String
    /// What joins it to the syllable before it under the same note, when two are sung on one note.
    public var elision: String?
    /// True when the syllable is held on over later notes.
    public var isExtended: Bool

    /// A syllable.
    public init(
        verse: String, syllabic: Syllabic? = nil, text: String, elision: String? = nil, isExtended: Bool = false
    ) {
        self.verse = verse
        self.syllabic = syllabic
        self.text = text
        self.elision = elision
        self.isExtended = isExtended
    }
}

/// A fermata: in a chorale, the end of a phrase.
public struct Fermata: Hashable, Sendable {
    /// The shape, by its MusicXML name; `normal` where the file names none.
    public var shape: String
    /// True when it stands on its head, as below a staff.
    public var isInverted: Bool

    /// A fermata.
    public init(shape: String = "normal", isInverted: Bool = false) {
        self.shape = shape
        self.isInverted = isInverted
    }
}

/// What runs from one note of a part to another.
public struct Spanner<Value: Hashable & Sendable>: Hashable, Sendable {
    /// The index of the first note in ``Part/notes``.
    public var first: Int
    /// The index of the last note.
    public var last: Int
    /// What runs.
    public var value: Value
    /// Where its beginning was read.
    public var origin: Origin?

    /// Something between two notes.
    public init(first: Int, last: Int, value: Value, origin: Origin? = nil) {
        self.first = first
        self.last = last
        self.value = value
        self.origin = origin
    }
}

/// A slur.
public struct Slur: Hashable, Sendable {
    /// The number that told it from others that were open at the same time.
    public var number: Int

    /// A slur.
    public init(number: Int) { self.number = number }
}

/// A tuplet bracket, whose ratio is its own and not the product with those around it.
public struct Tuplet: Hashable, Sendable {
    /// The number that told it from others that were open at the same time.
    public var number: Int
    /// How many in the time of how many.
    public var ratio: TupletRatio

    /// A tuplet.
    public init(number: Int, ratio: TupletRatio) {
        self.number = number
        self.ratio = ratio
    }
}
