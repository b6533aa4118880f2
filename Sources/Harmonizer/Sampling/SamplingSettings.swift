public import Counterpoint

/// How notes are drawn.
public struct SamplingSettings: Hashable, Sendable, Codable {
    /// How probabilities are sharpened.
    public var tempering = Tempering()
    /// How many settings are composed side by side, of which the better ones go on at each beat.
    public var particles = 16
    /// How much a setting gains by being usual: the share of the network's own opinion in what decides which ones go on.
    public var typicality: Float = 0
    /// What a moment costs, in nats, that is no triad or seventh chord, nor one but for a note that is held over: on a beat, and half of it off.
    public var consonance: Float = 0.65
    /// What each tick of the last chord costs, in nats, that is no triad on its root, and the same when the bass is not the tonic; half of it each tick
    /// under a fermata that is no triad.
    public var ending: Float = 3
    /// What offences against rules cost.
    public var prices = Prices.chorale
    /// The share of the model's idiom that counts.
    public var idiom: Float = 1

    /// The usual ones.
    public init() {}
}

extension Prices {
    /// For chorales. What is forbidden is dear enough never to be chosen where anything else is possible; the others are about as much rarer
    /// than in the network's own opinion as that is too free with them.
    public static let chorale = Prices([
        "parallel-fifths": 8, "parallel-octaves": 8, "parallel-unisons": 8, "beat-parallels": 4,
        "contrary-fifths": 2, "contrary-octaves": 2, "unequal-fifths": 3,
        "direct-fifths": 0.7, "direct-octaves": 0.7, "direct-unison": 0.3,
        "spacing-upper": 0.5, "spacing-bass": 0.5, "voice-crossing": 1, "voice-overlap": 0.3, "voice-range": 0.3,
        "melodic-augmented": 4, "melodic-diminished": 0.3, "melodic-seventh": 1.5, "melodic-beyond-octave": 2,
        "cross-relation": 2,
        "leading-tone-doubled": 4, "leading-tone-unresolved": 0.5, "leading-tone-not-raised": 3,
        "seventh-unresolved": 5, "seventh-doubled": 4,
        "doubled-third": 0.5, "missing-third": 3, "missing-root-or-fifth": 1, "six-four-doubling": 0.5,
        "dissonance-unclassified": 3, "suspension-unresolved": 2, "suspension-doubled-resolution": 1,
        "fourth-above-bass": 2, "simultaneous-semitone": 1,
        "cadence-final-not-tonic": 4, "cadential-six-four": 1, "cadence-leading-tone": 1, "phrase-end-dissonance": 3,
    ])
}
