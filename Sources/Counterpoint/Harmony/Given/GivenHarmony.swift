public import ScoreModel

/// What is said of the harmony from a time on: by a chord symbol, a Roman numeral or figures in the score, or by its user.
public struct GivenHarmony: Hashable, Sendable {
    /// What is said.
    public enum Content: Hashable, Sendable {
        /// A chord. Which of its tones is in the bass is read from the notes.
        case chord(root: TonalPitchClass, ChordQuality)
        /// A degree of the key, whichever that is.
        case numeral(Numeral)
        /// The key alone.
        case key
    }

    /// From when on, in quarter notes from the start of the piece.
    public let onset: Fraction
    /// Until when; until the next one if nil.
    public let end: Fraction?
    /// The key, when that is said too.
    public let key: Tonality?
    /// What is said.
    public let content: Content
    /// Where it was read.
    public let origin: Origin?

    /// Something said.
    public init(
        onset: Fraction, end: Fraction? = nil, key: Tonality? = nil, content: Content, origin: Origin? = nil
    ) {
        self.onset = onset
        self.end = end
        self.key = key
        self.content = content
        self.origin = origin
    }
}
