public import Counterpoint
internal import ScoreModel

/// Finds the ``Idiom`` with which a model composes as its composer did: it composes around melodies of his, counts, and moves the gains, again
/// and again, less each time.
///
///     var calibration = Calibration(model, pieces, linter: linter)
///     while !calibration.isDone { calibration.advance() }
///     calibration.model
///
/// The pieces may be those that the network learned from: what is found is some hundred numbers, each from many places.
public struct Calibration: Sendable {
    /// The model, with the idiom as it is by now.
    public private(set) var model: Model
    /// How many rounds have gone by.
    public private(set) var round = 0
    /// How many rounds there are.
    public let rounds: Int
    private let pieces: [Piece]
    private let reference: StyleCounts
    private let share: Int
    private let seed: UInt64
    private let linter: Linter

    /// A calibration of a model at the beginning; an idiom that the model has is gone on from.
    ///
    /// - Parameters:
    ///   - pieces: The composer's.
    ///   - share: How many of them are composed anew in a round.
    /// A model of quartets composes excerpts.
    ///
    /// - Precondition: There is a piece, and one at least is composed anew in a round.
    public init(
        _ model: Model, _ pieces: [Piece], linter: Linter, rounds: Int = 10, share: Int = 96, seed: UInt64 = 1
    ) {
        precondition(!pieces.isEmpty && share > 0)
        // The first excerpts of all pieces, then the second ones: a round meets many pieces.
        let excerpts = pieces.map(\.excerpts)
        let trials = (0..<(excerpts.map(\.count).max() ?? 0)).flatMap { number in
            excerpts.compactMap { $0.indices.contains(number) ? $0[number] : nil }
        }
        (self.model, self.linter, self.rounds, self.seed) = (model, linter, rounds, seed)
        self.pieces = trials
        self.share = min(share, trials.count)
        reference = Self.counts(of: trials)
        if model.network.vocabulary.ensemble == .strings { self.model.stops = StopHabits(pieces.lazy.map(\.grid)) }
    }

    /// True when all rounds have gone by.
    public var isDone: Bool { round >= rounds }

    /// Composes a share of the pieces anew and moves the gains by what came out.
    ///
    /// - Returns: What came out, for each feature as the Jensen-Shannon divergence from the composer's pieces, in nats.
    @discardableResult
    public mutating func advance() -> [StyleFeature: Double] {
        let trial = SamplingTrial(Sampler(model), linter: linter, candidates: 1)
        let some = (0..<share).map { pieces[(round * share + $0) % pieces.count] }
        let counts = Self.counts(of: trial.settings(of: some, seed: SplitMix64.mix(seed &+ UInt64(round))))
        model.idiom.move(
            from: counts, towards: reference, pace: Self.pace / (1 + Double(round) / 4),
            for: model.network.vocabulary.ensemble)
        round += 1
        return StyleFeature.allCases.reduce(into: [:]) { divergences, feature in
            divergences[feature] = counts[feature].divergence(from: reference[feature])
        }
    }

    /// The first step's share of the way.
    private static let pace = 0.7

    private static func counts(of pieces: [Piece]) -> StyleCounts {
        parallel(pieces.count) { StyleSample(name: pieces[$0].name, pieces[$0].grid).counts }
            .reduce(into: StyleCounts()) { $0 += $1 }
    }
}
