internal import Foundation

/// What predictions cost, in nats.
struct CrossEntropy {
    /// Replaces the logits of each row by the gradient of the sum over all rows, each weighted alike, and returns that sum without the weight.
    ///
    /// - Parameter truth: The tokens that should have been said, `stride` apart. Rows whose token is ``Token/outside`` or ``Token/hidden`` count nothing.
    static func differentiate<Scalar: Real>(
        _ logits: Matrix<Scalar>, truth: UnsafePointer<Token>, stride: Int, weight: Scalar
    ) -> Double {
        var sum = 0.0
        for row in 0..<logits.rows {
            let (numbers, token) = (logits.row(row), truth[row * stride])
            guard token != .outside, token != .hidden else {
                numbers.update(repeating: 0, count: logits.columns)
                continue
            }
            let total = normalize(numbers, count: logits.columns)
            let right = numbers[Int(token.rawValue)] / total
            sum -= log(max(Double(right), .leastNormalMagnitude))
            for column in 0..<logits.columns { numbers[column] *= weight / total }
            numbers[Int(token.rawValue)] -= weight
        }
        return sum
    }

    /// Replaces logits by the logarithms of probabilities.
    static func takeLogarithms<Scalar: Real>(_ logits: Matrix<Scalar>, room: UnsafeMutablePointer<Scalar>) {
        for row in 0..<logits.rows {
            let numbers = logits.row(row)
            room.update(from: numbers, count: logits.columns)
            let most = numbers.maximum(count: logits.columns)
            let total = normalize(room, count: logits.columns)
            let shift = most + Scalar(log(Double(total)))
            for column in 0..<logits.columns { numbers[column] -= shift }
        }
    }

    /// Replaces numbers by exponentials in proportion to theirs, none above 1, and returns the sum.
    private static func normalize<Scalar: Real>(_ numbers: UnsafeMutablePointer<Scalar>, count: Int) -> Scalar {
        let most = numbers.maximum(count: count)
        for index in 0..<count { numbers[index] -= most }
        Scalar.exponential(numbers, count: count)
        var total: Scalar = 0
        for index in 0..<count { total += numbers[index] }
        return total
    }
}

extension UnsafeMutablePointer where Pointee: Real {
    fileprivate func maximum(count: Int) -> Pointee {
        var most = self[0]
        for index in 1..<count { most = max(most, self[index]) }
        return most
    }
}
