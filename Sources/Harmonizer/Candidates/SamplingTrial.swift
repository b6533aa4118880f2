public import Counterpoint
internal import ScoreModel

/// What a way of composing makes of melodies: what a style report is about.
public struct SamplingTrial: Sendable {
    /// A part of the composing that can be left out, to see what it is good for.
    public enum Part: String, Sendable, CaseIterable {
        /// Rules and consonance in the draw.
        case guidance
        /// What the composer does more readily than the network.
        case idiom
        /// Settings side by side.
        case particles
        /// Composing anew what the linter finds.
        case repair
        /// Choosing among candidates.
        case ranking
    }

    private let sampler: Sampler
    private let linter: Linter
    private var settings: SamplingSettings
    private var repairs = true
    private var candidates: Int

    /// A trial of a model with usual settings.
    ///
    /// - Parameter candidates: How many candidates there are to choose from.
    public init(
        _ sampler: Sampler, _ settings: SamplingSettings? = nil, linter: Linter, candidates: Int = 4,
        without parts: Set<Part> = []
    ) {
        (self.sampler, self.linter) = (sampler, linter)
        self.settings = settings ?? SamplingSettings(sampler.network.network.vocabulary.ensemble)
        self.candidates = parts.contains(.ranking) ? 1 : candidates
        if parts.contains(.guidance) {
            self.settings.prices = Prices([:])
            (self.settings.consonance, self.settings.ending) = (0, 0)
        }
        if parts.contains(.idiom) { self.settings.idiom = 0 }
        if parts.contains(.particles) { self.settings.particles = 1 }
        repairs = !parts.contains(.repair)
    }

    /// A piece with its lower voices composed anew, as it would be shown.
    ///
    /// Where all candidates copy too much, the first one is.
    public func setting(of piece: Piece, seed: UInt64) -> Piece {
        var maker = CandidateMaker(
            sampler, CompositionTask(piece.grid.hiding([1, 2, 3]), keeping: [0]), settings, linter: linter)
        maker.repairs = repairs
        let all = (0..<candidates).map { maker.candidate($0, seed: seed) }
        return Piece(name: piece.name, (CandidateMaker.ranked(all).first ?? all[0]).grid)
    }

    /// Pieces with their lower voices composed anew in another way, such as that of ``BlockedGibbs``.
    public static func settings(
        of pieces: [Piece], seed: UInt64, _ compose: @Sendable (CompositionTask, UInt64) -> Grid
    ) -> [Piece] {
        return parallel(pieces.count) { index in
            let task = CompositionTask(pieces[index].grid.hiding([1, 2, 3]), keeping: [0])
            return Piece(name: pieces[index].name, compose(task, seed))
        }
    }

    /// Pieces with their lower voices composed anew.
    public func settings(of pieces: [Piece], seed: UInt64) -> [Piece] {
        return parallel(pieces.count) { setting(of: pieces[$0], seed: seed) }
    }
}

extension Grid {
    /// It without what some voices do.
    func hiding(_ voices: Set<Int>) -> Grid {
        var grid = self
        for cell in tokens.indices where voices.contains(cell % voiceCount) {
            grid.tokens[cell] = .hidden
            grid.stops[cell] = nil
        }
        return grid
    }
}
