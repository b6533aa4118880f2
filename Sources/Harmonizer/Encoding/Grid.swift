internal import ScoreModel

/// Voices on a grid of ticks, from top to bottom: what a network reads and writes.
public struct Grid: Hashable, Sendable {
    /// What its tokens mean.
    public let vocabulary: Vocabulary
    /// How many voices it has.
    public let voiceCount: Int
    /// What each voice does in each tick, tick by tick and within a tick from the top voice down: `ticks.count * voiceCount` tokens.
    public var tokens: [Token]
    /// What is known of each tick besides its notes.
    public var ticks: [TickContext]
    /// When its ticks begin.
    public let times: TickTimes
    /// What sounds besides the notes that tokens begin, by the cell in which those begin: chords on strings.
    public var stops: [Int: Stop]

    /// A grid of given cells.
    ///
    /// - Parameter times: When its ticks begin; they are sixteenths when nil.
    /// - Precondition: There are `ticks.count * voiceCount` tokens, and as many times as ticks.
    public init(
        _ vocabulary: Vocabulary = .voices, voiceCount: Int, tokens: [Token], ticks: [TickContext],
        times: TickTimes? = nil, stops: [Int: Stop] = [:]
    ) {
        precondition(tokens.count == ticks.count * voiceCount && times.map { $0.count == ticks.count } ?? true)
        (self.vocabulary, self.voiceCount, self.tokens, self.ticks) = (vocabulary, voiceCount, tokens, ticks)
        (self.times, self.stops) = (times ?? .sixteenths(ticks.count), stops)
    }

    /// It with other tokens, as many as it has.
    func with(_ tokens: [Token]) -> Grid {
        precondition(tokens.count == self.tokens.count)
        var grid = self
        grid.tokens = tokens
        return grid
    }

    /// A cell.
    public subscript(tick: Int, voice: Int) -> Token {
        get { tokens[tick * voiceCount + voice] }
        set { tokens[tick * voiceCount + voice] = newValue }
    }

    /// True for ticks in which a beat begins: a quarter note of the piece, where meters do not tell.
    func isBeat(_ tick: Int) -> Bool { ticks[tick].placeInBeat.map { $0 == .zero } ?? times[tick].isWhole }
}
