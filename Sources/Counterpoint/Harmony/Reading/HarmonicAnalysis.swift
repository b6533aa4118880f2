public import ScoreModel

/// What a passage is in terms of harmony: its keys, its chords, the tones that belong to no chord, and its cadences.
public struct HarmonicAnalysis: Sendable {
    /// The key that the piece is in as a whole.
    public internal(set) var home: KeyRegion
    /// The local keys, in order, without gaps between them.
    public internal(set) var keys: [KeyRegion] = []
    /// The chords, in order. Where nothing sounds there is none.
    public internal(set) var chords: [ChordSpan] = []
    /// The tones that do not belong to the chord under them, by onset and voice.
    public internal(set) var ornaments: [Ornament] = []
    /// The ends of phrases.
    public internal(set) var cadences: [Cadence] = []
    /// Where what the score says of its own harmony (figures, symbols) is not what its notes are.
    public internal(set) var disagreements: [Disagreement] = []
}

/// A stretch of music in one key.
public struct KeyRegion: Hashable, Sendable {
    /// The key.
    public let key: Tonality
    /// Where it begins, in quarter notes from the start of the piece.
    public let onset: Fraction
    /// Where it ends.
    public let end: Fraction
    /// The share of right answers among answers like this one.
    public let confidence: Double
}

/// A chord from where it begins until it, its bass or the key changes.
public struct ChordSpan: Hashable, Sendable {
    /// Where what is known of it comes from.
    public enum Source: String, Sendable {
        /// From the notes.
        case inferred
        /// From figures, chord symbols or numerals in the score, or from its user.
        case given
    }

    /// The moments that it lasts for, as indices of ``Passage/moments``.
    public let moments: Range<Int>
    /// Where it begins, in quarter notes from the start of the piece.
    public let onset: Fraction
    /// Where it ends.
    public let end: Fraction
    /// The local key.
    public let key: Tonality
    /// The chord.
    public let chord: Chord
    /// Its name in its key: `V65/V`.
    public internal(set) var numeral: Numeral
    /// The share of right answers among answers like this one: key, root and quality together.
    public let confidence: Double
    /// Where it is known from.
    public let source: Source
}

/// A tone that does not belong to the chord it sounds over.
public struct Ornament: Hashable, Sendable {
    /// What a tone that is foreign to its chord does.
    public enum Kind: String, Sendable, CaseIterable {
        case passing, neighbour, suspension, retardation, anticipation, appoggiatura
        case escape, cambiata, pedal
    }

    /// Its voice, counted from the top.
    public let voice: Int
    /// Its index in ``Voice/events``.
    public let event: Int
    /// The first moment at which it is foreign, as an index of ``Passage/moments``.
    public let moment: Int
    /// The index in ``HarmonicAnalysis/chords`` of the chord that it is foreign to then.
    public let chord: Int
    /// What it is; nil when it is nothing that has a name.
    public let kind: Kind?
    /// The intervals above the bass of a suspension and its resolution: `4-3`.
    public let figure: String?
    /// The share of right answers among answers like this one.
    public let confidence: Double
}

/// The end of a phrase.
public struct Cadence: Hashable, Sendable {
    /// How a phrase ends.
    public enum Kind: String, Sendable, CaseIterable {
        /// Dominant to tonic, both in root position, with the tonic in the top voice.
        case perfectAuthentic = "perfect-authentic"
        /// Dominant to tonic otherwise.
        case imperfectAuthentic = "imperfect-authentic"
        /// The phrase ends on the dominant.
        case half
        /// The phrase ends on the dominant of minor, from the first inversion of the fourth degree.
        case phrygianHalf = "phrygian-half"
        /// The fourth degree to the tonic.
        case plagal
        /// Dominant to the sixth degree, or to another chord in the tonic's place.
        case deceptive
    }

    /// What it is; nil when the phrase ends on none of these.
    public let kind: Kind?
    /// The index in ``HarmonicAnalysis/chords`` of the last chord.
    public let chord: Int
    /// Where the phrase ends, in quarter notes from the start of the piece.
    public let end: Fraction
    /// What ends the phrase; nil for the end of the piece.
    public let boundary: Boundary?
    /// The share of right answers among answers like this one.
    public let confidence: Double
}

/// What a score says of its harmony where its notes say something else.
public struct Disagreement: Hashable, Sendable {
    /// Where, in quarter notes from the start of the piece.
    public let time: Fraction
    /// What is wrong, in a sentence without its end.
    public let message: String
    /// Where it was read.
    public let origin: Origin?
}
