/// Where the letters of the pitches come from.
public enum SpellingSource: String, Sendable {
    /// The score has them.
    case written
    /// They were inferred, as for MIDI files: only sizes in semitones are facts.
    case inferred
}
