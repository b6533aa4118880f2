extension PlayOrder {
    /// How long the piece takes to play, in seconds.
    ///
    /// - Parameter tempos: Sorted by onset; 120 quarter notes a minute where there is none.
    public func seconds(tempos: [Timed<Tempo>]) -> Double {
        stretches.reduce(0) { $0 + PlayOrder.seconds(from: $1.start, to: $1.end, tempos: tempos) }
    }

    /// How long it takes to play from one moment of the score to another, in seconds.
    ///
    /// - Parameter tempos: Sorted by onset; 120 quarter notes a minute where there is none.
    public static func seconds(from start: Fraction, to end: Fraction, tempos: [Timed<Tempo>]) -> Double {
        var (low, high) = (0, tempos.count)
        while low < high {
            let middle = (low + high) / 2
            if tempos[middle].onset <= start { low = middle + 1 } else { high = middle }
        }
        var tempo = low > 0 ? tempos[low - 1].value : .standard
        var (position, seconds) = (start, 0.0)
        for change in tempos[low...].prefix(while: { $0.onset < end }) {
            seconds += tempo.seconds(for: change.onset - position)
            (tempo, position) = (change.value, change.onset)
        }
        return seconds + tempo.seconds(for: end - position)
    }
}

extension Tempo {
    /// How long a duration takes at this tempo.
    public func seconds(for duration: Fraction) -> Double { (duration * 60 / quartersPerMinute).doubleValue }
}
