internal import Counterpoint

/// How far a piece is from what a composer usually writes: the smaller, the nearer.
///
/// The measure of Fang, Liu, Seetharaman and Pardo, “Bach or Mock? A Grading Function for Chorales in the Style of J. S. Bach” (2020), over
/// grids: nine Wasserstein distances and their sum.
public struct MockGrade: Hashable, Sendable {
    /// The distance in each feature.
    public let distances: [MockFeature: Double]

    /// The sum of all distances.
    public var total: Double { MockFeature.allCases.reduce(0) { $0 + (distances[$1] ?? 0) } }
}

/// Grades pieces by a composer's own.
public struct MockGrading: Sendable {
    private var all = MockHistograms()
    private var modes: [Tonality.Mode: MockHistograms] = [:]

    /// - Parameter reference: The composer's pieces.
    public init(_ reference: [StyleSample]) {
        for sample in reference {
            let histograms = MockHistograms(sample.grid, key: sample.key)
            all += histograms
            modes[sample.key.mode, default: MockHistograms()] += histograms
        }
    }

    /// The grade of a piece; nil when the reference has none in its mode.
    public func grade(_ sample: StyleSample) -> MockGrade? {
        guard let mode = modes[sample.key.mode] else { return nil }
        let piece = MockHistograms(sample.grid, key: sample.key)
        var distances: [MockFeature: Double] = [:]
        for feature in MockFeature.allCases {
            let reference = (feature.dependsOnMode ? mode : all)[feature]
            let distance =
                switch feature {
                case .patterns: piece.patternsOrNone.distance(from: reference)
                case .parallels: parallels(of: piece)
                default: piece[feature].rankedDistance(from: reference)
                }
            distances[feature] = distance ?? 0
        }
        return MockGrade(distances: distances)
    }

    /// How differently parallels are shared out, times how much more of them there are.
    private func parallels(of piece: MockHistograms) -> Double? {
        // A reference without any, which has no rate, counts as if it had one.
        let rate = max(all.parallelsPerNote, 1 / Double(max(all.notes, 1)))
        return piece[.parallels].rankedDistance(from: all[.parallels]).map { $0 * piece.parallelsPerNote / rate }
    }
}

extension MockHistograms {
    /// The lengths of patterns; the length 0 where there are none.
    fileprivate var patternsOrNone: Histogram {
        var patterns = self[.patterns]
        if patterns.total == 0 { patterns.add(0) }
        return patterns
    }
}
