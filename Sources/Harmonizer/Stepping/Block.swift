/// A stretch of a piece that is about to be composed: all that the network knows of it that does not depend on what will be drawn.
struct Block: Sendable {
    let network: SteppedNetwork
    /// Its ticks.
    let ticks: Range<Int>
    /// What the forward stack says and remembers before it, layer by layer.
    let past: [Float]
    /// For each head and tick, the sums of its dense layer as far as they follow from what is given.
    let heads: [[Float]]
    /// The ids of the whole piece, for what is given.
    let features: Features

    /// - Parameter futures: What the backward stack says after each tick.
    init(_ network: SteppedNetwork, ticks: Range<Int>, past: [Float], futures: [Float], features: Features) {
        (self.network, self.ticks, self.past, self.features) = (network, ticks, past, features)
        let (shape, rows) = (network.shape, ticks.count)
        heads = (0..<NetworkShape.voices).map { voice in
            let views = network.network.heads[voice].views
            var sums = [Float](repeating: 0, count: rows * shape.head)
            sums.withUnsafeMutableBufferPointer { sums in
                network.parameters.withUnsafeBufferPointer { parameters in
                    futures.withUnsafeBufferPointer { futures in
                        features.withIds { ids in
                            guard let start = sums.baseAddress, let parameters = parameters.baseAddress,
                                let futures = futures.baseAddress
                            else { return }
                            let buffer = UnsafeMutablePointer(mutating: parameters)
                            let sums = Matrix(start, rows: rows, columns: shape.head)
                            sums.setRows(to: buffer + views.hiddenBias.offset)
                            // The rows that read the future follow those that read the past.
                            let reading = views.hidden.matrix(in: buffer).rows(shape.hidden..<(2 * shape.hidden))
                            sums.add(
                                Matrix(UnsafeMutablePointer(mutating: futures), rows: rows, columns: shape.hidden),
                                times: reading)
                            network.given[voice].add(ids + ticks.lowerBound, stride: features.rows, to: sums)
                        }
                    }
                }
            }
            return sums
        }
    }
}
