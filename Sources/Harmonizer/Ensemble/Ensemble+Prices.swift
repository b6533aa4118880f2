public import Counterpoint

extension Prices {
    /// For what an ensemble performs. What is forbidden is dear enough hardly ever to be chosen where anything else is possible; the others are about
    /// as much rarer than in the network's own opinion as that is too free with them.
    public init(_ ensemble: Ensemble) {
        switch ensemble {
        case .choir:
            self.init([
                "parallel-fifths": 8, "parallel-octaves": 8, "parallel-unisons": 8, "beat-parallels": 4,
                "contrary-fifths": 2, "contrary-octaves": 2, "unequal-fifths": 3,
                "direct-fifths": 0.7, "direct-octaves": 0.7, "direct-unison": 0.3,
                "spacing-upper": 0.5, "spacing-bass": 0.5, "voice-crossing": 1, "voice-overlap": 0.3,
                "voice-range": 0.3,
                "melodic-augmented": 4, "melodic-diminished": 0.3, "melodic-seventh": 1.5, "melodic-beyond-octave": 2,
                "cross-relation": 2,
                "leading-tone-doubled": 4, "leading-tone-unresolved": 0.5, "leading-tone-not-raised": 3,
                "seventh-unresolved": 5, "seventh-doubled": 4,
                "doubled-third": 0.5, "missing-third": 3, "missing-root-or-fifth": 1, "six-four-doubling": 0.5,
                "dissonance-unclassified": 3, "suspension-unresolved": 2, "suspension-doubled-resolution": 1,
                "fourth-above-bass": 2, "simultaneous-semitone": 1,
                "cadence-final-not-tonic": 4, "cadential-six-four": 1, "cadence-leading-tone": 1,
                "phrase-end-dissonance": 3,
            ])
        case .strings:
            // Octaves and unisons in parallel are a texture, and cost nothing; single ones are mended afterwards.
            self.init([
                "parallel-fifths": 7, "unequal-fifths": 0.5,
                "contrary-fifths": 1, "contrary-octaves": 1, "direct-fifths": 0.3, "direct-octaves": 0.1,
                "instrument-range": 0.5, "melodic-augmented": 1.5, "cross-relation": 1.5,
                "leading-tone-doubled": 2, "leading-tone-unresolved": 0.3, "leading-tone-not-raised": 2,
                "seventh-unresolved": 2, "seventh-doubled": 2, "missing-third": 1,
                "dissonance-unclassified": 2, "suspension-unresolved": 1, "simultaneous-semitone": 1,
                "cadence-final-not-tonic": 4, "cadence-leading-tone": 0.5, "phrase-end-dissonance": 2,
            ])
        }
    }
}
