public import ScoreModel

extension MIDIFile {
    /// The tempo of the file: that of all tracks together, or of one track in a file of format 2.
    ///
    /// At one tick the last of the last track counts. A tempo of 0 is passed over; ``tempoDiagnostics`` tells of it.
    public func tempoMap(track: Int? = nil) -> MIDITempoMap {
        let tempos = metas(.tempo, track).compactMap { tick, event -> (tick: Int, secondsPerQuarter: Fraction)? in
            guard let microseconds = event.microsecondsPerQuarter, microseconds > 0 else { return nil }
            return Fraction(microseconds, over: 1_000_000).map { (tick, $0) }
        }
        return MIDITempoMap(
            tempos, quartersPerTick: division.quartersPerTick, secondsPerTick: division.secondsPerTick)
    }

    /// The measures of the file: by the meters of all tracks together, or of one track in a file of format 2.
    public func meterMap(track: Int? = nil) -> MIDIMeterMap {
        let meters = metas(.timeSignature, track).compactMap { tick, event in
            event.timeSignature.map { (tick: tick, beats: $0.beats, beatType: $0.beatType) }
        }
        return MIDIMeterMap(meters, quartersPerTick: division.quartersPerTick)
    }

    /// The keys of the file: those of all tracks together, or of one track in a file of format 2.
    public func keys(track: Int? = nil) -> [(tick: Int, key: MetaEvent.KeySignature)] {
        metas(.keySignature, track).compactMap { tick, event in event.keySignature.map { (tick, $0) } }
    }

    /// Tells of tempos that are no tempo.
    public var tempoDiagnostics: [Diagnostic] {
        var log = DiagnosticLog()
        for (index, track) in tracks.enumerated() {
            for (tick, event) in track.metaEvents where event.type == .tempo && (event.microsecondsPerQuarter ?? 0) == 0
            {
                log.add(
                    "tempo-zero", .warning, at: .init(part: "\(index + 1)"),
                    "the tempo at tick \(tick) is zero or has too few bytes; it is passed over")
            }
        }
        return log.list(place: .init())
    }

    /// The tick at which the last track ends.
    public var end: Int { tracks.lazy.map(\.end).max() ?? 0 }

    /// The meta events of a type, by tick and then by track.
    private func metas(_ type: MetaEvent.Kind, _ track: Int?) -> [(tick: Int, event: MetaEvent)] {
        let chosen = track.map { $0..<$0 + 1 }?.clamped(to: tracks.indices) ?? tracks.indices
        let found = tracks[chosen].flatMap { track in track.metaEvents.filter { $0.event.type == type } }
        // Each track is in order: what is left is to merge them, those of the earlier track first.
        let order = found.indices.sorted { (found[$0].tick, $0) < (found[$1].tick, $1) }
        return order.map { found[$0] }
    }
}
