extension [Tone] {
    /// The voices of a line that has chords now and then, such as the double stops of a violin: all tones are in one voice, 0, but for those that are
    /// held while others begin, which are in another, 1.
    ///
    /// - Complexity: O(*n* log *n*).
    public func voicesOfHeldTones() -> [Int] {
        let onsets = Set(map(\.onset)).sorted()
        return map { tone in
            let next = onsets.partitioningIndex { $0 > tone.onset }
            guard next < onsets.count else { return 0 }
            // A little overlap is legato.
            let allowance = Swift.min(1 / 4, tone.duration / 2)
            return tone.end > onsets[next] + allowance ? 1 : 0
        }
    }
}
