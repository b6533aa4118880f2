/// The key that a piece is said to be in: the one that its beginning and all of it have in common.
///
/// Each passage counts as draws from the profile of the key (``KeyProfile``), whatever its length; keys of one signature count together.
struct HomeKey {
    /// The probability of each signature, by the pitch class of its major tonic.
    private(set) var signatures = Array(repeating: 0.0, count: 12)
    /// Whether the likeliest key is minor.
    private(set) var isMinor = false

    // What the passages count, in draws: fitted on the 116 training files of a set of 152 string quartets, in the order of sizes by trying.
    private static let opening = (length: Fraction(8), draws: 2.0)
    private static let firstSentence = (length: Fraction(32), draws: 4.0)
    private static let wholeDraws = 8.0

    /// - Parameters:
    ///   - tones: Sorted by onset.
    ///   - whole: The share of each pitch class in all of them.
    init(_ tones: ArraySlice<Tone>, whole: [Double]) {
        var draws = whole.map { $0 * Self.wholeDraws }
        for (length, weight) in [Self.opening, Self.firstSentence] {
            let start = tones.first?.onset ?? .zero
            var weights = Array(repeating: 0.0, count: 12)
            for tone in tones.prefix(while: { $0.onset - start < length }) {
                weights[tone.pitchClass] += tone.duration.doubleValue
            }
            let sum = weights.reduce(0, +)
            for pitchClass in 0..<12 where sum > 0 { draws[pitchClass] += weights[pitchClass] / sum * weight }
        }
        let scores = KeyProfile.logarithms.map { row in zip(row, draws).reduce(0) { $0 + $1.0 * $1.1 } }
        let most = scores.max() ?? 0
        var sum = 0.0
        for (key, score) in zip(KeyState.all, scores) {
            let likelihood = exponential(score - most)
            if score == most { isMinor = key.isMinor }
            signatures[key.majorTonic] += likelihood
            sum += likelihood
        }
        signatures = signatures.map { $0 / sum }
    }
}
