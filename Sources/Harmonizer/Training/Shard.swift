/// The part of a step that one thread computes, with the room that it needs.
struct Shard: Sendable {
    let number: Int
    var batch: TrainingBatch?
    var gradient: [Float]
    private(set) var loss = 0.0
    private var workspace = Workspace<Float>()

    init(number: Int, gradient: [Float]) {
        self.number = number
        self.gradient = gradient
    }

    /// Computes the gradient and the loss of its batch.
    mutating func learn(
        _ network: Network, parameters: [Float], weight: Float, settings: TrainingSettings, step: Int
    ) {
        guard let batch else { return }
        gradient.withUnsafeMutableBufferPointer { $0.update(repeating: 0) }
        let key = SplitMix64.mix(settings.seed &+ SplitMix64.mix(UInt64(step) &+ UInt64(number) << 40))
        loss = network.addGradient(
            of: batch.input, truth: batch.truth, weight: weight, parameters: parameters, to: &gradient,
            workspace: &workspace, dropout: Dropout(rate: settings.dropout, key: key))
    }
}
