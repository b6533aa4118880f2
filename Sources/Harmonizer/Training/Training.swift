/// A network that is trained from beginning to end: it learns step by step, is looked at now and then, and its best snapshot is kept.
///
///     var training = Training(Network(NetworkShape(), vocabulary: .voices), dataset, settings)
///     while !training.isDone { training.advance() }
///     let model = training.model(corpus: "chorales")
///
/// Nothing in it depends on time or on the number of processors, so that a run can be broken off, kept as a ``checkpoint`` and gone on with,
/// and ends with the same parameters.
public struct Training: Sendable {
    /// What is learned from.
    public let dataset: Dataset
    /// The network while it learns.
    public private(set) var learner: Learner
    /// The looks so far.
    public private(set) var looks: [Look]
    /// The parameters of the best look so far; those at the beginning before the first.
    public private(set) var best: [Float]
    /// The losses of the steps since the last look, in order.
    var losses: [Double]

    /// A network at the beginning.
    ///
    /// - Precondition: The training part has a tick.
    public init(_ network: Network, _ dataset: Dataset, _ settings: TrainingSettings) {
        self.dataset = dataset
        learner = Learner(network, pieces: dataset[.train], settings: settings)
        (looks, losses) = ([], [])
        best = learner.average
    }

    init(_ dataset: Dataset, _ learner: Learner, looks: [Look], best: [Float], losses: [Double]) {
        self.dataset = dataset
        self.learner = learner
        self.looks = looks
        self.best = best
        self.losses = losses
    }

    /// The look whose snapshot is kept: the one that cost least in the validation part, everything else known and given the top voice.
    public var bestLook: Look? { looks.min { $0.valid.cost < $1.valid.cost } }

    /// True when all steps are done, or as many looks as settled went by without progress.
    public var isDone: Bool { learner.step >= learner.steps || isStoppedEarly }

    /// True when too many looks went by without progress.
    public var isStoppedEarly: Bool {
        let patience = learner.settings.patience
        guard patience > 0, let bestLook, let last = looks.lastIndex(where: { $0.step == bestLook.step }) else {
            return false
        }
        return looks.count - 1 - last >= patience
    }

    /// Does a step, and looks at the network when it is time.
    ///
    /// - Returns: The look, if there was one.
    @discardableResult
    public mutating func advance() -> Look? {
        let before = learner.passes
        losses.append(learner.learn())
        let distance = learner.settings.validationPasses
        let isTime = (learner.passes / distance).rounded(.down) > (before / distance).rounded(.down)
        guard isTime || learner.step == learner.steps else { return nil }
        let valid = dataset[.valid]
        // Pieces from all over the training part, and the same at every look.
        let train = dataset[.train].enumerated()
            .filter { ($0.offset * valid.count) % dataset[.train].count < valid.count }.map(\.element)
        func score(_ pieces: [Piece]) -> Look.Score {
            Look.Score(
                learner.network.metrics(
                    of: pieces, parameters: learner.average, questions: [.eachCell, .givenTop]))
        }
        let look = Look(
            step: learner.step, passes: learner.passes, loss: losses.reduce(0, +) / Double(losses.count),
            train: score(train), valid: score(valid.isEmpty ? train : valid))
        losses = []
        looks.append(look)
        if bestLook?.step == look.step { best = learner.average }
        return look
    }

    /// The best snapshot, with what there is to tell of it.
    ///
    /// - Parameters:
    ///   - corpus: What was learned from, in a few words.
    ///   - seconds: How long it took, where a clock was at hand.
    public func model(corpus: String, seconds: Double? = nil) -> Model {
        let parts = Dataset.Part.allCases.map { part in
            (
                "\(part)",
                TrainingRecord.Size(pieces: dataset[part].count, ticks: dataset[part].reduce(0) { $0 + $1.ticks })
            )
        }
        return Model(
            learner.network, parameters: best,
            record: TrainingRecord(
                corpus: corpus, parts: Dictionary(uniqueKeysWithValues: parts), settings: learner.settings,
                step: bestLook?.step ?? 0, passes: bestLook?.passes ?? 0, lastStep: learner.step, seconds: seconds,
                looks: looks),
            copies: CopiedRuns(dataset[.train].map { ($0.name, $0.grid) }, voices: [1, 2, 3]),
            stops: dataset.vocabulary?.ensemble == .strings
                ? StopHabits(dataset[.train].lazy.map(\.grid)) : nil)
    }
}
