public import ScoreModel

/// How fast a MIDI file goes: from ticks to seconds, exactly.
public struct MIDITempoMap: Hashable, Sendable {
    /// A tempo from a tick on.
    public struct Change: Hashable, Sendable {
        /// The tick.
        public let tick: Int
        /// How long a quarter note lasts, in seconds.
        public let secondsPerQuarter: Fraction
        /// The seconds that have passed.
        public let seconds: Fraction
        let secondsPerTick: Fraction
    }

    /// The changes of tempo by tick, the first at tick 0: 120 quarter notes a minute where the file does not say.
    public private(set) var changes: [Change] = []
    /// Whether ticks are parts of frames of a time code, and the tempo does not matter.
    public let followsTimeCode: Bool

    /// - Parameters:
    ///   - tempos: What the file says, sorted by tick; the last at a tick counts.
    ///   - fixed: How long a tick lasts where no tempo changes it.
    init(
        _ tempos: [(tick: Int, secondsPerQuarter: Fraction)], quartersPerTick: Fraction,
        secondsPerTick fixed: Fraction? = nil
    ) {
        followsTimeCode = fixed != nil
        for (tick, length) in [(tick: 0, secondsPerQuarter: Fraction.standardQuarter)] + (followsTimeCode ? [] : tempos)
        {
            let seconds = seconds(at: tick)
            if changes.last?.tick == tick { changes.removeLast() }
            changes.append(
                Change(
                    tick: tick, secondsPerQuarter: length, seconds: seconds,
                    secondsPerTick: fixed ?? length * quartersPerTick))
        }
    }

    /// The seconds from the beginning to a tick.
    public func seconds(at tick: Int) -> Fraction {
        guard let change = changes[..<changes.firstIndex(after: tick, \.tick)].last else { return .zero }
        return change.seconds + Fraction(tick - change.tick) * change.secondsPerTick
    }
}

extension Fraction {
    /// What a quarter note lasts where a file does not say.
    fileprivate static let standardQuarter: Fraction = 1 / 2
}

extension Array {
    /// The index of the first element that comes behind a tick, in a list that is sorted by tick.
    func firstIndex(after tick: Int, _ place: KeyPath<Element, Int>) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if self[middle][keyPath: place] <= tick { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
