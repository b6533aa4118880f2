public import Counterpoint

/// What pieces of four voices are like, in numbers that can be added up.
///
///     var sum = StyleCounts()
///     for piece in pieces { sum += StyleCounts(piece.grid, key: piece.key) }
///     sum.rate(.tertianSlices) // triads and seventh chords, in per cent of all slices
public struct StyleCounts: Hashable, Sendable {
    private var counts = [Int](repeating: 0, count: StyleCount.allCases.count)
    private var histograms = [StyleFeature: Histogram]()

    /// No pieces.
    public init() {}

    /// How often something was found.
    public internal(set) subscript(count: StyleCount) -> Int {
        get { counts[count.rawValue] }
        set { counts[count.rawValue] = newValue }
    }

    /// How often each value of a feature was found.
    public internal(set) subscript(feature: StyleFeature) -> Histogram {
        get { histograms[feature] ?? Histogram() }
        set { histograms[feature] = newValue }
    }

    /// A rate in its unit; nil where there is nothing to relate to.
    public func rate(_ rate: StyleRate) -> Double? {
        let whole = self[rate.whole]
        return whole > 0 ? rate.factor * Double(self[rate.part]) / Double(whole) : nil
    }

    /// Adds the counts of other pieces.
    public static func += (sum: inout StyleCounts, other: StyleCounts) {
        for index in sum.counts.indices { sum.counts[index] += other.counts[index] }
        for (feature, histogram) in other.histograms { sum.histograms[feature, default: Histogram()] += histogram }
    }

    /// Counts a piece.
    ///
    /// - Parameter key: The key that it is in as a whole.
    /// - Precondition: It has four voices.
    /// - Complexity: In proportion to its ticks.
    public init(_ grid: Grid, key: Tonality) {
        precondition(grid.voiceCount == NetworkShape.voices)
        let sounding = SoundingGrid(grid)
        self[.pieces] = 1
        self[.ticks] = sounding.tickCount
        countSlices(sounding, grid.ticks)
        countMotions(sounding)
        countBeats(sounding, grid.ticks)
        countEnds(sounding, grid.ticks, key)
        for voice in 0..<sounding.voiceCount { countNotes(of: voice, grid) }
    }
}
