/// What moves parameters along their gradients: Adam (Kingma and Ba, 2015), with a decay of weights that is kept apart from the gradients
/// (Loshchilov and Hutter, “Decoupled weight decay regularization”, 2019).
struct Adam<Scalar: Real>: Sendable {
    /// How fast the mean of the gradients forgets.
    let beta1: Double
    /// How fast the mean of their squares forgets.
    let beta2: Double
    /// What keeps the division by the root of that mean from zero.
    let epsilon: Double
    /// By which share of the rate parameters shrink.
    let decay: Double
    /// The greatest length of a gradient; longer ones are scaled down.
    let clip: Double
    /// The steps that it has done.
    var step = 0
    var means: [Scalar]
    var squares: [Scalar]

    /// One that has done no step.
    init(_ settings: TrainingSettings, count: Int) {
        (beta1, beta2, epsilon) = (settings.beta1, settings.beta2, settings.epsilon)
        (decay, clip) = (settings.weightDecay, settings.clip)
        means = [Scalar](repeating: 0, count: count)
        squares = means
    }

    /// Moves parameters by a gradient.
    mutating func move(_ parameters: inout [Scalar], by gradient: [Scalar], rate: Double) {
        step += 1
        let length = gradient.reduce(0.0) { $0 + Double($1) * Double($1) }.squareRoot()
        let scale = Scalar(length > clip ? clip / length : 1)
        let (beta1, beta2) = (Scalar(self.beta1), Scalar(self.beta2))
        let speed = Scalar(rate / (1 - self.beta1.raised(to: step)))
        let correction = Scalar(1 / (1 - self.beta2.raised(to: step)))
        let (keep, epsilon) = (Scalar(1 - rate * decay), Scalar(self.epsilon))
        for index in gradient.indices {
            let slope = gradient[index] * scale
            let mean = beta1 * means[index] + (1 - beta1) * slope
            let square = beta2 * squares[index] + (1 - beta2) * slope * slope
            means[index] = mean
            squares[index] = square
            parameters[index] =
                parameters[index] * keep - speed * mean / ((square * correction).squareRoot() + epsilon)
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
