internal import ScoreModel

/// What is written over the first part of a transcription: tempos and markers.
struct TempoWriting {
    private(set) var directions: [Timed<Direction>] = []
    private let frame: MeasureFrame

    /// With more tempos than these in a measure they are how it was played, and are not printed.
    private static let mostPrinted = 1

    init(_ source: TranscriptionSource, _ clock: NotatedClock, _ frame: MeasureFrame) {
        self.frame = frame
        let tempos = clock.method == .beats ? TempoWriting.tracked(source, clock) : TempoWriting.said(source, clock)
        var counts: [Int: Int] = [:]
        for tempo in tempos { counts[frame.barring.index(at: tempo.onset), default: 0] += 1 }
        for (onset, tempo) in tempos {
            let measure = frame.barring.index(at: onset)
            var sound = Sound()
            sound.tempo = tempo
            let isPrinted =
                directions.isEmpty || clock.method != .beats && counts[measure] ?? 0 <= TempoWriting.mostPrinted
            // Programs print a tempo that stands by itself, and none that stands at words.
            let sign: Direction.Sign = isPrinted ? .metronome(frame.metronome(tempo, at: measure)) : .words(" ")
            directions.append(
                Timed(onset: onset, measure: measure, value: Direction([[sign]], sound: sound, placement: .above)))
        }
        for marker in source.markers where !marker.text.isEmpty {
            let onset = clock.written(marker.tick)
            let direction = Direction([[.rehearsal(marker.text)]], placement: .above)
            directions.append(Timed(onset: onset, measure: frame.barring.index(at: onset), value: direction))
        }
    }

    /// The tempos of the file.
    private static func said(
        _ source: TranscriptionSource, _ clock: NotatedClock
    ) -> [(onset: Fraction, tempo: Fraction)] {
        guard source.hasTempo, !source.tempos.followsTimeCode else { return [] }
        var tempos: [(onset: Fraction, tempo: Fraction)] = []
        for change in source.tempos.changes where change.secondsPerQuarter > .zero {
            let tempo = rounded(60 / change.secondsPerQuarter)
            if tempos.last?.tempo != tempo { tempos.append((clock.written(change.tick), tempo)) }
        }
        return tempos
    }

    /// The tempos of beats that were tracked: each lasts until the next.
    private static func tracked(
        _ source: TranscriptionSource, _ clock: NotatedClock
    ) -> [(onset: Fraction, tempo: Fraction)] {
        func seconds(_ tick: Double) -> Double {
            let whole = Int(exactly: tick.rounded(.down)) ?? 0
            let (from, to) = (source.tempos.seconds(at: whole), source.tempos.seconds(at: whole + 1))
            return from.doubleValue + (tick - Double(whole)) * (to - from).doubleValue
        }
        var tempos: [(onset: Fraction, tempo: Fraction)] = []
        for (from, to) in zip(clock.beats, clock.beats.dropFirst()) where to.quarters > .zero {
            let length = seconds(to.tick) - seconds(from.tick)
            let quarters = (to.quarters - from.quarters).doubleValue
            guard length > 0, quarters > 0, let parts = Int(exactly: (quarters / length * 60_000).rounded()), parts > 0,
                let tempo = Fraction(parts, over: 1000), tempos.last?.tempo != tempo
            else { continue }
            tempos.append((max(from.quarters, .zero), tempo))
        }
        return tempos
    }

    /// Quarter notes a minute with as many decimals as give the microseconds of the file back.
    private static func rounded(_ tempo: Fraction) -> Fraction {
        tempo.isWhole ? tempo : Fraction((tempo * 1_000_000).rounded, over: 1_000_000) ?? tempo
    }
}

extension MeasureFrame {
    /// A metronome mark in the beats of a measure.
    fileprivate func metronome(_ tempo: Fraction, at measure: Int) -> Metronome {
        let beat = barring.beat(ofMeasure: measure)
        let value = NoteValue(lasting: beat) ?? NoteValue(.quarter)
        let number = tempo / value.quarters
        let tenths = (number * 10).rounded
        let text = tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
        return Metronome(.perMinute(.init(value), text))
    }
}

extension Score {
    /// Puts tempos and markers over the first part.
    mutating func add(_ writing: TempoWriting) {
        guard !parts.isEmpty else { return }
        parts[0].directions += writing.directions
        parts[0].directions = parts[0].directions.stablySorted { $0.onset < $1.onset }
    }
}
