import ScoreModel

/// How often answers are right whose rivals cost so much more: logistic curves, fitted by `Tools/fit-harmony` on published analyses.
enum Confidence {
    private static let chord = (slope: 1.04, offset: 0.06)
    private static let key = (slope: 0.54, offset: 0.06)

    /// The share of chords that are right in key, root and quality.
    static func ofChord(_ margin: Float) -> Double { share(margin, chord) }
    /// The share of keys that are right.
    static func ofKey(_ margin: Float) -> Double { share(margin, key) }

    private static func share(_ margin: Float, _ curve: (slope: Double, offset: Double)) -> Double {
        let exact = 1 / (1 + exponential(-(Double(min(margin, 1000)) * curve.slope + curve.offset)))
        return (exact * 1000).rounded() / 1000
    }
}
