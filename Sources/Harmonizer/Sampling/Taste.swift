/// How somebody wants music to be, against what is usual: each from -1 to 1, 0 being usual.
public struct Taste: Hashable, Sendable {
    /// Whether moments are triads and seventh chords, or rub.
    public var consonance: Float = 0
    /// Whether there are many notes.
    public var busyness: Float = 0
    /// Whether what seldom happens may happen.
    public var adventure: Float = 0

    /// The usual one.
    public init() {}
}

extension SamplingSettings {
    /// Settings for a taste; `Docs/Reharmonize.md` tells what the ends of the scales are.
    public init(_ taste: Taste, for ensemble: Ensemble = .choir) {
        self.init(ensemble)
        consonance += taste.consonance * (taste.consonance > 0 ? 0.7 : consonance)
        tempering.busyness += taste.busyness * 0.9
        let warmth = 1 + taste.adventure * 0.25
        tempering.pitch *= warmth
        tempering.rhythm *= warmth
        // What is usual gains where nothing new is wanted.
        typicality = max(0, -taste.adventure) * 0.5
    }
}
