public import ScoreModel

/// What is known of a tick besides its notes. Nil is “not known”: a network learns to do without.
public struct TickContext: Hashable, Sendable {
    /// How many quarter notes after its beat it begins. A beat is a quarter note; where eighths (sixteenths) are counted by threes, as in
    /// 6/8, it is three of them.
    public var placeInBeat: Fraction?
    /// The beat within its measure, from 0. A short first measure counts as the end of a whole one, and what a repeat sign divides counts as
    /// one measure. A measure that is longer than its meter counts on.
    public var beatInMeasure: Int?
    /// Whether a phrase ends with the note of the top voice that sounds here: a fermata stands over it, or in string music it is followed by
    /// silence.
    public var endsPhrase: Bool?
    /// The sharps of the key signature as it sounds, negative for flats: from -7 to 7.
    public var fifths: Int?
    /// Whether it belongs to a short first measure.
    public var isPickup: Bool?
    /// The beats of a whole measure of its meter.
    public var beatsPerMeasure: Int?

    /// A tick of which nothing is known, or what is given.
    public init(
        placeInBeat: Fraction? = nil, beatInMeasure: Int? = nil, endsPhrase: Bool? = nil, fifths: Int? = nil,
        isPickup: Bool? = nil,
        beatsPerMeasure: Int? = nil
    ) {
        self.placeInBeat = placeInBeat
        self.beatInMeasure = beatInMeasure
        self.endsPhrase = endsPhrase
        self.fifths = fifths
        self.isPickup = isPickup
        self.beatsPerMeasure = beatsPerMeasure
    }
}
