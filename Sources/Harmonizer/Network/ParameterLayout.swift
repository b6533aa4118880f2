/// Where each parameter of a network lies in one flat buffer, by name.
public struct ParameterLayout: Hashable, Sendable {
    /// A parameter: a matrix, or a row.
    public struct View: Hashable, Sendable {
        /// Its name in the weights file, such as `forward.0.recurrent`.
        public let name: String
        /// Where it lies; a bias has one row.
        public let place: MatrixPlace
        /// Its dimensions in the weights file: one for a bias.
        public var shape: [Int] { place.rows == 1 ? [place.columns] : [place.rows, place.columns] }
    }

    /// The parameters of an LSTM layer.
    struct LSTM: Hashable, Sendable {
        let input: MatrixPlace
        let recurrent: MatrixPlace
        let bias: MatrixPlace
    }

    /// The parameters of the head of a voice.
    struct Head: Hashable, Sendable {
        let hidden: MatrixPlace
        let hiddenBias: MatrixPlace
        let output: MatrixPlace
        let outputBias: MatrixPlace
        let intervals: MatrixPlace
        let degrees: MatrixPlace
        let holds: MatrixPlace
    }

    let context: [MatrixPlace]
    let token: [MatrixPlace]
    let sounding: [MatrixPlace]
    let next: [MatrixPlace]
    let interval: [MatrixPlace]
    let forward: [LSTM]
    let backward: [LSTM]
    let heads: [Head]
    /// All parameters, in the order of the buffer.
    public let views: [View]
    /// The numbers of all parameters.
    public var count: Int { views.last?.place.range.upperBound ?? 0 }

    /// The parameters of a network of a shape over a vocabulary.
    public init(_ shape: NetworkShape, vocabulary: Vocabulary) {
        var views: [View] = []
        func place(_ name: String, _ rows: Int, _ columns: Int) -> MatrixPlace {
            let place = MatrixPlace(
                offset: views.last?.place.range.upperBound ?? 0, rows: rows, columns: columns)
            views.append(View(name: name, place: place))
            return place
        }
        func stack(_ name: String, input: Int) -> [LSTM] {
            (0..<shape.layers).map { layer in
                LSTM(
                    input: place("\(name).\(layer).input", layer == 0 ? input : shape.hidden, 4 * shape.hidden),
                    recurrent: place("\(name).\(layer).recurrent", shape.hidden, 4 * shape.hidden),
                    bias: place("\(name).\(layer).bias", 1, 4 * shape.hidden))
            }
        }
        let voices = 0..<NetworkShape.voices
        let count = vocabulary.count
        context = zip(["tick", "beat", "fermata", "key", "pickup", "meter"], vocabulary.contextSizes).map {
            place("context.\($0)", $1, shape.context)
        }
        token = voices.map { place("token.\($0)", count, shape.embedding) }
        sounding = voices.map { place("sounding.\($0)", count, shape.embedding) }
        next = voices.map { place("next.\($0)", count, shape.embedding) }
        interval = (0..<NetworkShape.headIntervals).map { place("interval.\($0)", 2 * shape.reach + 2, shape.interval) }
        forward = stack("forward", input: shape.forwardInput)
        backward = stack("backward", input: shape.backwardInput)
        heads = voices.map { voice in
            let name = "head.\(voice)"
            return Head(
                hidden: place("\(name).hidden", shape.headInput, shape.head),
                hiddenBias: place("\(name).hidden.bias", 1, shape.head),
                output: place("\(name).output", shape.head, count), outputBias: place("\(name).output.bias", 1, count),
                intervals: place("\(name).intervals", NetworkShape.relations * shape.intervals, shape.head),
                degrees: place("\(name).degrees", 12, shape.head),
                holds: place("\(name).holds", (NetworkShape.relations - 1) * shape.intervals, shape.head))
        }
        self.views = views
    }
}
