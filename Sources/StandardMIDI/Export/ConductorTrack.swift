internal import ScoreModel

/// The first track of a file: what all parts share.
struct ConductorTrack {
    private let score: Score
    private let performance: Performance
    private let resolution: Resolution
    private(set) var moments: [MIDITrack.Moment] = []

    init(_ score: Score, _ performance: Performance, _ resolution: Resolution) {
        (self.score, self.performance, self.resolution) = (score, performance, resolution)
        if !score.credits.title.isEmpty { add(.text(score.credits.title, as: .trackName), at: .zero) }
        for rights in score.credits.rights { add(.text(rights.text, as: .copyright), at: .zero) }
        for creator in score.credits.creators {
            add(.text(creator.role.isEmpty ? creator.name : "\(creator.role): \(creator.name)"), at: .zero)
        }
        // Where a score is silent about tempo, so is the file: both then mean 120 quarter notes a minute (SMF 1.0, "Set Tempo").
        let segments = performance.tempos.segments
        for segment in segments where segments.count > 1 || !score.tempos.isEmpty {
            let microseconds = (60_000_000 / segment.tempo.quartersPerMinute).rounded
            add(.tempo(microsecondsPerQuarter: microseconds), at: segment.onset)
        }
        addChanges(score.meters) { $0.metaEvent }
        addChanges(score.keyPart?.keys ?? []) { $0.metaEvent }
        addMarkers()
    }

    private mutating func add(_ event: MetaEvent, at onset: Fraction) {
        moments.append(.init(resolution.ticks(onset), .meta(event)))
    }

    /// Adds what changes in time, and after a jump what is in force there.
    private mutating func addChanges<Value>(_ list: [Timed<Value>], _ event: (Value) -> MetaEvent?) {
        var last: Value?
        for passage in performance.passages {
            let stretch = passage.stretch
            var index = max(list.partitioningIndex { $0.onset > stretch.start } - 1, 0)
            while index < list.count, list[index].onset < stretch.end {
                if list[index].value != last {
                    last = list[index].value
                    let onset = passage.onset + max(list[index].onset - stretch.start, .zero)
                    if let event = event(list[index].value) { add(event, at: onset) }
                }
                index += 1
            }
        }
    }

    /// Rehearsal marks, on each pass again. What several parts say at one moment is said once.
    private mutating func addMarkers() {
        var seen: Set<Marker> = []
        var markers: [Marker] = []
        for direction in score.parts.flatMap(\.directions) {
            for case .rehearsal(let text) in direction.value.signs.joined() {
                let marker = Marker(onset: direction.onset, text: text)
                if seen.insert(marker).inserted { markers.append(marker) }
            }
        }
        markers = markers.stablySorted { $0.onset < $1.onset }
        for passage in performance.passages {
            var index = markers.partitioningIndex { $0.onset >= passage.stretch.start }
            while index < markers.count, markers[index].onset < passage.stretch.end {
                let onset = passage.onset + (markers[index].onset - passage.stretch.start)
                add(.text(markers[index].text, as: .marker), at: onset)
                index += 1
            }
        }
    }

    private struct Marker: Hashable {
        var onset: Fraction
        var text: String
    }
}

extension Score {
    /// The meters of the first part that has any.
    var meters: [Timed<Meter>] { parts.first { !$0.meters.isEmpty }?.meters ?? [] }

    /// The part whose keys are those of the piece: one that sounds as it is written.
    var keyPart: Part? { parts.first { $0.transpositions.isEmpty && !$0.keys.isEmpty } }
}

extension Key {
    /// The key as a MIDI file has it; nil for keys that it cannot hold.
    var metaEvent: MetaEvent? {
        guard case .traditional(let fifths, let mode) = content, (-7...7).contains(fifths) else { return nil }
        return MetaEvent(.keySignature, [UInt8(bitPattern: Int8(fifths)), mode == "minor" ? 1 : 0])
    }
}

extension Meter {
    /// The meter as a MIDI file has it, with its beat for the metronome; nil for meters that it cannot hold.
    var metaEvent: MetaEvent? {
        guard let type = components.map(\.beatType).max(), type.nonzeroBitCount == 1, type <= 64 else { return nil }
        var beats = 0
        for component in components {
            guard type % component.beatType == 0 else { return nil }
            beats += component.beats.reduce(0, +) * (type / component.beatType)
        }
        guard (1...255).contains(beats) else { return nil }
        // 24 MIDI clocks are a quarter note. In 6/8 and its like a beat is a dotted note.
        let isCompound = type >= 8 && beats > 3 && beats % 3 == 0
        let clocks = (isCompound ? 3 : 1) * 96 / type
        return MetaEvent(.timeSignature, [UInt8(beats), UInt8(type.trailingZeroBitCount), UInt8(max(clocks, 1)), 8])
    }
}
