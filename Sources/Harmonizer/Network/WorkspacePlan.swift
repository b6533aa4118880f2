/// Where everything that a pass through a network computes lies in one flat buffer.
struct WorkspacePlan: Hashable, Sendable {
    /// A layer of a stack.
    struct Layer: Hashable, Sendable {
        let input: MatrixPlace
        let gates: MatrixPlace
        let states: MatrixPlace
        let cells: MatrixPlace
        let tangents: MatrixPlace

        func trace<Scalar>(in buffer: UnsafeMutablePointer<Scalar>) -> LSTMLayer.Trace<Scalar> {
            LSTMLayer.Trace(
                gates: gates.matrix(in: buffer), states: states.matrix(in: buffer), cells: cells.matrix(in: buffer),
                tangents: tangents.matrix(in: buffer))
        }
    }

    /// A head.
    struct Head: Hashable, Sendable {
        let input: MatrixPlace
        let dense: MatrixPlace
        let logits: MatrixPlace
    }

    /// The room that only the way back needs.
    struct WayBack: Hashable, Sendable {
        let states: [MatrixPlace]
        let input: MatrixPlace
        let dense: MatrixPlace
        let scratch: MatrixPlace
    }

    let forward: [Layer]
    let backward: [Layer]
    let heads: [Head]
    let relations: MatrixPlace
    let wayBack: WayBack?
    /// The numbers of the buffer.
    let count: Int

    /// The room for a batch, and for the way back where the network learns.
    init(_ shape: NetworkShape, vocabulary: Vocabulary, ticks: Int, batch: Int, learns: Bool) {
        var count = 0
        let rows = ticks * batch
        func place(_ rows: Int, _ columns: Int) -> MatrixPlace {
            defer { count += rows * columns }
            return MatrixPlace(offset: count, rows: rows, columns: columns)
        }
        func stack(_ width: Int) -> [Layer] {
            (0..<shape.layers).map { layer in
                Layer(
                    input: place(rows, layer == 0 ? width : shape.hidden), gates: place(rows, 4 * shape.hidden),
                    states: place(rows + batch, shape.hidden), cells: place(rows + batch, shape.hidden),
                    tangents: place(rows, shape.hidden))
            }
        }
        forward = stack(shape.forwardInput)
        backward = stack(shape.backwardInput)
        // What is read on the way there alone can share its room between the heads.
        var shared: (MatrixPlace, MatrixPlace)?
        heads = (0..<NetworkShape.voices).map { _ in
            let room = learns ? nil : shared
            let input = room?.0 ?? place(rows, shape.headInput)
            let dense = room?.1 ?? place(rows, shape.head)
            shared = (input, dense)
            return Head(input: input, dense: dense, logits: place(rows, vocabulary.count))
        }
        relations = place(rows, shape.relationColumns)
        wayBack =
            learns
            ? WayBack(
                states: [place(rows + batch, shape.hidden), place(rows + batch, shape.hidden)],
                input: place(rows, max(shape.headInput, shape.forwardInput)), dense: place(rows, shape.head),
                scratch: place(2 * batch, shape.hidden))
            : nil
        self.count = count
    }
}
