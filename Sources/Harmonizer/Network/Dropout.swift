/// Noise for training: each number is left out with a probability, and the others grow, so that the mean stays.
///
/// Which numbers are left out follows from a key and their places, so that the way back leaves out the same ones and nothing is kept.
struct Dropout: Sendable {
    /// The share that is left out.
    let rate: Double
    /// What the choice follows from.
    let key: UInt64

    /// Applies it to the numbers of one place of the network, in either direction of the computation.
    func apply<Scalar: Real>(to matrix: Matrix<Scalar>, place: Int) {
        let limit = UInt64((rate * 65536).rounded())
        guard limit > 0 else { return }
        let scale = Scalar(65536 / Double(65536 - limit))
        var generator = SplitMix64(seed: SplitMix64.mix(key &+ UInt64(place) &* 0x9E37_79B9_7F4A_7C15))
        for row in 0..<matrix.rows {
            let numbers = matrix.row(row)
            var index = 0
            while index < matrix.columns {
                var bits = generator.next()
                let end = min(index + 4, matrix.columns)
                while index < end {
                    numbers[index] *= bits & 0xFFFF < limit ? 0 : scale
                    bits >>= 16
                    index += 1
                }
            }
        }
    }
}
