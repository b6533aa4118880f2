internal import ScoreModel

/// What a file says of its time.
struct FileClock {
    /// The ticks of a quarter note; nil where the file knows only seconds.
    let ticksPerQuarter: Int?
    /// Whether the file says how fast it goes.
    let hasTempo: Bool
    /// What a tick is of a quarter note where nothing better is known: of one of half a second in a file of seconds.
    let quartersPerTick: Fraction
    private let changes: [(tick: Int, seconds: Double, secondsPerTick: Double)]

    init(ticksPerQuarter: Int, hasTempo: Bool, tempo: MIDITempoMap) {
        // No file has more ticks: its header has no room for them.
        let ticks = Swift.min(Swift.max(ticksPerQuarter, 1), 1 << 16)
        self.ticksPerQuarter = ticks
        self.hasTempo = hasTempo
        quartersPerTick = Fraction(1) / Fraction(ticks)
        changes = tempo.changes.map { ($0.tick, $0.seconds.doubleValue, $0.secondsPerTick.doubleValue) }
    }

    init(secondsPerTick: Fraction) {
        let length = secondsPerTick > .zero ? secondsPerTick : Fraction(1) / 1000
        ticksPerQuarter = nil
        hasTempo = false
        quartersPerTick = length * 2
        changes = [(0, 0, length.doubleValue)]
    }

    /// The seconds at which ticks in order come.
    func seconds(at ticks: [Int]) -> [Double] {
        var change = 0
        return ticks.map { tick in
            while change + 1 < changes.count, changes[change + 1].tick <= tick { change += 1 }
            guard changes.indices.contains(change) else { return Double(tick) * quartersPerTick.doubleValue / 2 }
            return changes[change].seconds + (Double(tick) - Double(changes[change].tick))
                * changes[change].secondsPerTick
        }
    }
}
