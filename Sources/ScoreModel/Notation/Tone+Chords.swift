extension [Tone] {
    /// The tones as voices can write them: what begins together in a voice ends together, and nothing lasts into the next. The longest tone of a
    /// chord counts.
    ///
    /// - Parameter voices: The voice of each tone.
    public func lastingUntilNext(voices: [Int]) -> [Tone] {
        var result = self
        let order = indices.sorted { (voices[$0], self[$0].onset, $0) < (voices[$1], self[$1].onset, $1) }
        var start = 0
        while start < order.count {
            let first = order[start]
            var end = start
            var last = self[first].end
            while end < order.count, voices[order[end]] == voices[first], self[order[end]].onset == self[first].onset {
                last = Swift.max(last, self[order[end]].end)
                end += 1
            }
            if end < order.count, voices[order[end]] == voices[first] { last = Swift.min(last, self[order[end]].onset) }
            for index in order[start..<end] { result[index].duration = last - self[first].onset }
            start = end
        }
        return result
    }
}
