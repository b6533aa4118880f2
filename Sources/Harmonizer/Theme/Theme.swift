internal import Counterpoint
public import ScoreModel

/// A task for somebody who composes: a score of four voices, some of which are given.
///
///     let theme = try Theme(score)                  // a melody, a song, a chorale
///     var grid = theme.grid                         // as a model reads it
///     // … compose what is hidden in it …
///     theme.setting(grid).score                     // the theme as it was, with new voices
///
/// `Docs/Themes.md` tells what is taken, what is adapted and what is refused.
public struct Theme: Sendable {
    /// The score: what was given, untouched, and parts that rest for the voices that it lacks.
    public let score: Score
    /// Its reading. The ends of phrases count as fermatas there, whether the score has them or not. What its tokens mean is moved with
    /// ``transposition``: as numbers they are those of the model.
    public let reading: Grid.Reading
    /// The voices that stay as they are, from 0 at the top.
    public let kept: Set<Int>
    /// How many semitones above the score the model is to read it.
    public let transposition: Int
    /// What was supposed, found or done, in the order in which it was.
    public let adaptations: [Diagnostic]
    /// The ticks before which notes end that the score has a fermata on; nil when all ends of phrases are to have one.
    let fermatas: [Int]?
    /// The ticks of measures in which the theme is silent, and all voices with it.
    let silence: [Range<Int>]

    init(
        score: Score, reading: Grid.Reading, kept: Set<Int>, transposition: Int, adaptations: [Diagnostic],
        fermatas: [Int]?, silence: [Range<Int>]
    ) {
        (self.score, self.reading, self.kept) = (score, reading, kept)
        (self.transposition, self.adaptations) = (transposition, adaptations)
        (self.fermatas, self.silence) = (fermatas, silence)
    }

    /// The theme as a model reads it, in the tokens of its vocabulary: moved by ``transposition``, the voices that are kept known, the
    /// others hidden; where the theme is silent for whole measures they are silent too.
    public var grid: Grid {
        let old = reading.grid
        var grid = Grid(
            Vocabulary(old.vocabulary.ensemble), voiceCount: old.voiceCount, tokens: old.tokens, ticks: old.ticks,
            times: old.times)
        for voice in 0..<grid.voiceCount where !kept.contains(voice) {
            for tick in grid.ticks.indices { grid[tick, voice] = .hidden }
            for tick in silence.joined() { grid[tick, voice] = .rest }
        }
        for tick in grid.ticks.indices { grid.ticks[tick].fifths = grid.ticks[tick].fifths?.moved(by: transposition) }
        return grid
    }

    /// The score with what was composed, moved back.
    ///
    /// - Parameters:
    ///   - grid: ``grid`` with other tokens.
    ///   - measures: The indices of the measures in which the voices that are not kept are written anew; all when nil.
    public func setting(_ grid: Grid, measures: Range<Int>? = nil) -> Rewriting {
        var sounding = reading.grid.with(grid.tokens)
        sounding.stops = grid.stops
        return Rewriting(score, reading, as: sounding, keeping: kept, measures: measures, fermatas: fermatas)
    }
}

extension Theme {
    /// A score that was made of the theme with nothing but its four voices: an accompaniment that was not listened to cannot be judged with them.
    /// Its parts keep their places.
    public func voicesAlone(in score: Score) -> Score {
        let parts = Set(reading.places.map(\.part))
        var alone = score
        for index in score.parts.indices where !parts.contains(index) {
            let old = score.parts[index]
            alone.parts[index] = Part(id: old.id, name: old.name)
            (alone.parts[index].measures, alone.parts[index].keys, alone.parts[index].meters) =
                (old.measures, old.keys, old.meters)
        }
        return alone
    }
}

extension Int {
    /// Sharps of a key so many semitones higher, from five flats to six sharps.
    fileprivate func moved(by semitones: Int) -> Int {
        semitones % 12 == 0 ? self : (self + 7 * semitones + 5).modulo(12) - 5
    }
}
