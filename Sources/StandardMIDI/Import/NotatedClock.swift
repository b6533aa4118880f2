internal import ScoreModel

/// From the ticks of a file to quarter notes of its notation.
struct NotatedClock {
    /// A tone for each note, on the grid of notation.
    let tones: [Tone]
    let method: Quantization.Method
    let confidence: Double
    /// Moments of the notation by tick.
    let beats: [Quantization.Beat]
    private let quartersPerTick: Fraction

    /// What played times are rounded to, in parts of a quarter note, where a beat was tracked and ticks are no parts of one.
    private static let finest = 960

    init(_ source: TranscriptionSource, _ options: Quantization.Options) {
        let quantization =
            source.ticksPerQuarter.map {
                Quantization(
                    source.notes, ticksPerQuarter: $0, hasTempo: source.hasTempo, tempo: source.tempos,
                    options: options)
            }
            ?? Quantization(
                source.notes, secondsPerTick: source.tempos.changes[0].secondsPerTick, options: options)
        (tones, method, confidence) = (quantization.tones, quantization.method, quantization.confidence)
        beats = NotatedClock.begun(quantization, source.notes)
        quartersPerTick = source.quartersPerTick
    }

    /// The beats from the beginning of the notation on. Nothing sounds before it: it begins with what is played first.
    private static func begun(_ quantization: Quantization, _ notes: [MIDINote]) -> [Quantization.Beat] {
        let beats = quantization.beats
        guard quantization.method == .beats, let first = notes.lazy.map(\.start).min(), beats.count > 1 else {
            return beats
        }
        let rest = beats.filter { $0.quarters > .zero && $0.tick > Double(first) }
        let begun = [Quantization.Beat(quarters: .zero, tick: Double(first))] + rest
        return begun.count > 1 ? begun : beats
    }

    /// Where a tick lies that was played, exactly unless a beat was tracked.
    func played(_ tick: Int) -> Fraction {
        guard method == .beats else { return Fraction(tick) * quartersPerTick }
        let next = min(max(beats.partitioningIndex { $0.tick > Double(tick) }, 1), beats.count - 1)
        let (from, to) = (beats[next - 1], beats[next])
        guard to.tick > from.tick else { return from.quarters }
        let share = (Double(tick) - from.tick) / (to.tick - from.tick)
        let quarters = from.quarters.doubleValue + share * (to.quarters - from.quarters).doubleValue
        let parts = (quarters * Double(NotatedClock.finest)).rounded()
        return Fraction(Int(exactly: parts) ?? 0, over: NotatedClock.finest) ?? .zero
    }

    /// Where something that is no note is written, such as a change of tempo: not before the beginning, and on a sixteenth where a beat was tracked.
    func written(_ tick: Int) -> Fraction {
        let played = max(played(tick), .zero)
        return method == .beats ? Fraction((played * 4).rounded) / 4 : played
    }
}
