/// An ornament.
public struct Ornament: Hashable, Sendable {
    /// What it is, by its MusicXML name.
    public enum Kind: String, Sendable, CaseIterable {
        case trill = "trill-mark"
        case turn
        case delayedTurn = "delayed-turn"
        case invertedTurn = "inverted-turn"
        case delayedInvertedTurn = "delayed-inverted-turn"
        case verticalTurn = "vertical-turn"
        case invertedVerticalTurn = "inverted-vertical-turn"
        case shake
        case wavyLine = "wavy-line"
        case mordent
        case invertedMordent = "inverted-mordent"
        case schleifer, tremolo, haydn
        case other = "other-ornament"
        /// An accidental of the ornament before it.
        case accidentalMark = "accidental-mark"
    }

    /// What it is.
    public var kind: Kind
    /// The end of a wavy line, or of a tremolo between two notes.
    public var edge: Edge?
    /// How it is played, where the file says.
    public var sound = TrillSound()
    /// True when a turn has a slash through it.
    public var isSlashed: Bool?
    /// Whether a mordent is long.
    public var isLong: Bool?
    /// The side from which a mordent is approached.
    public var approach: Placement?
    /// The side to which a mordent is left.
    public var departure: Placement?
    /// The strokes of a tremolo.
    public var strokes: Int?
    /// True for a tremolo that is not measured.
    public var isUnmeasured = false
    /// What another ornament is.
    public var text = ""
    /// Its sign, by its name in SMuFL.
    public var glyph: String?
    /// The accidental that belongs to the ornament before it.
    public var accidental: Accidental?

    /// An ornament.
    public init(_ kind: Kind) { self.kind = kind }
}

/// How a trill and its kin are played (MusicXML, attribute group `trill-sound`).
public struct TrillSound: Hashable, Sendable {
    /// The note that it begins with: `upper`, `main` or `below`.
    public var startNote: String?
    /// The other note: `whole`, `half` or `unison` away.
    public var step: String?
    /// For turns of two notes, `whole`, `half` or `none`.
    public var turn: String?
    /// Whether it grows faster.
    public var accelerates: Bool?
    /// How many beats it has.
    public var beats: Fraction?
    /// When the second beat comes, in percent of the duration.
    public var secondBeat: Fraction?
    /// When the last beat comes, in percent of the duration.
    public var lastBeat: Fraction?

    /// Nothing said.
    public init() {}
}
