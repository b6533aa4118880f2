public import Counterpoint
public import ScoreModel

/// What somebody wants of a theme.
public struct ThemeWishes: Hashable, Sendable {
    /// Where phrases end.
    public enum Phrases: Hashable, Sendable {
        /// Where the fermatas of the score say so; where they leave much unsaid, ends are found in the melody too.
        case found
        /// In these places and nowhere else.
        case given([PhraseEnd])
    }

    /// The end of a phrase.
    public struct PhraseEnd: Hashable, Sendable {
        /// The number of the measure, as it is printed.
        public let measure: String
        /// The beat at which its last note sounds, from 1, in the note value below the line of the time signature; when nil, the note of the
        /// measure that looks most like an end is taken.
        public let beat: Fraction?

        /// A place.
        public init(measure: String, beat: Fraction? = nil) {
            (self.measure, self.beat) = (measure, beat)
        }
    }

    /// The voices that stay as they are. When nil, the top voice of a choir or quartet, else all that there is of up to three voices.
    ///
    /// Strings count as the voices in whose place they stand: the first violin as the soprano.
    public var kept: Set<Role>?
    /// Where phrases end.
    public var phrases = Phrases.found
    /// Whose music the model knows.
    public var ensemble: Ensemble
    /// Who is to perform what comes out: all four parts become theirs. When nil, those who sing what strings are to play become strings, other
    /// parts stay what they are, and added ones are the model's.
    public var instrumentation: Ensemble?
    /// The ranges that the model knows.
    public var compass: Compass

    /// Who performs parts that are added.
    var performers: Ensemble { instrumentation ?? ensemble }

    /// What suits most scores, for a model of an ensemble's music.
    public init(_ ensemble: Ensemble = .choir) {
        (self.ensemble, compass) = (ensemble, ensemble.reach)
    }
}

extension Role {
    /// Which of four voices it is, from 0 at the top.
    var voice: Int {
        switch self {
        case .soprano, .violin1: 0
        case .alto, .violin2: 1
        case .tenor, .viola: 2
        case .bass, .cello: 3
        }
    }
}
