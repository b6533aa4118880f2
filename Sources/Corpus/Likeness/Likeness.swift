/// How alike two pieces are.
public struct Likeness: Hashable, Sendable {
    /// The share of the first piece's notes that the second has too, at the same place and, but for one transposition, at the same pitch.
    public let ofFirst: Double
    /// The share of the second piece's notes that the first has.
    public let ofSecond: Double
    /// The share of the highest line's notes that the other has, of the piece of which it is greater.
    public let ofTune: Double
    /// By how many semitones the second is higher.
    public let transposition: Int
    /// How many times as long the second's note values are.
    public let augmentation: Double
    /// What it makes of the two.
    public let relation: Relation?

    /// The greater of the two shares.
    var greater: Double { max(ofFirst, ofSecond) }

    /// What two pieces are to each other.
    public enum Relation: String, Sendable, CaseIterable {
        /// The same piece: either has most of the other.
        case same
        /// One is a part of the other: a movement, an excerpt, or the same without added instruments.
        case part
        /// A third of one stands in the other in one stretch and in all voices, and the rest is different.
        case passage
        /// They have the same tune, and are different pieces.
        case tune
    }

    /// What counts as most: three notes of four. Two settings that share a melody of four voices share one of four, and with its bass two.
    static let most = 0.75
    /// A shorter piece is not compared: by chance its notes are found in any long one.
    static let leastNotes = 24
    /// As much as this of a piece has to be in another to be called a part of it: sixteen bars of one voice, or four of four.
    static let leastShared = 64
    /// A stretch that two pieces share makes one depend on the other from this share on: that of a section in a form of three.
    static let leastStretch = 1.0 / 3
    /// It has so many notes at least: eight chords of four voices.
    static let leastStretchNotes = 32
    /// A tune has at least so many notes: two lines of a hymn.
    static let leastTune = 16
}
