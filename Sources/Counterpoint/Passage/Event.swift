public import ScoreModel

/// One sounding pitch of one voice: a note with all that is tied to it. Grace and cue notes are none.
///
/// Of a chord inside one voice the top note stands for the voice, in the lowest voice the bottom note.
public struct Event: Hashable, Sendable {
    /// When it begins to stand for its voice, in quarter notes from the start of the piece.
    public var onset: Fraction
    /// When it ends.
    public var end: Fraction
    /// The pitch that is heard.
    public var pitch: Pitch
    /// False where it sounded already, under a higher note of a chord.
    public var isStruck = true
    /// True when one of its notes carries a fermata.
    public var hasFermata = false
    /// The index of its first note in ``Part/notes``.
    public var note: Int
    /// Thousandths of a semitone above the C whose key number is 0.
    public let height: Int
    /// Steps above C0.
    public let steps: Int
    /// The index of its onset in ``Passage/moments``.
    var moment = 0
    /// The index of its end in ``Passage/moments``.
    var endMoment = 0

    /// A pitch that sounds from `onset` to `end`.
    public init(onset: Fraction, end: Fraction, pitch: Pitch, note: Int = 0) {
        self.onset = onset
        self.end = end
        self.pitch = pitch
        self.note = note
        height = pitch.height
        steps = pitch.diatonic
    }
}

extension Event {
    /// True when two events have the same letter and alteration, whatever their octaves.
    public func isSamePitchClass(as other: Event) -> Bool {
        pitch.step == other.pitch.step && pitch.alter == other.pitch.alter
    }
}
