extension Learner {
    /// Moves the parameters by the sum of the shards' gradients.
    mutating func update() {
        let steps = steps
        let rate = settings.rate(step: step, of: steps)
        step += 1
        let count = parameters.count
        var gradient = [Float](repeating: 0, count: count)
        for shard in shards {
            for index in 0..<count { gradient[index] += shard.gradient[index] }
        }
        let length = gradient.reduce(0.0) { $0 + Double($1) * Double($1) }.squareRoot()
        let scale = Float(length > settings.clip ? settings.clip / length : 1)
        let (beta1, beta2) = (Float(settings.beta1), Float(settings.beta2))
        let speed = Float(rate / (1 - settings.beta1.raised(to: step)))
        let correction = Float(1 / (1 - settings.beta2.raised(to: step)))
        let (keep, epsilon) = (Float(1 - rate * settings.weightDecay), Float(settings.epsilon))
        // In the first steps the average follows closely, so that it does not remember the beginning.
        let follow = Float(max(1 - settings.averaging, 1 / Double(step + 1)))
        for index in 0..<count {
            let slope = gradient[index] * scale
            let mean = beta1 * means[index] + (1 - beta1) * slope
            let square = beta2 * squares[index] + (1 - beta2) * slope * slope
            means[index] = mean
            squares[index] = square
            let value = parameters[index] * keep - speed * mean / ((square * correction).squareRoot() + epsilon)
            parameters[index] = value
            average[index] += follow * (value - average[index])
        }
    }
}

extension Double {
    /// A power, by repeated squaring: the same on every machine.
    fileprivate func raised(to exponent: Int) -> Double {
        var (result, power, rest) = (1.0, self, exponent)
        while rest > 0 {
            if rest & 1 == 1 { result *= power }
            power *= power
            rest >>= 1
        }
        return result
    }
}
