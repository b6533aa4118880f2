internal import Counterpoint
internal import ScoreModel

/// How long a silence is that shows, in string music, that a phrase has ended: a quarter note.
private let silenceAfterPhrase: Fraction = 1

extension Voice {
    /// The notes that end phrases: those with a fermata, in string music also those that a long silence follows, and the last.
    func phraseEnds(for ensemble: Ensemble) -> [Event] {
        guard ensemble == .strings else { return events.filter(\.hasFermata) }
        return events.indices.filter { index in
            let next = index + 1
            return events[index].hasFermata || next == events.count
                || events[next].onset - events[index].end >= silenceAfterPhrase
        }.map { events[$0] }
    }
}

extension Grid {
    /// The ticks before which notes of the top voice end that have a fermata: where ticks that end a phrase come to an end, or where the top
    /// voice of another grid begins a note among them. String music needs no fermata where that voice falls silent.
    func fermataEnds(top: Grid) -> [Int] {
        let ends = ticks.indices.filter { tick in
            guard ticks[tick].endsPhrase == true else { return false }
            guard tick + 1 < ticks.count, ticks[tick + 1].endsPhrase == true else { return true }
            return top.voiceCount > 0 && top[tick + 1, 0] != .hold && top[tick + 1, 0] != .rest
        }.map { $0 + 1 }
        return vocabulary.ensemble == .choir ? ends : ends.filter { !top.isSilentForLong(from: $0) }
    }

    /// Whether the top voice has nothing from a tick on for as long as ends a phrase, or for ever.
    private func isSilentForLong(from tick: Int) -> Bool {
        let next = (tick..<ticks.count).first { self[$0, 0] != .rest }
        return next.map { times[$0] - times[tick] >= silenceAfterPhrase } ?? true
    }
}
