internal import ScoreModel

extension CompositionTask {
    /// What a theme leaves to be composed.
    ///
    /// - Parameters:
    ///   - measures: The indices of the measures that are composed; all when nil. Elsewhere voices stay as they are, and what was held into another measure
    ///     begins there.
    ///   - compass: From where to where voices may be led, as they sound in the score.
    ///   - faithfulness: What a cell gains, in nats, by being what the score has there.
    public init(
        _ theme: Theme, measures: Range<Int>? = nil, compass: Compass = .choir, pitchClasses: [UInt16]? = nil,
        faithfulness: Float = 0
    ) {
        var grid = theme.grid
        var isFree = grid.tokens.map { $0 == .hidden }
        let old = theme.reading.grid
        if let measures {
            let frame = theme.score.gridMeasures[measures]
            let ticks = grid.times.ticks(from: frame.first?.onset ?? .zero, to: frame.last?.end ?? .zero)
            for cell in isFree.indices where isFree[cell] && !ticks.contains(cell / 4) {
                isFree[cell] = false
                grid.tokens[cell] = old.tokens[cell]
            }
            if ticks.upperBound < grid.ticks.count {
                for voice in 0..<4 where isFree[4 * ticks.lowerBound + voice] && grid[ticks.upperBound, voice] == .hold
                {
                    grid[ticks.upperBound, voice] = old.sounding(before: ticks.upperBound, voice)
                }
            }
        }
        if faithfulness != 0 {
            for cell in isFree.indices where isFree[cell] { grid.tokens[cell] = old.tokens[cell] }
        }
        let ranges = (0..<4).map { voice in
            let range = compass[voice]
            return (range.lowerBound + theme.transposition)...(range.upperBound + theme.transposition)
        }
        self.init(grid, isFree: isFree, ranges: ranges, pitchClasses: pitchClasses, faithfulness: faithfulness)
    }
}

extension Grid {
    /// The token of what sounds in a voice before a tick.
    fileprivate func sounding(before tick: Int, _ voice: Int) -> Token {
        var tick = tick - 1
        while tick > 0, self[tick, voice] == .hold { tick -= 1 }
        return tick < 0 ? .rest : self[tick, voice]
    }
}
