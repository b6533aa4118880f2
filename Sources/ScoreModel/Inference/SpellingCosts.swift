/// How well a place on the line of fifths suits a tone: the logarithm of the odds of a name, but for a constant.
///
/// The sum of five tables: distance from the middle of the local key's scale and of the signature's (so keys attract their own degrees, and
/// minor keys raised sixths and sevenths), the interval from the tone before and to the tone after (so that leading tones rise to
/// their goal by a minor second and chromatic steps are spelled in their direction), and intervals to the tones that sound with it.
///
/// Fitted by logistic regression of the right name against the other one on the 288 training files (`split_own_balanced`) of a set of
/// 365 Bach chorales; the prior, which stands where no chorale goes, is that a place suits the less the farther away it is.
enum SpellingCosts {
    /// Values for distances from `first` on, going on beyond them with a slope for each step.
    struct Table {
        let first: Int
        let values: [Double]
        let slope: Double

        subscript(_ distance: Int) -> Double {
            let index = distance - first
            if index < 0 { return values[0] + slope * Double(index) }
            if index >= values.count { return values[values.count - 1] - slope * Double(index - values.count + 1) }
            return values[index]
        }
    }

    /// How well `place` suits the tone at `index` among the tones around it as they are named in `places`.
    static func score(
        _ place: Int, at index: Int, _ context: SpellingContext, _ neighbours: ToneNeighbours, _ places: [Int]
    ) -> Double {
        var score = (context.isMinor ? minorKey : majorKey)[place - context.key - SpellingContext.middle]
        score += signature[place - context.signature - SpellingContext.middle]
        let (before, after) = (neighbours.previous[index], neighbours.next[index])
        if before >= 0 { score += fromPrevious[place - places[before]] }
        if after >= 0 { score += toNext[places[after] - place] }
        for other in neighbours.together[index] { score += together[abs(place - places[other])] }
        return score
    }

    // By places above the second degree of the scale: -6 is the minor sixth degree of a major key, 4 the augmented fourth.
    private static let majorKey = Table(
        first: -9,
        values: [
            -1.32, -1.13, -1.25, -0.84, -0.46, -0.27, -0.15, -0.05, 0.07, 0.02, 0.02, -0.09, -0.18, -0.37, -0.25, -0.66,
            -1.04, -1.23, -1.35, -1.45, -1.57, -1.65, -1.80,
        ], slope: 0.15)
    private static let minorKey = Table(
        first: -9,
        values: [
            -1.28, -1.15, -1.04, -1.26, -1.00, -0.39, 0.01, 0.09, 0.05, 0.02, 0.03, -0.10, -0.22, -0.35, -0.46, -0.24,
            -0.50, -1.11, -1.51, -1.59, -1.55, -1.65, -1.80,
        ], slope: 0.15)
    private static let signature = Table(
        first: -9,
        values: [
            -1.42, -1.25, -1.28, -1.27, -0.95, -0.16, 0.10, 0.16, 0.11, 0.04, 0.06, -0.02, -0.08, -0.25, -0.22, -0.23,
            -0.55, -1.34, -1.60, -1.66, -1.61, -1.65, -1.80,
        ], slope: 0.15)

    // By intervals as places on the line of fifths: -5 is a minor second up, 7 a chromatic semitone up, 0 a unison or octave.
    private static let fromPrevious = Table(
        first: -12,
        values: [
            -1.04, -0.91, -1.02, -0.79, -0.61, -1.00, -0.72, -0.26, -0.23, -0.10, 0.23, 0.16, 0.17, 0.02, 0.23, -0.01,
            -0.19, 0.20, -0.08, -0.53, -0.57, -0.69, -1.00, -1.04, -1.12,
        ], slope: 0.1)
    private static let toNext = Table(
        first: -12,
        values: [
            -1.24, -0.92, -0.99, -0.80, -0.44, -1.59, -0.41, 1.17, 0.00, -0.02, 0.23, 0.07, 0.43, 0.03, 0.25, 0.01,
            -0.36, 0.79, -0.39, -1.97, -0.80, -0.78, -1.01, -0.95, -1.19,
        ], slope: 0.1)
    private static let together = Table(
        first: 0,
        values: [
            0.40, 0.59, 0.34, 0.49, 0.55, -0.12, -0.39, -0.68, -1.32, -1.21, -1.11, -1.31, -1.40, -1.28, -1.23, -1.43,
        ], slope: 0.1)
}
