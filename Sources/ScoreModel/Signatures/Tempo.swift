/// How fast the music goes.
public struct Tempo: Hashable, Sendable {
    /// Quarter notes a minute, above zero.
    public let quartersPerMinute: Fraction

    /// A tempo, or nil when it is not above zero.
    public init?(quartersPerMinute: Fraction) {
        guard quartersPerMinute > .zero else { return nil }
        self.quartersPerMinute = quartersPerMinute
    }

    private init() { quartersPerMinute = 120 }

    /// 120 quarter notes a minute: what MusicXML and MIDI files take for granted.
    public static let standard = Tempo()
}

/// How loud it is from a moment on.
public enum Dynamic: Hashable, Sendable {
    /// A printed mark.
    case mark(DynamicMark)
    /// Loudness for playback, in percent of a MIDI velocity of 90.
    case percent(Fraction)
}
