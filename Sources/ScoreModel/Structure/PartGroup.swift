/// Parts that belong together, as a bracket or a brace shows it.
public struct PartGroup: Hashable, Sendable {
    /// The number that told it from others that were open at the same time.
    public var number: String
    /// Its name.
    public var name: String?
    /// Its name as it is printed.
    public var nameDisplay: NameDisplay?
    /// Its short name.
    public var abbreviation: String?
    /// Its short name as it is printed.
    public var abbreviationDisplay: NameDisplay?
    /// What is drawn: `brace`, `bracket`, `line`, `square` or `none`.
    public var symbol: String?
    /// Whether bar lines go through: `yes`, `no` or `Mensurstrich`.
    public var barline: String?
    /// True when time signatures are set once for the whole group.
    public var sharesTime = false
    /// The indices of its parts.
    public var parts: Range<Int>

    /// A group of parts.
    public init(number: String = "1", name: String? = nil, symbol: String? = nil, parts: Range<Int>) {
        self.number = number
        self.name = name
        self.symbol = symbol
        self.parts = parts
    }
}

/// Where the music of a part stands by itself (MusicXML, element `part-link`).
public struct PartLink: Hashable, Sendable {
    /// The address.
    public var link: Link
    /// The ids of the instruments that stand there.
    public var instruments: [String] = []
    /// The groups of parts that the link serves.
    public var groups: [String] = []

    /// A link.
    public init(_ link: Link) { self.link = link }
}

/// Somebody who plays, for programs that follow players (MusicXML 4.0).
public struct Player: Hashable, Sendable {
    /// The id.
    public var id: String
    /// The name.
    public var name: String

    /// A player.
    public init(id: String, name: String) {
        self.id = id
        self.name = name
    }
}
