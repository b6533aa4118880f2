internal import Foundation

/// How a network is trained. Every number has a default that was measured on chorales.
public struct TrainingSettings: Hashable, Sendable, Codable {
    /// Where all chance of the run comes from.
    public var seed: UInt64 = 1
    /// How often the whole training part is seen, counted in ticks.
    public var passes = 50.0
    /// The ticks of a crop.
    public var cropTicks = 96
    /// The crops of a step.
    public var crops = 48
    /// Into how many parts a step is divided, which are computed at the same time. Results depend on it, not on how many cores there are.
    public var shards = 2
    /// The learning rate after the warm-up. From there it falls along a half cosine.
    public var learningRate = 0.003
    /// The share of the learning rate that is left at the end.
    public var finalShare = 0.0
    /// The steps of the warm-up.
    public var warmUp = 60
    /// How fast the mean of the gradients forgets.
    public var beta1 = 0.9
    /// How fast the mean of their squares forgets.
    public var beta2 = 0.99
    /// What keeps the division by the root of that mean from zero.
    public var epsilon = 1e-8
    /// By which share of the learning rate parameters shrink in a step.
    public var weightDecay = 0.01
    /// The greatest length of a step's gradient; longer ones are scaled down.
    public var clip = 1.0
    /// The share of numbers that noise leaves out.
    public var dropout = 0.35
    /// How slowly the averaged parameters, which are the ones that are kept, follow.
    public var averaging = 0.99
    /// How often fermatas, and how often the key, are withheld, so that the network can do without.
    public var withholding = 0.12
    /// The passes from one look at the validation part to the next.
    public var validationPasses = 2.0
    /// After how many looks without progress training stops; 0 for never.
    public var patience = 10

    /// The defaults.
    public init() {}

    /// Reads what is given; the rest has its defaults.
    public init(from decoder: any Decoder) throws {
        self.init()
        let values = try decoder.container(keyedBy: CodingKeys.self)
        func read<Value: Decodable>(_ key: CodingKeys, _ value: inout Value) throws {
            value = try values.decodeIfPresent(Value.self, forKey: key) ?? value
        }
        try read(.seed, &seed)
        try read(.passes, &passes)
        try read(.cropTicks, &cropTicks)
        try read(.crops, &crops)
        try read(.shards, &shards)
        try read(.learningRate, &learningRate)
        try read(.finalShare, &finalShare)
        try read(.warmUp, &warmUp)
        try read(.beta1, &beta1)
        try read(.beta2, &beta2)
        try read(.epsilon, &epsilon)
        try read(.weightDecay, &weightDecay)
        try read(.clip, &clip)
        try read(.dropout, &dropout)
        try read(.averaging, &averaging)
        try read(.withholding, &withholding)
        try read(.validationPasses, &validationPasses)
        try read(.patience, &patience)
    }

    /// The learning rate of a step, counted from 0, of a run of so many.
    func rate(step: Int, of steps: Int) -> Double {
        let warm = min(1, Double(step + 1) / Double(max(warmUp, 1)))
        let fall = 0.5 + 0.5 * cos(.pi * min(1, Double(step) / Double(max(steps, 1))))
        return learningRate * warm * (finalShare + (1 - finalShare) * fall)
    }
}
