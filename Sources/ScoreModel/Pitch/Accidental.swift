/// An accidental as it is printed. What sounds is ``Pitch/alter``.
public struct Accidental: Hashable, Sendable {
    /// A sign, by its MusicXML name.
    public enum Sign: String, Sendable, CaseIterable {
        case sharp, natural, flat
        case doubleSharp = "double-sharp"
        case sharpSharp = "sharp-sharp"
        case flatFlat = "flat-flat"
        case naturalSharp = "natural-sharp"
        case naturalFlat = "natural-flat"
        case quarterFlat = "quarter-flat"
        case quarterSharp = "quarter-sharp"
        case threeQuartersFlat = "three-quarters-flat"
        case threeQuartersSharp = "three-quarters-sharp"
        case sharpDown = "sharp-down"
        case sharpUp = "sharp-up"
        case naturalDown = "natural-down"
        case naturalUp = "natural-up"
        case flatDown = "flat-down"
        case flatUp = "flat-up"
        case doubleSharpDown = "double-sharp-down"
        case doubleSharpUp = "double-sharp-up"
        case flatFlatDown = "flat-flat-down"
        case flatFlatUp = "flat-flat-up"
        case arrowDown = "arrow-down"
        case arrowUp = "arrow-up"
        case tripleSharp = "triple-sharp"
        case tripleFlat = "triple-flat"
        case slashQuarterSharp = "slash-quarter-sharp"
        case slashSharp = "slash-sharp"
        case slashFlat = "slash-flat"
        case doubleSlashFlat = "double-slash-flat"
        case sharp1 = "sharp-1"
        case sharp2 = "sharp-2"
        case sharp3 = "sharp-3"
        case sharp5 = "sharp-5"
        case flat1 = "flat-1"
        case flat2 = "flat-2"
        case flat3 = "flat-3"
        case flat4 = "flat-4"
        case sori, koron, other
    }

    /// The sign.
    public var sign: Sign
    /// Whether it only reminds, when the file says.
    public var isCautionary: Bool?
    /// Whether an editor added it.
    public var isEditorial: Bool?
    /// Whether it stands in parentheses.
    public var hasParentheses: Bool?
    /// Whether it stands in brackets.
    public var hasBracket: Bool?
    /// Its size.
    public var size: NotationSize?

    /// An accidental.
    public init(_ sign: Sign) { self.sign = sign }
}

/// The size of a symbol.
public enum NotationSize: String, Sendable, CaseIterable {
    case full, cue
    case graceCue = "grace-cue"
    case large
}
