/// A stretch of a piece that two voices share with a piece that was learned from, wherever it is transposed to.
public struct CopiedRun: Hashable, Sendable, Codable {
    /// The piece that was learned from.
    public let piece: String
    /// The voices, counted from the top.
    public let voices: [Int]
    /// The ticks that are shared, in the piece that was looked at.
    public let ticks: Range<Int>
    /// The notes of both voices that begin in them.
    public let attacks: Int

}

extension Ensemble {
    /// The most ticks and notes that a piece may share with others: what 99 of 100 pieces of held out music share at most with what is learned
    /// from (`Docs/Style.md`, `Docs/Quartets.md`).
    public var mostCopied: (ticks: Int, attacks: Int) {
        switch self {
        case .choir: (32, 18)
        case .strings: (47, 32)
        }
    }
}
