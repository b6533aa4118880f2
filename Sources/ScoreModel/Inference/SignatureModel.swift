/// Which signature one would write over a passage: a choice among twelve, by weights that turn with the signature.
///
/// The signature is not always that of the tonic: old tunes in Dorian minor are written with a flat less, Mixolydian ones with a sharp
/// less. So, beside profiles of pitch classes relative to the signature (as Krumhansl and Kessler's of 1990 are relative to the tonic),
/// it weighs the place of the last bass note in the scale, and how usual modal signatures are with that final. Multinomial logistic
/// regression with an L2 penalty of 0.05; its probabilities are the confidences.
///
/// The weights were fitted on the 288 training files (`split_own_balanced`) of a set of 365 Bach chorales; features are in ``score``.
enum SignatureModel {
    /// The probability of each signature, by the pitch class of its major tonic.
    static func probabilities(_ evidence: SignatureEvidence) -> [Double] {
        let scores = (0..<12).map { score($0, evidence) }
        let most = scores.max() ?? 0
        let likelihoods = scores.map { exponential($0 - most) }
        let sum = likelihoods.reduce(0, +)
        return likelihoods.map { $0 / sum }
    }

    private static func score(_ majorTonic: Int, _ evidence: SignatureEvidence) -> Double {
        var score = 0.0
        for degree in 0..<12 {
            let pitchClass = (degree + majorTonic) % 12
            // The floors stand for what does not occur: a note in two hundred, in a melody one in a hundred,
            // and one phrase in fifty.
            score += sounding[degree] * logarithm(0.005 + evidence.sounding[pitchClass])
            score += highest[degree] * logarithm(0.01 + evidence.highest[pitchClass])
            score += lowest[degree] * evidence.lowest[pitchClass].squareRoot()
            score += cadences[degree] * logarithm(0.02 + evidence.cadences[pitchClass])
        }
        let final = (evidence.final - majorTonic + 12) % 12
        score += evidence.isMinor ? minorFinal[final] : majorFinal[final]
        switch (final, evidence.isMinor) {
        case (2, true): score += dorian[evidence.final]
        case (7, false): score += mixolydian[evidence.final]
        case (4, _): score += phrygian[evidence.final]
        default: break
        }
        return score
    }

    // By semitones above the signature's major tonic.
    private static let sounding = [2.18, -0.33, 0.62, -2.10, -1.34, 1.61, -0.21, 0.76, -1.05, 0.07, -0.88, 0.66]
    private static let highest = [0.43, -0.70, -0.23, -0.56, 1.46, -0.57, 0.64, 0.44, -0.82, 0.66, -0.69, -0.07]
    private static let lowest = [0.42, -0.65, -0.14, 0.78, 1.74, -1.19, -2.15, 1.33, 1.04, -0.24, -0.33, -0.62]
    private static let cadences = [0.21, -0.94, -0.26, 1.92, -0.15, 0.05, -0.92, -0.32, 0.59, -0.10, 0.13, -0.21]
    private static let majorFinal = [2.04, 0, 2.06, 0, -1.87, -2.20, 0, 0.70, 0, 0.90, -0.02, -1.61]
    private static let minorFinal = [-1.55, 0, -0.12, 0, 0.25, -0.18, 0, -0.21, 0, 0.88, -0.01, 0.94]

    // By the pitch class of the final: C and D minor are often written in Dorian, A, E and B minor are not.
    private static let dorian = [3.75, 0, 1.80, 0, -2.26, 0, -1.25, 0.26, 0, -3.07, 3.10, -2.45]
    private static let mixolydian = [0.68, 0, -0.72, -0.23, -0.57, -0.78, 0, 1.95, 0, 1.46, -1.02, -0.07]
    private static let phrygian = [-0.70, 0, -1.16, 0, 2.00, -1.69, -0.07, -0.63, 0, -1.08, 0, 1.70]
}
