/// What is known of a tick besides its notes. Nil is “not known”: a network learns to do without.
public struct TickContext: Hashable, Sendable {
    /// The tick within its beat, from 0. A beat is a quarter note; where eighths (sixteenths) are counted by threes, as in 6/8, it is three of
    /// them.
    public var tickInBeat: Int?
    /// The beat within its measure, from 0. A short first measure counts as the end of a whole one, and what a repeat sign divides counts as
    /// one measure. A measure that is longer than its meter counts on.
    public var beatInMeasure: Int?
    /// Whether a fermata stands over the note of the top voice that sounds here.
    public var hasFermata: Bool?
    /// The sharps of the key signature as it sounds, negative for flats: from -7 to 7.
    public var fifths: Int?
    /// Whether it belongs to a short first measure.
    public var isPickup: Bool?
    /// The beats of a whole measure of its meter.
    public var beatsPerMeasure: Int?

    /// A tick of which nothing is known, or what is given.
    public init(
        tickInBeat: Int? = nil, beatInMeasure: Int? = nil, hasFermata: Bool? = nil, fifths: Int? = nil,
        isPickup: Bool? = nil,
        beatsPerMeasure: Int? = nil
    ) {
        self.tickInBeat = tickInBeat
        self.beatInMeasure = beatInMeasure
        self.hasFermata = hasFermata
        self.fifths = fifths
        self.isPickup = isPickup
        self.beatsPerMeasure = beatsPerMeasure
    }
}
