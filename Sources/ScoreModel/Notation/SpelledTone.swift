/// A tone with its name and its place in a part. What is left to do is to write it down.
public struct SpelledTone: Hashable, Sendable {
    /// When it begins, in quarter notes.
    public var onset: Fraction
    /// How long it lasts in quarter notes; more than zero.
    public var duration: Fraction
    /// What sounds; no rest.
    public var content: Note.Content
    /// The index of its voice in its part. What begins at one moment in one voice is a chord.
    public var voice: Int
    /// The index of its instrument in its part, where it has several.
    public var instrument: UInt8?

    /// A tone with its name.
    public init(onset: Fraction, duration: Fraction, content: Note.Content, voice: Int, instrument: UInt8? = nil) {
        self.onset = onset
        self.duration = duration
        self.content = content
        self.voice = voice
        self.instrument = instrument
    }

    /// When it ends.
    public var end: Fraction { onset + duration }
}
