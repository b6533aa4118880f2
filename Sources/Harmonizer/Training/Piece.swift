/// A piece as a network reads it: numbers alone.
public struct Piece: Hashable, Sendable {
    /// What it is called, such as the name of its file.
    public var name: String
    /// Four tokens a tick, from the top voice down.
    public let tokens: [Token]
    /// Six ids a tick: see ``TickContext/ids``.
    public let contexts: [UInt8]
    /// Its ticks.
    public var ticks: Int { contexts.count / 6 }

    /// A piece of given numbers.
    ///
    /// - Precondition: There are four tokens and six ids for each tick.
    public init(name: String, tokens: [Token], contexts: [UInt8]) {
        precondition(tokens.count * 6 == contexts.count * 4)
        self.name = name
        self.tokens = tokens
        self.contexts = contexts
    }

    /// A grid of four voices.
    ///
    /// - Precondition: It has four voices.
    public init(name: String, _ grid: Grid) {
        precondition(grid.voiceCount == NetworkShape.voices)
        self.init(name: name, tokens: grid.tokens, contexts: grid.ticks.flatMap(\.ids))
    }

    /// It as a grid.
    public var grid: Grid {
        let known = (0..<ticks).map { tick in TickContext(ids: contexts[(6 * tick)..<(6 * tick + 6)]) }
        return Grid(voiceCount: NetworkShape.voices, tokens: tokens, ticks: known)
    }

    /// The lowest and the highest pitch of each voice, as tokens; nil for a voice that is silent.
    var ranges: [ClosedRange<Int>?] {
        (0..<NetworkShape.voices).map { voice in
            let pitches = stride(from: voice, to: tokens.count, by: NetworkShape.voices)
                .map { Int(tokens[$0].rawValue) }.filter { $0 >= Vocabulary.firstPitch }
            guard let lowest = pitches.min(), let highest = pitches.max() else { return nil }
            return lowest...highest
        }
    }
}
