internal import Foundation

/// How the probabilities of a network are sharpened or flattened before a token is drawn: whether something begins, and what, apart.
///
/// A network that is asked for one token prefers to hold, the more so the lower the temperature; so rhythm has a temperature of its own, and a push
/// towards notes. Settings are chosen among for what rules and network think of them, which sharpens too: so the usual temperatures are those of the network.
public struct Tempering: Hashable, Sendable, Codable {
    /// The temperature of whether a note begins.
    public var rhythm: Float = 1
    /// The temperature of which one begins.
    public var pitch: Float = 1
    /// What is added to the log-odds that one begins.
    public var busyness: Float = 0.3

    /// The usual one.
    public init() {}

    /// Replaces log-probabilities, of which some may be those of what is forbidden, by those that are drawn from.
    ///
    /// - Returns: By how much the usual ones stood out: the logarithm of the sum of all, sharpened by the mean of both temperatures.
    func apply(to numbers: UnsafeMutablePointer<Float>, count: Int) -> Float {
        let hold = Int(Token.hold.rawValue)
        let typicality = logSum(numbers, count: count, sharpness: 2 / (rhythm + pitch), skipping: nil)
        let held = numbers[hold]
        let onsets = logSum(numbers, count: count, sharpness: 1, skipping: hold)
        guard onsets > Self.impossible else {
            for index in 0..<count { numbers[index] = index == hold ? 0 : -.infinity }
            return typicality
        }
        let odds = held > Self.impossible ? (held - onsets) / rhythm - busyness : -.infinity
        // The logarithms of the logistic function and of its complement.
        let begins = -softplus(odds)
        let holds = odds == -.infinity ? -.infinity : -softplus(-odds)
        let among = logSum(numbers, count: count, sharpness: 1 / pitch, skipping: hold)
        for index in 0..<count { numbers[index] = numbers[index] / pitch - among + begins }
        numbers[hold] = holds
        return typicality
    }

    private static let impossible: Float = -1e30

    private func softplus(_ number: Float) -> Float { max(number, 0) + log1p(exp(-abs(number))) }

    private func logSum(
        _ numbers: UnsafeMutablePointer<Float>, count: Int, sharpness: Float, skipping skipped: Int?
    ) -> Float {
        var most = -Float.infinity
        for index in 0..<count where index != skipped { most = max(most, numbers[index]) }
        guard most > Self.impossible else { return -.infinity }
        var sum: Float = 0
        for index in 0..<count where index != skipped { sum += exp(sharpness * (numbers[index] - most)) }
        return sharpness * most + log(sum)
    }
}
