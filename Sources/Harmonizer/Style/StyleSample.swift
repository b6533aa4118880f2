public import Counterpoint
public import ScoreModel

/// A piece whose style is looked at, with what all measures need to know of it.
public struct StyleSample: Sendable {
    /// What it is called.
    public let name: String
    /// The piece.
    public let grid: Grid
    /// The piece as a score of its own.
    public let score: Score
    /// That score as its voices.
    public let passage: Passage
    /// Its harmony.
    public let harmony: HarmonicAnalysis

    /// The key that the piece is in as a whole.
    public var key: Tonality { harmony.home.key }

    /// A piece. Nothing but the grid is known of it, so that what was composed and what was read are looked at in the same way.
    ///
    /// - Precondition: It has four voices.
    public init(name: String, _ grid: Grid) {
        self.name = name
        self.grid = grid
        score = grid.score()
        passage = Passage(score)
        harmony = HarmonicAnalysis(passage, of: score)
    }

    /// What is counted in it.
    public var counts: StyleCounts { StyleCounts(grid, key: key) }

    /// What a linter finds in it.
    public func faults(_ linter: Linter) -> FaultCounts {
        FaultCounts(linter.findings(in: passage, of: score, harmony: harmony), chords: counts[.slices])
    }
}
