/// A note that sounds.
///
/// Plain bytes without references, so that a million of them are one flat array.
public struct PlayedNote: Hashable, Sendable {
    /// How a note comes to be played.
    public enum Role: UInt8, Sendable, CaseIterable {
        /// It is written as it sounds.
        case struck
        /// It is a grace note.
        case grace
        /// It belongs to an ornament, such as a trill.
        case ornament
        /// It belongs to a tremolo.
        case tremolo
        /// It belongs to an arpeggio.
        case arpeggio
        /// It doubles a note at the octave, as a double bass does with the cello's part.
        case doubling
    }

    /// When it begins, in played quarter notes from the beginning.
    public var onset: Fraction
    /// How long it sounds, in quarter notes; above zero.
    public var duration: Fraction
    /// When the written note begins, in quarter notes in written order.
    public var writtenOnset: Fraction
    /// The index of its part in ``Score/parts``.
    public var part: Int32
    /// The index in ``Part/notes`` of the written note that it comes from: of an ornament's notes, the note under the ornament.
    public var note: Int32
    /// Which time the passage is played, from 1.
    public var pass: UInt16
    /// The MIDI key, 0 to 127.
    public var key: UInt8
    /// The MIDI velocity, 1 to 127.
    public var velocity: UInt8
    /// The MIDI velocity of its end, 0 to 127; 64 where the score says nothing.
    public var releaseVelocity: UInt8
    /// The index of its instrument in ``Part/instruments``; 0 where it has none.
    public var instrument: UInt8
    /// How it comes to be played.
    public var role: Role
    /// Whether its string is plucked.
    public var isPizzicato: Bool

    /// When it ends.
    public var end: Fraction { onset + duration }
}

extension PlayedNote {
    /// By onset, part, written note and key.
    static func precedes(_ left: PlayedNote, _ right: PlayedNote) -> Bool {
        if left.onset != right.onset { return left.onset < right.onset }
        if left.part != right.part { return left.part < right.part }
        return left.note != right.note ? left.note < right.note : left.key < right.key
    }
}
