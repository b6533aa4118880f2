/// How fast a performance goes: the tempo at each moment of played time, and the seconds that have passed.
public struct TempoMap: Hashable, Sendable {
    /// A stretch at one tempo, which lasts until the next begins.
    public struct Segment: Hashable, Sendable {
        /// When it begins, in played quarter notes.
        public let onset: Fraction
        /// How fast it goes.
        public let tempo: Tempo
        /// When it begins, in seconds.
        public let seconds: Fraction
    }

    /// The stretches, in order; the first begins at zero.
    public let segments: [Segment]

    /// A map of tempos in order of their onsets, slowed by holds, up to the end of the music; 120 quarter notes a minute before the
    /// first.
    init(_ tempos: [(onset: Fraction, tempo: Tempo)], holds: [Hold], length: Fraction) {
        var segments = [Segment(onset: .zero, tempo: .standard, seconds: .zero)]
        func add(_ onset: Fraction, _ tempo: Tempo) {
            let last = segments[segments.count - 1]
            if tempo == last.tempo || onset >= length && length > .zero { return }
            let seconds = last.seconds + last.tempo.exactSeconds(for: onset - last.onset)
            if onset <= last.onset { segments.removeLast() }
            segments.append(Segment(onset: Swift.max(onset, last.onset), tempo: tempo, seconds: seconds))
        }
        var next = 0
        var tempo = Tempo.standard
        func advance(to end: Fraction?, factor: Fraction) {
            while next < tempos.count, end.map({ tempos[next].onset < $0 }) ?? true {
                tempo = tempos[next].tempo
                add(tempos[next].onset, tempo.slowed(by: factor))
                next += 1
            }
        }
        var free = Fraction.zero
        for hold in holds.sorted(by: { $0.start < $1.start }) where hold.start >= free && hold.end > hold.start {
            advance(to: hold.start, factor: 1)
            while next < tempos.count, tempos[next].onset == hold.start {
                tempo = tempos[next].tempo
                next += 1
            }
            add(hold.start, tempo.slowed(by: hold.factor))
            advance(to: hold.end, factor: hold.factor)
            add(hold.end, tempo)
            free = hold.end
        }
        advance(to: nil, factor: 1)
        self.segments = segments
    }

    /// The stretch that a moment of played time lies in.
    private func segment(at onset: Fraction) -> Segment {
        segments[max(segments.partitioningIndex { $0.onset > onset } - 1, 0)]
    }

    /// The tempo at a moment of played time.
    public func tempo(at onset: Fraction) -> Tempo { segment(at: onset).tempo }

    /// The seconds that have passed at a moment of played time, exact as far as a ``Fraction`` can hold them.
    ///
    /// - Complexity: O(log *n*) in the changes of tempo.
    public func seconds(at onset: Fraction) -> Fraction {
        let segment = segment(at: onset)
        return segment.seconds + segment.tempo.exactSeconds(for: onset - segment.onset)
    }
}

/// A span of played time that is slowed, for a fermata or to make time for a grace note.
struct Hold: Hashable, Sendable {
    var start: Fraction
    var end: Fraction
    /// How many times as long it lasts.
    var factor: Fraction
}

extension Tempo {
    /// How long a duration takes at this tempo.
    func exactSeconds(for duration: Fraction) -> Fraction { duration * 60 / quartersPerMinute }

    /// The tempo at which everything lasts so many times as long.
    func slowed(by factor: Fraction) -> Tempo {
        guard factor > .zero, let tempo = Tempo(quartersPerMinute: quartersPerMinute / factor) else { return self }
        return tempo
    }
}
