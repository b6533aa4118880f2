import Testing

@testable import Harmonizer

/// Each layer by itself against finite differences, in double precision.
struct LayerGradientTests {
    /// Numbers of a plain distribution.
    private func numbers(_ count: Int, seed: UInt64) -> [Double] {
        var generator = SplitMix64(seed: seed)
        return (0..<count).map { _ in generator.normal() }
    }

    /// Compares a gradient with the slopes of a sum, number by number.
    private func expectSlopes(
        _ gradient: [Double], at place: [Double], sourceLocation: SourceLocation = #_sourceLocation,
        of sum: ([Double]) -> Double
    ) {
        let scale = gradient.map(abs).max() ?? 0
        #expect(scale > 0, sourceLocation: sourceLocation)
        for index in place.indices {
            var (up, down) = (place, place)
            up[index] += 1e-5
            down[index] -= 1e-5
            let slope = (sum(up) - sum(down)) / 2e-5
            #expect(abs(slope - gradient[index]) < 1e-6 * max(scale, 1), sourceLocation: sourceLocation)
        }
    }

    /// A layer's outputs, weighted and summed, and the gradients of that sum: of the inputs, then of the three weights.
    private func run(
        _ layer: LSTMLayer, inputs width: Int, _ place: [Double], _ weights: [Double], learns: Bool
    ) -> (sum: Double, gradient: [Double]) {
        let (rows, states, units) = (layer.ticks * layer.batch, (layer.ticks + 1) * layer.batch, layer.units)
        var place = place
        var gradient = [Double](repeating: 0, count: place.count)
        var room = [Double](repeating: 0, count: rows * 5 * units + states * 3 * units + 2 * layer.batch * units)
        var sum = 0.0
        place.withUnsafeMutableBufferPointer { place in
            gradient.withUnsafeMutableBufferPointer { gradient in
                room.withUnsafeMutableBufferPointer { room in
                    guard let place = place.baseAddress, let gradient = gradient.baseAddress,
                        let room = room.baseAddress
                    else { return }
                    var next = room
                    func take(_ rows: Int, _ columns: Int) -> Matrix<Double> {
                        defer { next += rows * columns }
                        return Matrix(next, rows: rows, columns: columns)
                    }
                    func parts(_ start: UnsafeMutablePointer<Double>) -> (Matrix<Double>, LSTMLayer.Weights<Double>) {
                        let input = start + rows * width
                        let recurrent = input + width * 4 * units
                        return (
                            Matrix(start, rows: rows, columns: width),
                            LSTMLayer.Weights(
                                input: Matrix(input, rows: width, columns: 4 * units),
                                recurrent: Matrix(recurrent, rows: units, columns: 4 * units),
                                bias: Matrix(recurrent + units * 4 * units, rows: 1, columns: 4 * units))
                        )
                    }
                    let (inputs, layerWeights) = parts(place)
                    let (inputGradients, gradients) = parts(gradient)
                    let trace = LSTMLayer.Trace(
                        gates: take(rows, 4 * units), states: take(states, units), cells: take(states, units),
                        tangents: take(rows, units))
                    let outputs = take(states, units)
                    let scratch = take(2 * layer.batch, units)
                    layer.forward(inputs, layerWeights, trace)
                    let said = layer.output(of: trace.states)
                    for index in 0..<(rows * units) { sum += said.start[index] * weights[index] }
                    guard learns else { return }
                    let asked = layer.output(of: outputs)
                    for index in 0..<(rows * units) { asked.start[index] = weights[index] }
                    layer.backward(
                        inputs, layerWeights, trace, outputs: outputs, gradients: gradients,
                        inputGradients: inputGradients, scratch: scratch)
                }
            }
        }
        return (sum, gradient)
    }

    @Test("LSTM: inputs, weights and bias", arguments: [false, true])
    func memory(isBackward: Bool) {
        let layer = LSTMLayer(ticks: 4, batch: 2, units: 3, isBackward: isBackward)
        let width = 2
        let place = numbers(4 * 2 * width + (width + 3 + 1) * 4 * 3, seed: 1)
        let weights = numbers(4 * 2 * 3, seed: 2)
        let gradient = run(layer, inputs: width, place, weights, learns: true).gradient
        expectSlopes(gradient, at: place) { run(layer, inputs: width, $0, weights, learns: false).sum }
    }

    @Test("LSTM: backwards in time is forwards on reversed ticks")
    func reversal() {
        let (forward, backward) = (
            LSTMLayer(ticks: 3, batch: 1, units: 2, isBackward: false),
            LSTMLayer(ticks: 3, batch: 1, units: 2, isBackward: true)
        )
        let weights = numbers((2 + 2 + 1) * 8, seed: 4)
        let inputs = numbers(6, seed: 5)
        let reversed = Array([inputs[4...5], inputs[2...3], inputs[0...1]].joined())
        let asked = numbers(6, seed: 6)
        let askedReversed = Array([asked[4...5], asked[2...3], asked[0...1]].joined())
        let there = run(forward, inputs: 2, inputs + weights, asked, learns: false).sum
        let back = run(backward, inputs: 2, reversed + weights, askedReversed, learns: false).sum
        #expect(abs(there - back) < 1e-12)
    }

    @Test("Cross-entropy of softmax, with rows that count nothing")
    func crossEntropy() {
        let truth: [Token] = [.rest, .outside, Token(rawValue: 4), .hidden, .hold]
        let place = numbers(5 * 6, seed: 3)
        func cost(_ place: [Double]) -> (sum: Double, gradient: [Double]) {
            var numbers = place
            let sum = numbers.withUnsafeMutableBufferPointer { numbers in
                truth.withUnsafeBufferPointer { truth in
                    numbers.baseAddress.flatMap { start in
                        truth.baseAddress.map {
                            CrossEntropy.differentiate(
                                Matrix(start, rows: 5, columns: 6), truth: $0, stride: 1, weight: 0.25)
                        }
                    } ?? 0
                }
            }
            return (0.25 * sum, numbers)
        }
        let gradient = cost(place).gradient
        expectSlopes(gradient, at: place) { cost($0).sum }
        #expect(gradient[6..<12].allSatisfy { $0 == 0 } && gradient[18..<24].allSatisfy { $0 == 0 })
    }

    @Test("Looking up and spreading are each other's transposes")
    func lookup() {
        var lookup = TableLookup(from: 1)
        let views = [
            MatrixPlace(offset: 0, rows: 3, columns: 2),
            MatrixPlace(offset: 6, rows: 2, columns: 2),
            MatrixPlace(offset: 10, rows: 2, columns: 2),
        ]
        lookup.append(FeatureColumn(rawValue: 0), views[0])
        lookup.append(sum: [(FeatureColumn(rawValue: 1), views[1]), (FeatureColumn(rawValue: 2), views[2])])
        #expect(lookup.width == 5)
        let ids: [UInt8] = [2, 0, 1, 1, 0, 1]  // two rows, three columns
        var tables = numbers(14, seed: 1)
        var result = [Double](repeating: 0, count: 10)
        let asked = numbers(10, seed: 2)
        var askedMutable = asked
        var gradient = [Double](repeating: 0, count: 14)
        ids.withUnsafeBufferPointer { ids in
            tables.withUnsafeMutableBufferPointer { tables in
                result.withUnsafeMutableBufferPointer { result in
                    if let ids = ids.baseAddress, let tables = tables.baseAddress, let result = result.baseAddress {
                        lookup.look(up: ids, in: tables, into: Matrix(result, rows: 2, columns: 5))
                    }
                }
            }
            askedMutable.withUnsafeMutableBufferPointer { asked in
                gradient.withUnsafeMutableBufferPointer { gradient in
                    if let ids = ids.baseAddress, let asked = asked.baseAddress, let gradient = gradient.baseAddress {
                        lookup.spread(Matrix(asked, rows: 2, columns: 5), by: ids, to: gradient)
                    }
                }
            }
        }
        #expect(Array(result[1...2]) == Array(tables[4...5]))
        let sum = tables[8] + tables[10]
        #expect(result[3] == sum)
        let there = zip(result, asked).reduce(0) { $0 + $1.0 * $1.1 }
        let back = zip(tables, gradient).reduce(0) { $0 + $1.0 * $1.1 }
        #expect(abs(there - back) < 1e-12)
    }

    @Test("Dropout leaves out its share, keeps the mean, and repeats itself")
    func dropout() {
        func noise(_ key: UInt64, place: Int) -> [Double] {
            var ones = [Double](repeating: 1, count: 100 * 101)
            ones.withUnsafeMutableBufferPointer { ones in
                guard let start = ones.baseAddress else { return }
                Dropout(rate: 0.25, key: key).apply(to: Matrix(start, rows: 100, columns: 101), place: place)
            }
            return ones
        }
        let first = noise(1, place: 3)
        #expect(first == noise(1, place: 3))
        #expect(first != noise(2, place: 3) && first != noise(1, place: 4))
        let out = Double(first.count { $0 == 0 }) / Double(first.count)
        #expect(abs(out - 0.25) < 0.02)
        #expect(first.allSatisfy { $0 == 0 || abs($0 - 1 / 0.75) < 1e-6 })
    }

    @Test("The functions of single precision are those of double")
    func functions() {
        let places = (-400...400).map { Float($0) * 0.25 } + [1e-4, -1e-4, 1e-8, 88, -88]
        var (logistic, tangent, exponential) = (places, places, places)
        logistic.withUnsafeMutableBufferPointer {
            if let start = $0.baseAddress { Float.logistic(start, count: $0.count) }
        }
        tangent.withUnsafeMutableBufferPointer {
            if let start = $0.baseAddress { Float.tangent(start, into: start, count: $0.count) }
        }
        exponential.withUnsafeMutableBufferPointer {
            if let start = $0.baseAddress { Float.exponential(start, count: $0.count) }
        }
        var (exactLogistic, exactTangent, exactExponential) = (
            places.map(Double.init), places.map(Double.init), places.map(Double.init)
        )
        exactLogistic.withUnsafeMutableBufferPointer {
            if let start = $0.baseAddress { Double.logistic(start, count: $0.count) }
        }
        exactTangent.withUnsafeMutableBufferPointer {
            if let start = $0.baseAddress { Double.tangent(start, into: start, count: $0.count) }
        }
        exactExponential.withUnsafeMutableBufferPointer {
            if let start = $0.baseAddress { Double.exponential(start, count: $0.count) }
        }
        for index in places.indices {
            #expect(abs(Double(logistic[index]) - exactLogistic[index]) < 2e-7)
            #expect(abs(Double(tangent[index]) - exactTangent[index]) < 3e-7)
            guard (-87...88).contains(places[index]) else { continue }
            #expect(abs(Double(exponential[index]) - exactExponential[index]) < 1e-6 * exactExponential[index])
        }
    }
}
