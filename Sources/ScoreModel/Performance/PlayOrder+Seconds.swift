extension PlayOrder {
    /// How long the piece takes to play, in seconds.
    ///
    /// - Parameter tempos: Sorted by onset; 120 quarter notes a minute where there is none.
    public func seconds(tempos: [Timed<Tempo>]) -> Double {
        stretches.reduce(0) { $0 + PlayOrder.seconds(from: $1.start, to: $1.end, tempos) }
    }

    private static func seconds(from start: Fraction, to end: Fraction, _ tempos: [Timed<Tempo>]) -> Double {
        var tempo = tempos.last { $0.onset <= start }?.value ?? .standard
        var (position, seconds) = (start, 0.0)
        for change in tempos.drop(while: { $0.onset <= start }).prefix(while: { $0.onset < end }) {
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
