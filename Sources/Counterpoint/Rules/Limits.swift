public import ScoreModel

/// The numbers of a style that its users may want to change.
public struct Limits: Hashable, Sendable {
    /// The pitches that a voice reaches.
    public struct Compass: Hashable, Sendable {
        /// The lowest usual pitch.
        public var low: Pitch
        /// The highest usual pitch.
        public var high: Pitch
        /// The lowest pitch at all.
        public var lowest: Pitch
        /// The highest pitch at all.
        public var highest: Pitch
    }

    /// The compass of each role.
    public var compasses: [Role: Compass]
    /// The widest distance of neighbours above the bass, in semitones.
    public var upperSpacing = 12
    /// The widest distance of the bass and its neighbour, in semitones.
    public var bassSpacing = 24
    /// Whether direct fifths and octaves are looked for in all pairs of voices, and not only in the outer one.
    public var directInAllPairs = false
    /// How many parallel octaves or unisons on end are a doubling.
    public var doublingLength = 3
}

extension Limits {
    /// The limits of a profile. Bass and tenor may be two octaves apart, but a twelfth in strict style (Laitz); direct motion is
    /// forbidden to all pairs there (Fux).
    public init(_ profile: Profile) {
        compasses = Limits.compasses
        if profile == .strict {
            bassSpacing = 19
            directInAllPairs = true
        }
    }

    /// Voices after the textbooks' widest common figures (Laitz; Open Music Theory), beyond them what Bach's chorales reach
    /// but for a few notes. Strings from the lowest open string, up to what orchestration treatises call comfortable and playable.
    private static let compasses: [Role: Compass] = [
        .soprano: Compass("C4", "G5", "B3", "A5"),
        .alto: Compass("G3", "D5", "F3", "E5"),
        .tenor: Compass("C3", "G4", "B2", "A4"),
        .bass: Compass("E2", "D4", "D2", "E4"),
        .violin1: Compass("G3", "A6", "G3", "E7"),
        .violin2: Compass("G3", "D6", "G3", "E7"),
        .viola: Compass("C3", "E5", "C3", "E6"),
        .cello: Compass("C2", "C5", "C2", "A5"),
    ].compactMapValues { $0 }
}

extension Limits.Compass {
    /// The usual heights, in thousandths of a semitone; none where the limits are upside down.
    var usual: ClosedRange<Int> { low.height...max(low.height, high.height) }
    /// The heights that are reached at all.
    var utmost: ClosedRange<Int> { lowest.height...max(lowest.height, highest.height) }

    /// A compass from the names of pitches; nil when one is not the name of a pitch.
    fileprivate init?(_ low: String, _ high: String, _ lowest: String, _ highest: String) {
        guard let low = Pitch(low), let high = Pitch(high), let lowest = Pitch(lowest), let highest = Pitch(highest)
        else { return nil }
        self.init(low: low, high: high, lowest: lowest, highest: highest)
    }
}
