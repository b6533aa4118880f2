/// What ``TextureCounts`` counts: how music is woven, whatever its harmony.
public enum TextureFeature: String, Hashable, Sendable, Codable, CodingKeyRepresentable, CaseIterable {
    /// The intervals of each voice from note to note, repeated notes too, without a rest between: 256 · voice + 128 + semitones.
    case intervals
    /// How often the same pitch is struck in a row: once for a note that is not repeated.
    case repetitions
    /// The lengths of notes, in twenty-fourths of a quarter note.
    case lengths
    /// The lengths of rests, in twenty-fourths of a quarter note.
    case rests
    /// How many voices sound, for each twenty-fourth of a quarter note.
    case soundingVoices
    /// How many voices begin a note, for each moment at which one does.
    case attacks
    /// Where in their beat notes begin, in twenty-fourths of a quarter note.
    case placesInBeat
    /// Two voices that move at once, for each pair of voices, and whether they double each other in octaves or unison:
    /// 2 · pair + 1 if they do.
    case doublings
    /// Whether neighbouring voices are crossed, for each twenty-fourth of a quarter note: 2 · upper voice + 1 if they are.
    case crossings
    /// How many further notes are stopped together with a note.
    case stops
    /// The pitches of each voice: 128 · voice + MIDI key number.
    case pitches

    /// What it is called in tables.
    public var title: String {
        switch self {
        case .intervals: "intervals of the voices"
        case .repetitions: "repeated notes"
        case .lengths: "lengths of notes"
        case .rests: "lengths of rests"
        case .soundingVoices: "voices that sound"
        case .attacks: "voices that begin together"
        case .placesInBeat: "places in the beat"
        case .doublings: "doublings"
        case .crossings: "crossings"
        case .stops: "stops"
        case .pitches: "pitches of the voices"
        }
    }
}
