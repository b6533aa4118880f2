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

    /// The most ticks and notes that may be shared: what 99 of 100 chorales by Bach that nothing was learned from share at most with those that
    /// something was (`Docs/Style.md`).
    public static let most = (ticks: 32, attacks: 18)
}
