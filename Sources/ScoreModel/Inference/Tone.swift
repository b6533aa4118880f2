/// A key that sounds for a time: what is left of a note when its notation is taken away, and what notation is inferred from.
public struct Tone: Hashable, Sendable {
    /// When it begins, in quarter notes.
    public var onset: Fraction
    /// How long it lasts in quarter notes; more than zero.
    public var duration: Fraction
    /// The MIDI key, middle C being 60.
    public var key: Int

    /// A tone.
    public init(onset: Fraction, duration: Fraction, key: Int) {
        self.onset = onset
        self.duration = duration
        self.key = key
    }

    /// When it ends.
    public var end: Fraction { onset + duration }
}
