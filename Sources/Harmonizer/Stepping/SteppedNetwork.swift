/// A trained network made ready to be read tick by tick.
struct SteppedNetwork: Sendable {
    let network: Network
    let parameters: [Float]
    /// What the first layer of the forward stack reads.
    let forward: TableProducts
    /// What the first layer of the backward stack reads.
    let backward: TableProducts
    /// What heads read that follows from what is given.
    let given: [TableProducts]
    /// What heads read that depends on what was drawn.
    let drawn: [TableProducts]

    init(_ model: Model) {
        (network, parameters) = (model.network, model.parameters)
        let (layout, parameters) = (model.network.layout, model.parameters)
        forward = TableProducts(network.forwardLookup, times: layout.forward[0].input, in: parameters)
        backward = TableProducts(network.backwardLookup, times: layout.backward[0].input, in: parameters)
        given = network.heads.map { head in
            TableProducts(
                head.lookup, times: head.views.hidden, in: parameters, where: FeatureColumn.given.contains)
        }
        drawn = network.heads.map { head in
            TableProducts(head.lookup, times: head.views.hidden, in: parameters) { !FeatureColumn.given.contains($0) }
        }
    }

    var shape: NetworkShape { network.shape }

    /// One tick of a stack, several sequences side by side.
    ///
    /// - Parameters:
    ///   - ids: What is read, column after column, `stride` apart.
    ///   - gates: Room for four times as many columns as there are units.
    ///   - tangents: Room for as many columns as there are units.
    ///   - past: What each layer said and remembers.
    ///   - now: Where that goes; it may be where it was.
    func step(
        isBackward: Bool, ids: UnsafePointer<UInt8>, stride: Int, parameters: UnsafeMutablePointer<Float>,
        gates: Matrix<Float>, tangents: Matrix<Float>, past: StackState, now: StackState,
        in buffer: UnsafeMutablePointer<Float>
    ) {
        let layers = isBackward ? network.layout.backward : network.layout.forward
        let layer = LSTMLayer(ticks: 1, batch: gates.rows, units: shape.hidden, isBackward: isBackward)
        for (index, place) in layers.enumerated() {
            let weights = place.weights(in: parameters)
            gates.setRows(to: weights.bias.start)
            if index == 0 {
                (isBackward ? backward : forward).add(ids, stride: stride, to: gates)
            } else {
                gates.add(now.states[index - 1].matrix(in: buffer), times: weights.input)
            }
            gates.add(past.states[index].matrix(in: buffer), times: weights.recurrent)
            let (old, cells) = (past.cells[index].matrix(in: buffer), now.cells[index].matrix(in: buffer))
            let states = now.states[index].matrix(in: buffer)
            for row in 0..<gates.rows {
                layer.remember(
                    gates.row(row), after: old.row(row), cell: cells.row(row), tangent: tangents.row(row),
                    state: states.row(row))
            }
        }
    }
}

/// Where what each layer of a stack says, and what it remembers, lies in a buffer.
struct StackState: Hashable, Sendable {
    var states: [MatrixPlace]
    var cells: [MatrixPlace]

    /// Room for sequences side by side, taken from the end of a buffer so far.
    init(_ shape: NetworkShape, rows: Int, after count: inout Int) {
        func place() -> MatrixPlace {
            defer { count += rows * shape.hidden }
            return MatrixPlace(offset: count, rows: rows, columns: shape.hidden)
        }
        states = (0..<shape.layers).map { _ in place() }
        cells = (0..<shape.layers).map { _ in place() }
    }

    /// The room of all layers, which is in one piece.
    var range: Range<Int> { states[0].offset..<cells[cells.count - 1].range.upperBound }
}

extension FeatureColumn {
    /// The columns that follow from what is given, whatever is drawn: the contexts, and what comes next as the backward stack knows it.
    static let given: Set<FeatureColumn> = {
        let next = (0..<NetworkShape.voices).map(FeatureColumn.next)
        let contexts = (0..<NetworkShape.contexts).map(FeatureColumn.context)
        let intervals = (0..<NetworkShape.voices).flatMap { head in
            FeatureColumn.intervals(head: head).enumerated()
                .filter { next.contains($0.element.0) && next.contains($0.element.1) }
                .map { FeatureColumn.interval(head: head, $0.offset) }
        }
        return Set(next + contexts + intervals)
    }()
}
