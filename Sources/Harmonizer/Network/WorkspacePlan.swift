/// Where everything that a pass through a network computes lies in one flat buffer.
struct WorkspacePlan: Hashable, Sendable {
    /// A matrix of the buffer.
    struct Slot: Hashable, Sendable {
        let offset: Int
        let rows: Int
        let columns: Int

        func matrix<Scalar>(in buffer: UnsafeMutablePointer<Scalar>) -> Matrix<Scalar> {
            Matrix(buffer + offset, rows: rows, columns: columns)
        }
    }

    /// A layer of a stack.
    struct Layer: Hashable, Sendable {
        let input: Slot
        let gates: Slot
        let states: Slot
        let cells: Slot
        let tangents: Slot

        func trace<Scalar>(in buffer: UnsafeMutablePointer<Scalar>) -> LSTMLayer.Trace<Scalar> {
            LSTMLayer.Trace(
                gates: gates.matrix(in: buffer), states: states.matrix(in: buffer), cells: cells.matrix(in: buffer),
                tangents: tangents.matrix(in: buffer))
        }
    }

    /// A head.
    struct Head: Hashable, Sendable {
        let input: Slot
        let dense: Slot
        let logits: Slot
    }

    /// The room that only the way back needs.
    struct WayBack: Hashable, Sendable {
        let states: [Slot]
        let input: Slot
        let dense: Slot
        let scratch: Slot
    }

    let forward: [Layer]
    let backward: [Layer]
    let heads: [Head]
    let relations: Slot
    let wayBack: WayBack?
    /// The numbers of the buffer.
    let count: Int

    /// The room for a batch, and for the way back where the network learns.
    init(_ shape: NetworkShape, vocabulary: Vocabulary, ticks: Int, batch: Int, learns: Bool) {
        var count = 0
        let rows = ticks * batch
        func slot(_ rows: Int, _ columns: Int) -> Slot {
            defer { count += rows * columns }
            return Slot(offset: count, rows: rows, columns: columns)
        }
        func stack(_ width: Int) -> [Layer] {
            (0..<shape.layers).map { layer in
                Layer(
                    input: slot(rows, layer == 0 ? width : shape.hidden), gates: slot(rows, 4 * shape.hidden),
                    states: slot(rows + batch, shape.hidden), cells: slot(rows + batch, shape.hidden),
                    tangents: slot(rows, shape.hidden))
            }
        }
        forward = stack(shape.forwardInput)
        backward = stack(shape.backwardInput)
        // What is read on the way there alone can share its room between the heads.
        var shared: (Slot, Slot)?
        heads = (0..<NetworkShape.voices).map { _ in
            let room = learns ? nil : shared
            let input = room?.0 ?? slot(rows, shape.headInput)
            let dense = room?.1 ?? slot(rows, shape.head)
            shared = (input, dense)
            return Head(input: input, dense: dense, logits: slot(rows, vocabulary.count))
        }
        relations = slot(rows, shape.relationColumns)
        wayBack =
            learns
            ? WayBack(
                states: [slot(rows + batch, shape.hidden), slot(rows + batch, shape.hidden)],
                input: slot(rows, max(shape.headInput, shape.forwardInput)), dense: slot(rows, shape.head),
                scratch: slot(2 * batch, shape.hidden))
            : nil
        self.count = count
    }
}
