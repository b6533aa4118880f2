extension Network {
    /// Parameters at the beginning, drawn by chance: tables from a normal distribution, the rest evenly around zero, more narrowly the more
    /// numbers are summed. What intervals, degrees and holds are worth begins with zero.
    public func initialParameters(seed: UInt64) -> [Float] {
        var parameters = [Float](repeating: 0, count: layout.count)
        var generator = SplitMix64(seed: SplitMix64.mix(seed))
        func fill(_ place: MatrixPlace, _ draw: () -> Double) {
            for index in place.range { parameters[index] = Float(draw()) }
        }
        func spread(_ place: MatrixPlace, inputs: Int) {
            let width = 1 / Double(inputs).squareRoot()
            fill(place) { width * (2 * generator.unit() - 1) }
        }
        for place in layout.context + layout.token + layout.sounding + layout.next + layout.interval {
            fill(place) { generator.normal() }
        }
        for layer in layout.forward + layout.backward {
            spread(layer.input, inputs: shape.hidden)
            spread(layer.recurrent, inputs: shape.hidden)
            // Forget gates begin open (Gers, Schmidhuber and Cummins, 2000).
            let forget = layer.bias.offset + shape.hidden
            for index in forget..<(forget + shape.hidden) { parameters[index] = 1 }
        }
        for head in layout.heads {
            spread(head.hidden, inputs: shape.headInput)
            spread(head.hiddenBias, inputs: shape.headInput)
            spread(head.output, inputs: shape.head)
            spread(head.outputBias, inputs: shape.head)
        }
        return parameters
    }
}
