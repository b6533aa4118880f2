/// Two stacks of LSTM layers that never mix, one over what came before and one over what comes after, and a head for each voice.
///
/// The head of a voice sees the past up to the tick before, the future from the tick after, and the other three voices: never the cell that
/// it is asked for. So one pass gives the probability of every cell, given all others.
public struct Network: Sendable {
    /// Its sizes.
    public let shape: NetworkShape
    /// The tokens that it knows.
    public let vocabulary: Vocabulary
    /// Where its parameters lie.
    public let layout: ParameterLayout
    let heads: [Head]
    let forwardLookup: TableLookup
    let backwardLookup: TableLookup

    /// A network of a shape over a vocabulary. Its parameters are kept apart.
    public init(_ shape: NetworkShape, vocabulary: Vocabulary) {
        self.shape = shape
        self.vocabulary = vocabulary
        let layout = ParameterLayout(shape, vocabulary: vocabulary)
        self.layout = layout
        heads = (0..<NetworkShape.voices).map {
            Head(voice: $0, shape: shape, vocabulary: vocabulary, layout: layout)
        }
        var (forward, backward) = (TableLookup(), TableLookup())
        for voice in 0..<NetworkShape.voices {
            forward.append(.forward(voice), layout.token[voice])
            backward.append(.backward(voice), layout.token[voice])
        }
        for voice in 0..<NetworkShape.voices { forward.append(.sounding(voice), layout.sounding[voice]) }
        let context = layout.context.enumerated().map { (FeatureColumn.context($0), $1) }
        forward.append(sum: context)
        backward.append(sum: context)
        forwardLookup = forward
        backwardLookup = backward
    }

    /// The logarithms of the probabilities of all tokens in all cells.
    ///
    /// - Returns: `rows * 4 * vocabulary.count` numbers: for each row its four voices, for each of them all tokens.
    public func logProbabilities(_ input: NetworkInput, parameters: [Float]) -> [Float] {
        var workspace = Workspace<Float>()
        return answers(input, parameters: parameters, workspace: &workspace)
    }

    /// The same in either precision.
    func answers<Scalar: Real>(
        _ input: NetworkInput, parameters: [Scalar], workspace: inout Workspace<Scalar>
    ) -> [Scalar] {
        let tokens = vocabulary.count
        var answers = logits(input, parameters: parameters, workspace: &workspace)
        var room = [Scalar](repeating: 0, count: tokens)
        answers.withUnsafeMutableBufferPointer { answers in
            room.withUnsafeMutableBufferPointer { room in
                guard let answers = answers.baseAddress, let room = room.baseAddress else { return }
                let rows = input.rows * NetworkShape.voices
                CrossEntropy.takeLogarithms(Matrix(answers, rows: rows, columns: tokens), room: room)
            }
        }
        return answers
    }

    /// The logits of all cells, in the same order.
    func logits<Scalar: Real>(
        _ input: NetworkInput, parameters: [Scalar], workspace: inout Workspace<Scalar>
    ) -> [Scalar] {
        precondition(parameters.count == layout.count)
        let plan = plan(for: input, learns: false)
        workspace.make(room: plan)
        let features = Features(input, reach: shape.reach)
        var result: [Scalar] = []
        result.reserveCapacity(input.rows * NetworkShape.voices * vocabulary.count)
        parameters.withUnsafeBufferPointer { parameters in
            workspace.numbers.withUnsafeMutableBufferPointer { workspace in
                guard let parameters = parameters.baseAddress, let workspace = workspace.baseAddress else { return }
                features.withIds { ids in
                    predict(
                        ids: ids, input: input, parameters: UnsafeMutablePointer(mutating: parameters),
                        workspace: workspace, plan: plan, dropout: nil)
                }
                for row in 0..<input.rows {
                    for head in plan.heads {
                        let start = head.logits.matrix(in: workspace).row(row)
                        result += UnsafeBufferPointer(start: start, count: vocabulary.count)
                    }
                }
            }
        }
        return result
    }

    func plan(for input: NetworkInput, learns: Bool) -> WorkspacePlan {
        WorkspacePlan(shape, vocabulary: vocabulary, ticks: input.ticks, batch: input.batch, learns: learns)
    }

    /// The layer of a stack for a batch.
    func layer(_ input: NetworkInput, isBackward: Bool) -> LSTMLayer {
        LSTMLayer(ticks: input.ticks, batch: input.batch, units: shape.hidden, isBackward: isBackward)
    }

    /// The way there: fills the workspace, the logits of all heads last.
    func predict<Scalar: Real>(
        ids: UnsafePointer<UInt8>, input: NetworkInput, parameters: UnsafeMutablePointer<Scalar>,
        workspace: UnsafeMutablePointer<Scalar>, plan: WorkspacePlan, dropout: Dropout?
    ) {
        for isBackward in [false, true] {
            let layer = layer(input, isBackward: isBackward)
            let slots = isBackward ? plan.backward : plan.forward
            let views = isBackward ? layout.backward : layout.forward
            let first = slots[0].input.matrix(in: workspace)
            first.clear()
            (isBackward ? backwardLookup : forwardLookup).look(up: ids, in: parameters, into: first)
            for (index, slot) in slots.enumerated() {
                let read = slot.input.matrix(in: workspace)
                if index > 0 {
                    let below = layer.output(of: slots[index - 1].states.matrix(in: workspace))
                    read.start.update(from: below.start, count: below.rows * below.columns)
                    dropout?.apply(to: read, place: index * 2 + (isBackward ? 1 : 0))
                }
                layer.forward(read, views[index].weights(in: parameters), slot.trace(in: workspace))
            }
        }
        let (past, future) = surroundings(input, plan.forward, plan.backward, in: workspace) { $0.states }
        for (head, slot) in zip(heads, plan.heads) {
            head.forward(
                past: past, future: future, ids: ids, parameters: parameters,
                trace: trace(slot, plan, in: workspace), dropout: dropout)
        }
    }

    /// What is known before and after each tick, or its gradients.
    func surroundings<Scalar: Real, Place>(
        _ input: NetworkInput, _ forward: [Place], _ backward: [Place], in workspace: UnsafeMutablePointer<Scalar>,
        _ slot: (Place) -> MatrixPlace
    ) -> (past: Matrix<Scalar>, future: Matrix<Scalar>) {
        let (top, bottom) = (slot(forward[forward.count - 1]), slot(backward[backward.count - 1]))
        return (
            layer(input, isBackward: false).input(of: top.matrix(in: workspace)),
            layer(input, isBackward: true).input(of: bottom.matrix(in: workspace))
        )
    }

    func trace<Scalar: Real>(
        _ slot: WorkspacePlan.Head, _ plan: WorkspacePlan, in workspace: UnsafeMutablePointer<Scalar>
    ) -> Head.Trace<Scalar> {
        Head.Trace(
            input: slot.input.matrix(in: workspace), dense: slot.dense.matrix(in: workspace),
            logits: slot.logits.matrix(in: workspace), relations: plan.relations.matrix(in: workspace))
    }
}

extension ParameterLayout.LSTM {
    /// The layer's parameters in a buffer.
    func weights<Scalar: Real>(in buffer: UnsafeMutablePointer<Scalar>) -> LSTMLayer.Weights<Scalar> {
        LSTMLayer.Weights(
            input: input.matrix(in: buffer), recurrent: recurrent.matrix(in: buffer), bias: bias.matrix(in: buffer))
    }
}
