/// Voices on a grid of sixteenth notes, from top to bottom: what a network reads and writes.
public struct Grid: Hashable, Sendable {
    /// How many ticks a quarter note has.
    public static let ticksPerQuarter = 4

    /// How many voices it has.
    public let voiceCount: Int
    /// What each voice does in each tick, tick by tick and within a tick from the top voice down: `ticks.count * voiceCount` tokens.
    public var tokens: [Token]
    /// What is known of each tick besides its notes.
    public var ticks: [TickContext]

    /// A grid of given cells.
    ///
    /// - Precondition: There are `ticks.count * voiceCount` tokens.
    public init(voiceCount: Int, tokens: [Token], ticks: [TickContext]) {
        precondition(tokens.count == ticks.count * voiceCount)
        self.voiceCount = voiceCount
        self.tokens = tokens
        self.ticks = ticks
    }

    /// A cell.
    public subscript(tick: Int, voice: Int) -> Token {
        get { tokens[tick * voiceCount + voice] }
        set { tokens[tick * voiceCount + voice] = newValue }
    }
}
