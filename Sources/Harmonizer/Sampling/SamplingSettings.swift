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
    /// What a quarter note of silence costs a voice in string music, in nats: who is silent breaks no rule, and rules should not drive voices there.
    public var silence: Float = 3
    /// What it costs to strike a note again for the first time under a theme that is e times slower than usual, in nats: who is pushed towards notes
    /// repeats what he has.
    public var repetition: Float = 0
    /// What offences against rules cost.
    public var prices: Prices
    /// The share of the model's idiom that counts.
    public var idiom: Float = 1

    /// The usual ones for what an ensemble performs.
    public init(_ ensemble: Ensemble = .choir) {
        prices = Prices(ensemble)
        guard ensemble == .strings else { return }
        (consonance, repetition) = (0.4, 1.3)
        (tempering.busyness, tempering.rhythm) = (0.5, 1.2)
    }
}
