/// Noise for training: each number is left out with a probability, and the others grow, so that the mean stays.
///
/// Which numbers are left out follows from a key and their places, so that the way back leaves out the same ones and nothing is kept.
public struct Dropout: Hashable, Sendable {
    /// The share that is left out, below 1.
    public let rate: Double
    /// What the choice follows from.
    public let key: UInt64

    /// Noise that leaves out a share, below 1.
    public init(rate: Double, key: UInt64) {
        (self.rate, self.key) = (rate, key)
    }

    /// Applies it to the numbers of one place of the network, in either direction of the computation.
    ///
    /// Chance comes from eight streams side by side (Marsaglia, “Xorshift RNGs”, 2003), which begin anew with each place.
    func apply<Scalar: Real>(to matrix: Matrix<Scalar>, place: Int) {
        let limit = SIMD8<UInt32>(repeating: UInt32(rate * 0x1p32))
        guard rate > 0 else { return }
        var generator = SplitMix64(seed: SplitMix64.mix(key &+ UInt64(place) &* 0x9E37_79B9_7F4A_7C15))
        var state = SIMD8<UInt32>()
        for lane in 0..<8 { state[lane] = UInt32(truncatingIfNeeded: generator.next()) | 1 }
        let kept = SIMD8<Float>(repeating: Float(1 / (1 - rate)))
        for row in 0..<matrix.rows {
            let numbers = matrix.row(row)
            for start in stride(from: 0, to: matrix.columns, by: 8) {
                state ^= state &<< 13
                state ^= state &>> 17
                state ^= state &<< 5
                let factors = kept.replacing(with: 0, where: state .< limit)
                if start + 8 <= matrix.columns {
                    for lane in 0..<8 { numbers[start + lane] *= Scalar(factors[lane]) }
                } else {
                    for lane in 0..<(matrix.columns - start) { numbers[start + lane] *= Scalar(factors[lane]) }
                }
            }
        }
    }
}
