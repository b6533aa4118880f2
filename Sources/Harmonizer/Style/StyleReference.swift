internal import ScoreModel

/// A composer's pieces, which others are compared with.
public struct StyleReference: Sendable {
    /// What they are like.
    public let counts: StyleCounts
    /// Grades by them.
    public let grading: MockGrading
    /// What may be copied from them.
    public let copies: CopiedRuns

    /// The voices in which copies are looked for: the top voice is given, more often than not.
    public static let composedVoices = [1, 2, 3]

    /// - Parameter samples: The composer's pieces.
    public init(_ samples: [StyleSample]) {
        counts = parallel(samples.count) { samples[$0].counts }.reduce(into: StyleCounts()) { $0 += $1 }
        grading = MockGrading(samples)
        copies = CopiedRuns(samples.map { ($0.name, $0.grid) }, voices: Self.composedVoices)
    }
}
