extension Network {
    /// What is learned from a batch: adds the gradient of its loss to `gradient`.
    ///
    /// - Parameters:
    ///   - truth: The tokens that should have been said, four a row; ``Token/outside`` counts nothing.
    ///   - weight: What each cell counts: the reciprocal of the number of cells, for the gradient of the mean.
    ///   - dropout: The noise, or nil for none.
    /// - Returns: The sum of the cross-entropies of all cells, in nats.
    public func addGradient(
        of input: NetworkInput, truth: [Token], weight: Float, parameters: [Float], to gradient: inout [Float],
        workspace: inout Workspace<Float>, dropout: Dropout?
    ) -> Double {
        differentiate(
            input, truth: truth, weight: weight, parameters: parameters, to: &gradient, workspace: &workspace,
            dropout: dropout)
    }

    /// The same in either precision.
    func differentiate<Scalar: Real>(
        _ input: NetworkInput, truth: [Token], weight: Scalar, parameters: [Scalar], to gradient: inout [Scalar],
        workspace: inout Workspace<Scalar>, dropout: Dropout?
    ) -> Double {
        precondition(parameters.count == layout.count && gradient.count == layout.count)
        precondition(truth.count == input.rows * NetworkShape.voices)
        let plan = plan(for: input, learns: true)
        workspace.make(room: plan)
        let features = Features(input, reach: shape.reach)
        return parameters.withUnsafeBufferPointer { parameters in
            gradient.withUnsafeMutableBufferPointer { gradient in
                workspace.numbers.withUnsafeMutableBufferPointer { workspace in
                    guard let parameters = parameters.baseAddress, let gradient = gradient.baseAddress,
                        let workspace = workspace.baseAddress
                    else { return 0 }
                    return features.withIds { ids in
                        let parameters = UnsafeMutablePointer(mutating: parameters)
                        predict(
                            ids: ids, input: input, parameters: parameters, workspace: workspace, plan: plan,
                            dropout: dropout)
                        return learn(
                            truth, weight: weight, ids: ids, input: input, parameters: parameters, gradient: gradient,
                            workspace: workspace, plan: plan, dropout: dropout)
                    }
                }
            }
        }
    }

    /// The way back.
    private func learn<Scalar: Real>(
        _ truth: [Token], weight: Scalar, ids: UnsafePointer<UInt8>, input: NetworkInput,
        parameters: UnsafeMutablePointer<Scalar>, gradient: UnsafeMutablePointer<Scalar>,
        workspace: UnsafeMutablePointer<Scalar>, plan: WorkspacePlan, dropout: Dropout?
    ) -> Double {
        guard let room = plan.wayBack else { preconditionFailure("the plan is one for learning") }
        for slot in room.states { slot.matrix(in: workspace).clear() }
        let (past, future) = surroundings(input, [room.states[0]], [room.states[1]], in: workspace) { $0 }
        var loss = 0.0
        for (head, slot) in zip(heads, plan.heads) {
            let trace = trace(slot, plan, in: workspace)
            loss += truth.withUnsafeBufferPointer { truth in
                truth.baseAddress.map {
                    CrossEntropy.differentiate(
                        trace.logits, truth: $0 + head.voice, stride: NetworkShape.voices, weight: weight)
                } ?? 0
            }
            head.backward(
                past: past, future: future, ids: ids, parameters: parameters, gradients: gradient, trace: trace,
                denseGradients: room.dense.matrix(in: workspace),
                inputGradients: room.input.matrix(in: workspace, columns: shape.headInput), dropout: dropout)
        }
        for isBackward in [false, true] {
            let layer = layer(input, isBackward: isBackward)
            let slots = isBackward ? plan.backward : plan.forward
            let views = isBackward ? layout.backward : layout.forward
            let outputs = room.states[isBackward ? 1 : 0].matrix(in: workspace)
            for (index, slot) in slots.enumerated().reversed() {
                let read = slot.input.matrix(in: workspace)
                let readGradients = room.input.matrix(in: workspace, columns: read.columns)
                layer.backward(
                    read, views[index].weights(in: parameters), slot.trace(in: workspace), outputs: outputs,
                    gradients: views[index].weights(in: gradient), inputGradients: readGradients,
                    scratch: room.scratch.matrix(in: workspace))
                if index > 0 {
                    dropout?.apply(to: readGradients, place: index * 2 + (isBackward ? 1 : 0))
                    let below = layer.output(of: outputs)
                    below.start.update(from: readGradients.start, count: below.rows * below.columns)
                } else {
                    (isBackward ? backwardLookup : forwardLookup).spread(readGradients, by: ids, to: gradient)
                }
            }
        }
        return loss
    }
}
