public import ScoreModel

extension Grid {
    /// Some of its ticks as a piece of their own. What is held from before begins with it.
    ///
    /// - Precondition: The ticks are its own.
    public func excerpt(_ range: Range<Int>) -> Grid {
        var tokens = Array(self.tokens[(voiceCount * range.lowerBound)..<(voiceCount * range.upperBound)])
        var stops: [Int: Stop] = [:]
        for (cell, stop) in self.stops where range.contains(cell / voiceCount) {
            stops[cell - voiceCount * range.lowerBound] = stop
        }
        for voice in 0..<voiceCount where tokens.indices.contains(voice) && tokens[voice] == .hold {
            var tick = range.lowerBound
            while tick > 0, self[tick, voice] == .hold { tick -= 1 }
            tokens[voice] = self[tick, voice]
            stops[voice] = self.stops[tick * voiceCount + voice]
        }
        let start = times[range.lowerBound]
        return Grid(
            vocabulary, voiceCount: voiceCount, tokens: tokens, ticks: Array(ticks[range]),
            times: TickTimes((range.lowerBound...range.upperBound).map { times[$0] - start }), stops: stops)
    }

    /// It in parts of some length or a little more, each of which begins with a measure.
    ///
    /// - Parameter length: In quarter notes.
    public func excerpts(_ length: Fraction) -> [Grid] {
        var list: [Grid] = []
        var start = 0
        for tick in ticks.indices.dropFirst() {
            let beginsMeasure = ticks[tick].beatInMeasure == 0 && ticks[tick].placeInBeat == .zero
            guard beginsMeasure, times[tick] - times[start] >= length else { continue }
            list.append(excerpt(start..<tick))
            start = tick
        }
        if start < ticks.count { list.append(excerpt(start..<ticks.count)) }
        return list
    }
}
