/// Where each parameter of a network lies in one flat buffer, by name.
public struct ParameterLayout: Hashable, Sendable {
    /// A parameter: a matrix, or a row.
    public struct View: Hashable, Sendable {
        /// Its name in the weights file, such as `forward.0.recurrent`.
        public let name: String
        /// Its first number in the buffer.
        public let offset: Int
        /// Its rows; 1 for a bias.
        public let rows: Int
        /// Its columns.
        public let columns: Int
        /// The numbers that it has.
        public var count: Int { rows * columns }

        /// It in a buffer.
        func matrix<Scalar>(in buffer: UnsafeMutablePointer<Scalar>) -> Matrix<Scalar> {
            Matrix(buffer + offset, rows: rows, columns: columns)
        }
    }

    /// The parameters of an LSTM layer.
    struct LSTM: Hashable, Sendable {
        let input: View
        let recurrent: View
        let bias: View
    }

    /// The parameters of the head of a voice.
    struct Head: Hashable, Sendable {
        let hidden: View
        let hiddenBias: View
        let output: View
        let outputBias: View
        let intervals: View
        let degrees: View
        let holds: View
    }

    let context: [View]
    let token: [View]
    let sounding: [View]
    let next: [View]
    let interval: [View]
    let forward: [LSTM]
    let backward: [LSTM]
    let heads: [Head]
    /// All parameters, in the order of the buffer.
    public let views: [View]
    /// The numbers of all parameters.
    public var count: Int { views.last.map { $0.offset + $0.count } ?? 0 }

    /// The parameters of a network of a shape over a vocabulary.
    public init(_ shape: NetworkShape, vocabulary: Vocabulary) {
        var views: [View] = []
        func view(_ name: String, _ rows: Int, _ columns: Int) -> View {
            let offset = views.last.map { $0.offset + $0.count } ?? 0
            views.append(View(name: name, offset: offset, rows: rows, columns: columns))
            return views[views.count - 1]
        }
        func stack(_ name: String, input: Int) -> [LSTM] {
            (0..<shape.layers).map { layer in
                LSTM(
                    input: view("\(name).\(layer).input", layer == 0 ? input : shape.hidden, 4 * shape.hidden),
                    recurrent: view("\(name).\(layer).recurrent", shape.hidden, 4 * shape.hidden),
                    bias: view("\(name).\(layer).bias", 1, 4 * shape.hidden))
            }
        }
        let voices = 0..<NetworkShape.voices
        let count = vocabulary.count
        context = zip(["tick", "beat", "fermata", "key", "pickup", "meter"], NetworkShape.contextSizes).map {
            view("context.\($0)", $1, shape.context)
        }
        token = voices.map { view("token.\($0)", count, shape.embedding) }
        sounding = voices.map { view("sounding.\($0)", count, shape.embedding) }
        next = voices.map { view("next.\($0)", count, shape.embedding) }
        interval = (0..<NetworkShape.headIntervals).map { view("interval.\($0)", 2 * shape.reach + 2, shape.interval) }
        forward = stack("forward", input: shape.forwardInput)
        backward = stack("backward", input: shape.backwardInput)
        heads = voices.map { voice in
            let name = "head.\(voice)"
            return Head(
                hidden: view("\(name).hidden", shape.headInput, shape.head),
                hiddenBias: view("\(name).hidden.bias", 1, shape.head),
                output: view("\(name).output", shape.head, count), outputBias: view("\(name).output.bias", 1, count),
                intervals: view("\(name).intervals", NetworkShape.relations * shape.intervals, shape.head),
                degrees: view("\(name).degrees", 12, shape.head),
                holds: view("\(name).holds", (NetworkShape.relations - 1) * shape.intervals, shape.head))
        }
        self.views = views
    }
}
