internal import ScoreModel

/// How surprising chords are in a key, and after each other: logarithms of shares, counted in published analyses of Bach's chorales.
///
/// The share of a chord after another is smoothed with that of the chord at all, as if each chord had been seen so often more
/// (Jelinek & Mercer's interpolation, with counts).
public struct ProgressionTable: Sendable {
    /// For each mode, the surprise at a chord, by its number in C.
    private(set) var degree: [Float]
    /// For each mode, the surprise at a chord after another.
    private(set) var progression: [Float]

    /// How many chords the smoothing adds to each row.
    private static let added = 20.0
    /// How often a chord that was never seen is thought to have been.
    private static let unseen = 0.02

    /// The table that is used.
    public static let standard = ProgressionTable(counts: ProgressionCounts.all)

    /// - Parameter counts: For major and for minor, (from, to, how often), as numbers of chords in C; the number of chords itself stands for
    ///   the beginning of a piece or a key.
    public init(counts: [[Int32]]) {
        let size = ChordShape.count
        degree = []
        progression = []
        for mode in 0..<2 {
            let own = mode < counts.count ? counts[mode] : []
            var shares = [Double](repeating: ProgressionTable.unseen, count: size)
            var rows = [Double](repeating: 0, count: size * size)
            for entry in stride(from: 0, to: own.count - 2, by: 3) {
                let (from, to, count) = (Int(own[entry]), Int(own[entry + 1]), Double(own[entry + 2]))
                guard (0...size).contains(from), (0..<size).contains(to) else { continue }
                shares[to] += count
                if from < size { rows[from * size + to] += count }
            }
            let sum = shares.reduce(0, +)
            degree += shares.map { Float(-logarithm($0 / sum)) }
            for from in 0..<size {
                let seen = rows[(from * size)..<(from * size + size)].reduce(0, +)
                progression += (0..<size).map { to in
                    let smoothed = rows[from * size + to] + ProgressionTable.added * shares[to] / sum
                    return Float(-logarithm(smoothed / (seen + ProgressionTable.added)))
                }
            }
        }
    }
}
