internal import Foundation

/// How much more readily a composer does things than a sampler would without it: what intervals and chords gain, in nats.
///
/// What the network has learned, rules, and the choice among settings together have habits of their own. An idiom is what has to be added to their
/// weights for intervals, chords on beats and chords under fermatas to come as often as in a composer's pieces: an exponential family whose
/// means are his (Jaynes, “Information theory and statistical mechanics”, 1957). A ``Calibration`` finds it.
public struct Idiom: Hashable, Sendable {
    /// All gains: of intervals from a note to the next one, for each voice from the widest fall to the widest rise; of chords that something begins
    /// in on a beat, for each set of pitch classes above the bass; of chords in the first tick of a fermata, the same for each bass above the tonic.
    private(set) var gains = [Float](repeating: 0, count: Self.cadences + 12 * Self.sets)

    /// The widest interval that is told from wider ones, and one more, as ``StyleFeature`` has it.
    private static let reach = 13
    private static let sets = 1 << 12
    /// Where the gains of chords begin, and those of cadences.
    private static let chords = NetworkShape.voices * (2 * reach + 1)
    private static let cadences = chords + sets

    /// The one that adds nothing.
    public init() {}

    init(gains: [Float]) {
        precondition(gains.count == Self.cadences + 12 * Self.sets)
        self.gains = gains
    }

    /// What an interval of a voice gains, in semitones upwards.
    func gain(interval: Int, voice: Int) -> Float { gains[Self.place(interval: interval, voice: voice)] }

    /// What a chord on a beat gains, counted from its bass.
    func gain(chord: PitchClasses) -> Float { gains[Self.chords + chord.bits] }

    /// What a chord gains where a fermata begins, counted from its bass.
    ///
    /// - Parameter bass: The bass above the major tonic of the key signature, in semitones.
    func gain(cadence chord: PitchClasses, over bass: Int) -> Float {
        gains[Self.cadences + bass.modulo12 * Self.sets + chord.bits]
    }

    private static func place(interval: Int, voice: Int) -> Int {
        voice * (2 * reach + 1) + reach + max(-reach, min(interval, reach))
    }

    /// Moves the gains so that what comes too seldom in some pieces comes more often.
    ///
    /// - Parameters:
    ///   - counts: What was found in pieces that were composed with it.
    ///   - reference: What is found in the composer's.
    ///   - pace: The share of the way to go; all of it would do if nothing depended on anything else.
    ///   - ensemble: Whose pieces they are. Strings rest and hold while others move; so for them the gains of intervals say only which ones come, not
    ///     whether any does, and chords, of which four sounding voices are seldom all, have none.
    mutating func move(
        from counts: StyleCounts, towards reference: StyleCounts, pace: Double, for ensemble: Ensemble
    ) {
        func move(_ feature: StyleFeature, _ place: (Int) -> Int) {
            let (own, others) = (counts[feature], reference[feature])
            let scale = Double(own.total) / Double(max(1, others.total))
            for value in Set(own.counts.keys).union(others.counts.keys) {
                let found = Double(own.counts[value] ?? 0)
                let wanted = scale * Double(others.counts[value] ?? 0)
                let gain = Double(gains[place(value)]) + pace * log((wanted + Self.doubt) / (found + Self.doubt))
                gains[place(value)] = Float(max(-Self.most, min(gain, Self.most)))
            }
        }
        for voice in 0..<NetworkShape.voices {
            move(StyleFeature.intervals[voice]) { Self.place(interval: $0, voice: voice) }
            if ensemble == .strings { centre(voice, reference[StyleFeature.intervals[voice]]) }
        }
        guard ensemble == .choir else { return }
        move(.chordShapes) { Self.chords + $0 }
        // The feature has the bass in the bits above those of the chord, as the gains have.
        move(.cadenceChords) { Self.cadences + $0 }
    }

    /// Moves all gains of a voice's intervals so that those that composers write gain nothing on the whole.
    private mutating func centre(_ voice: Int, _ reference: Histogram) {
        let sum = reference.counts.reduce(0.0) { sum, entry in
            sum + Double(entry.value) * Double(gains[Self.place(interval: entry.key, voice: voice)])
        }
        let mean = Float(sum / Double(max(reference.total, 1)))
        for interval in -Self.reach...Self.reach { gains[Self.place(interval: interval, voice: voice)] -= mean }
    }

    /// What is added to both counts of everything, so that what is rare says little.
    private static let doubt = 5.0
    /// The greatest gain.
    private static let most = 3.0
}
