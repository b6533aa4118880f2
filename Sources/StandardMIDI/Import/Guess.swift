public import ScoreModel

/// Something that a MIDI file does not say and its notation does: what was taken for true, and how sure that is.
public struct Guess: Hashable, Sendable {
    /// What was guessed.
    public enum Kind: String, Sendable, CaseIterable {
        /// Where the beats are and what the notes' values are.
        case rhythm
        /// The meter and the pickup.
        case meter
        /// A key signature.
        case key
        /// The names of the notes.
        case spelling
        /// Which note belongs to which voice.
        case voices
        /// Which note belongs to which hand.
        case hands
    }

    /// What was guessed.
    public let kind: Kind
    /// What was taken.
    public let value: String
    /// How sure that is, from 0 to 1.
    public let confidence: Double
    /// Where it holds.
    public let place: Diagnostic.Place

    init(_ kind: Kind, _ value: String, _ confidence: Double, at place: Diagnostic.Place = .init()) {
        (self.kind, self.value, self.confidence, self.place) = (kind, value, confidence, place)
    }
}
