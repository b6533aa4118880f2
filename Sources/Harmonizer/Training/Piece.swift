/// A piece as a network reads it: numbers alone.
public struct Piece: Hashable, Sendable {
    /// What it is called, such as the name of its file.
    public var name: String
    /// What its tokens mean.
    public let vocabulary: Vocabulary
    /// Four tokens a tick, from the top voice down.
    public let tokens: [Token]
    /// Six ids a tick: see ``Grid/contextIds``.
    public let contexts: [UInt8]
    /// When its ticks begin.
    public let times: TickTimes
    /// What sounds besides: see ``Grid/stops``.
    public let stops: [Int: Stop]
    /// Its ticks.
    public var ticks: Int { times.count }

    /// A piece of given numbers.
    ///
    /// - Parameter times: When its ticks begin; they are sixteenths when nil.
    /// - Precondition: There are four tokens and six ids for each tick.
    public init(
        name: String, _ vocabulary: Vocabulary = .voices, tokens: [Token], contexts: [UInt8], times: TickTimes? = nil,
        stops: [Int: Stop] = [:]
    ) {
        let times = times ?? .sixteenths(contexts.count / 6)
        precondition(tokens.count == times.count * NetworkShape.voices)
        precondition(contexts.count == times.count * NetworkShape.contexts)
        (self.name, self.vocabulary, self.tokens, self.contexts) = (name, vocabulary, tokens, contexts)
        (self.times, self.stops) = (times, stops)
    }

    /// A grid of four voices.
    ///
    /// - Precondition: It has four voices.
    public init(name: String, _ grid: Grid) {
        precondition(grid.voiceCount == NetworkShape.voices)
        self.init(
            name: name, grid.vocabulary, tokens: grid.tokens, contexts: grid.contextIds, times: grid.times,
            stops: grid.stops)
    }

    /// It as a grid.
    public var grid: Grid {
        Grid(
            vocabulary, voiceCount: NetworkShape.voices, tokens: tokens,
            ticks: TickContext.contexts(ids: contexts, at: times, vocabulary), times: times, stops: stops)
    }

    /// It in the tokens of another vocabulary. Pitches that are none there become ``Token/hidden``, as long as they last.
    public func inTokens(of other: Vocabulary) -> Piece {
        var tokens = tokens
        for voice in 0..<NetworkShape.voices {
            var isUnknown = false
            for cell in stride(from: voice, to: tokens.count, by: NetworkShape.voices) {
                if let pitch = vocabulary.pitch(tokens[cell]) {
                    isUnknown = other.token(pitch: pitch) == nil
                    tokens[cell] = other.token(pitch: pitch) ?? .hidden
                } else if tokens[cell] == .hold, isUnknown {
                    tokens[cell] = .hidden
                } else {
                    isUnknown = false
                }
            }
        }
        return Piece(
            name: name,
            Grid(other, voiceCount: NetworkShape.voices, tokens: tokens, ticks: grid.ticks, times: times, stops: stops))
    }

    /// The lowest and the highest pitch of each voice, as tokens; nil for a voice that is silent.
    var ranges: [ClosedRange<Int>?] {
        (0..<NetworkShape.voices).map { voice in
            var range: ClosedRange<Int>?
            for cell in stride(from: voice, to: tokens.count, by: NetworkShape.voices) {
                let token = Int(tokens[cell].rawValue)
                guard token >= Vocabulary.firstPitch else { continue }
                range = range.map { min($0.lowerBound, token)...max($0.upperBound, token) } ?? token...token
            }
            return range
        }
    }
}
