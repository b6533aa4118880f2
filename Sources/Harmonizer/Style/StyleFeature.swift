/// What ``StyleCounts`` keeps a histogram of.
///
/// Intervals lead from a note of a voice to its next note without a rest between, in semitones; the values -13 and 13 stand for what is wider.
public enum StyleFeature: String, Hashable, Sendable, Codable, CodingKeyRepresentable, CaseIterable {
    /// The intervals of the top voice.
    case sopranoIntervals
    /// The intervals of the second voice.
    case altoIntervals
    /// The intervals of the third voice.
    case tenorIntervals
    /// The intervals of the lowest voice.
    case bassIntervals
    /// The intervals of the lowest voice modulo the octave, from 0 to 11.
    case bassMoves
    /// Slices on beats with all voices: the pitch classes above the bass, a bit each.
    case chordShapes
    /// Where a note with a fermata begins in the top voice and all voices sound: the pitch classes above the bass, a bit each, plus 4,096 times the
    /// pitch class of the bass above the major tonic of the key signature.
    case cadenceChords
    /// The ticks from a note to the next one of its voice, 16 for what is longer; the three lower voices.
    case durations
    /// Notes by voice and place: 16 times the voice plus the tick in the beat; the three lower voices.
    case placesInBeat
    /// Notes by voice and place: 4,096 times the voice, plus 256 times the beats of a measure, plus 16 times the beat, plus the tick in it; the
    /// three lower voices.
    case placesInMeasure

    /// The intervals of a voice, counted from the top.
    static let intervals: [StyleFeature] = [.sopranoIntervals, .altoIntervals, .tenorIntervals, .bassIntervals]

    /// What it is called in tables about an ensemble.
    public func title(_ ensemble: Ensemble) -> String {
        switch self {
        case .sopranoIntervals: "intervals of the \(ensemble.voices[0])"
        case .altoIntervals: "intervals of the \(ensemble.voices[1])"
        case .tenorIntervals: "intervals of the \(ensemble.voices[2])"
        case .bassIntervals: "intervals of the \(ensemble.voices[3])"
        case .bassMoves: "bass moves"
        case .chordShapes: "chord shapes on beats"
        case .cadenceChords: "cadence chords"
        case .durations: "durations"
        case .placesInBeat: "places of notes in the beat"
        case .placesInMeasure: "places of notes in the measure"
        }
    }
}
