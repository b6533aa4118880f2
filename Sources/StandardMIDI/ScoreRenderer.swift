public import ScoreModel

extension Score {
    /// The score as a Standard MIDI File of format 1: a track with tempo, meter and key, then a track for each part.
    ///
    /// Tied notes are one note; pitches sound; repeats and jumps are followed as ``PlayOrder`` says. The resolution is the least
    /// multiple, from 480 ticks a quarter note up, in which every time of the score is a whole number of ticks.
    ///
    /// - Parameter order: What to play; the order that the score asks for when nil.
    /// - Returns: The bytes of the file, and what of the score they do not hold.
    public func standardMIDIFile(order: PlayOrder? = nil) -> (bytes: [UInt8], losses: [Loss]) {
        var renderer = ScoreRenderer(score: self, order: order ?? PlayOrder(self))
        return (renderer.render(), renderer.losses.list)
    }
}

private struct ScoreRenderer {
    let score: Score
    let order: PlayOrder
    var losses = LossCounter()
    private let resolution: Resolution
    /// What is played in one go, whatever its pass: ties hold and nothing is said again within it.
    private let stretches: [PlayOrder.Stretch]
    private var playedNotes = 0

    /// What MusicXML calls 100 percent (XSD, attribute `dynamics`).
    private static let velocity: UInt8 = 90
    /// No piece has as many; hostile files repeat a large score thousands of times.
    private static let mostNotes = 2_000_000

    init(score: Score, order: PlayOrder) {
        self.score = score
        self.order = order
        resolution = Resolution(score)
        stretches = order.stretches.reduce(into: []) { joined, stretch in
            if let last = joined.last, last.end == stretch.start {
                joined[joined.count - 1].end = stretch.end
            } else {
                joined.append(stretch)
            }
        }
    }

    mutating func render() -> [UInt8] {
        let conductor = conductorTrack()
        let channels = Channels(score.parts)
        let tracks = score.parts.indices.map { partTrack(score.parts[$0], channels: channels, index: $0) }
        if order.isTruncated || playedNotes >= Self.mostNotes { losses.add("repeat", .init()) }
        countUnwritten()
        let header = Array("MThd".utf8) + bigEndian(UInt32(6)) + bigEndian(UInt16(1))
        let end = tick(length, from: .zero, at: .zero)
        return header + bigEndian(UInt16(clamping: tracks.count + 1)) + bigEndian(UInt16(resolution.ticksPerQuarter))
            + ([conductor] + tracks).flatMap { $0.chunk(end: end) }
    }

    /// How long the piece is when it is played.
    private var length: Fraction { stretches.reduce(.zero) { $0 + ($1.end - $1.start) } }

    /// The tick of an onset inside a stretch that begins at `played`.
    private func tick(_ onset: Fraction, from start: Fraction, at played: Fraction) -> Int {
        resolution.ticks(played + (onset - start))
    }

    // MARK: Tempo, meter and key

    private mutating func conductorTrack() -> TrackWriter {
        var track = TrackWriter()
        if !score.credits.title.isEmpty { track.meta(0x03, score.credits.title.utf8, at: 0) }
        // The key of a part that sounds as it is written is the key of the piece.
        let keyPart = score.parts.first { $0.transpositions.isEmpty && !$0.keys.isEmpty }
        let meters = score.parts.first { !$0.meters.isEmpty }?.meters ?? []
        var tempos = score.tempos
        if let first = tempos.first, first.onset > .zero {
            tempos.insert(Timed(onset: .zero, measure: 0, value: .standard), at: 0)
        }
        add(tempos, to: &track) { tempo in
            let microseconds = (60_000_000 / tempo.quartersPerMinute).rounded
            return (0x51, bigEndian(UInt32(clamping: min(max(microseconds, 1), 0xFF_FFFF))).suffix(3))
        }
        add(meters, to: &track) { meter in ScoreRenderer.bytes(of: meter).map { (0x58, $0) } }
        add(keyPart?.keys ?? [], to: &track) { key in ScoreRenderer.bytes(of: key).map { (0x59, $0) } }
        for meter in meters where ScoreRenderer.bytes(of: meter.value) == nil {
            losses.add("time", place(nil, meter.measure))
        }
        let unheard = keyPart?.keys.filter { ScoreRenderer.bytes(of: $0.value) == nil } ?? score.parts.flatMap(\.keys)
        for key in unheard { losses.add("key", place(nil, key.measure)) }
        return track
    }

    /// Sharps, or flats as a negative number, and 1 for minor.
    private static func bytes(of key: Key) -> ArraySlice<UInt8>? {
        guard case .traditional(let fifths, let mode) = key.content, (-7...7).contains(fifths) else { return nil }
        return [UInt8(bitPattern: Int8(fifths)), mode == "minor" ? 1 : 0]
    }

    /// Adds what changes in time, and after a jump what is in force there.
    private mutating func add<Value>(
        _ list: [Timed<Value>], to track: inout TrackWriter,
        _ event: (Value) -> (type: UInt8, bytes: ArraySlice<UInt8>)?
    ) {
        var played = Fraction.zero
        var last: Value?
        for stretch in stretches {
            var changes = list.filter { $0.onset >= stretch.start && $0.onset < stretch.end }
            if changes.first?.onset != stretch.start, var inForce = list.last(where: { $0.onset < stretch.start }) {
                inForce.onset = stretch.start
                changes.insert(inForce, at: 0)
            }
            for change in changes where change.value != last {
                last = change.value
                guard let (type, bytes) = event(change.value) else { continue }
                track.meta(type, bytes, at: tick(change.onset, from: stretch.start, at: played))
            }
            played = played + (stretch.end - stretch.start)
        }
    }

    /// Beats, the power of two of the beat type, MIDI clocks a beat, and eight 32nds a quarter note.
    private static func bytes(of meter: Meter) -> ArraySlice<UInt8>? {
        guard let type = meter.components.map(\.beatType).max(), type.nonzeroBitCount == 1, type <= 64 else {
            return nil
        }
        var beats = 0
        for component in meter.components {
            guard type % component.beatType == 0 else { return nil }
            beats += component.beats.reduce(0, +) * (type / component.beatType)
        }
        guard (1...255).contains(beats) else { return nil }
        return [UInt8(beats), UInt8(type.trailingZeroBitCount), UInt8(clamping: 96 / type), 8]
    }

    // MARK: Notes

    private mutating func partTrack(_ part: Part, channels: Channels, index: Int) -> TrackWriter {
        var track = TrackWriter()
        if !part.name.isEmpty { track.meta(0x03, part.name.utf8, at: 0) }
        for (instrument, channel) in channels.programs(of: index) { track.program(instrument, channel: channel) }
        var played = Fraction.zero
        for stretch in stretches {
            for note in part.notes[part.notes.indices(from: stretch.start, to: stretch.end)] {
                guard playedNotes < Self.mostNotes, let end = soundingEnd(note, part, stretch) else { continue }
                guard let key = part.soundingKey(of: note), (0...127).contains(key) else { continue }
                playedNotes += 1
                track.note(
                    key: key, from: tick(note.onset, from: stretch.start, at: played),
                    to: tick(end, from: stretch.start, at: played), channel: channels.channel(of: note, part: index),
                    velocity: ScoreRenderer.velocity)
            }
            played = played + (stretch.end - stretch.start)
        }
        return track
    }

    /// Where a note ends that begins to sound in a stretch; nil when it does not: a rest, a grace or cue note, or the continuation of a
    /// tie that was struck in the same stretch. What is tied beyond the stretch ends with it.
    private func soundingEnd(_ note: Note, _ part: Part, _ stretch: PlayOrder.Stretch) -> Fraction? {
        guard !note.isRest, note.duration > .zero, note.traits.isDisjoint(with: [.grace, .cue]) else { return nil }
        if part.isContinued(note), let from = note.tiedFrom, part.notes[Int(from)].onset >= stretch.start { return nil }
        return min(note.onset + part.tiedDuration(of: note), stretch.end)
    }

    // MARK: Losses

    /// A measure by its number, in a part or in the whole score.
    private func place(_ part: Part?, _ measure: Int) -> Diagnostic.Place {
        .init(part: part?.id, measure: score.measures.indices.contains(measure) ? score.measures[measure].number : nil)
    }

    private mutating func countUnwritten() {
        if !resolution.isExact { losses.add("exact-time", .init()) }
        for _ in score.pageTexts { losses.add("credit", .init()) }
        for _ in score.groups { losses.add("part-group", .init()) }
        for part in score.parts {
            func note(_ index: Int) -> Diagnostic.Place { place(part, Int(part.notes[index].measure)) }
            for index in part.notes.indices where part.notes[index].isGrace { losses.add("grace", note(index)) }
            for index in part.notes.indices where part.notes[index].traits.contains(.cue) {
                losses.add("cue", note(index))
            }
            for index in part.notes.indices {
                let note = part.notes[index]
                guard !note.isRest, note.traits.isDisjoint(with: [.grace, .cue]) else { continue }
                if note.duration <= .zero {
                    losses.add("note-without-length", place(part, Int(note.measure)))
                } else if part.soundingKey(of: note).map((0...127).contains) != true {
                    losses.add("note-without-key", place(part, Int(note.measure)))
                }
            }
            for lyric in part.lyrics { losses.add("lyric", note(lyric.note)) }
            for mark in part.marks {
                if let kind = mark.lossKind { losses.add(kind, note(mark.note)) }
            }
            for timed in part.directions {
                for sign in timed.value.signs.joined() {
                    if let kind = sign.lossKind { losses.add(kind, place(part, timed.measure)) }
                }
                for kind in timed.value.sound?.lossKinds ?? [] { losses.add(kind, place(part, timed.measure)) }
            }
            for timed in part.sounds {
                for kind in timed.value.lossKinds { losses.add(kind, place(part, timed.measure)) }
            }
            for (kind, measures) in part.unplayed {
                for measure in measures { losses.add(kind, place(part, measure)) }
            }
            for note in part.notes where note.accidental != nil {
                losses.add("accidental", place(part, Int(note.measure)))
            }
        }
    }
}

/// Counts what is lost, by kind.
private struct LossCounter {
    private(set) var list: [Loss] = []

    mutating func add(_ kind: String, _ place: Diagnostic.Place) {
        if let index = list.firstIndex(where: { $0.kind == kind }) {
            list[index].count += 1
        } else {
            list.append(Loss(kind: kind, count: 1, first: place))
        }
    }
}

extension [Note] {
    /// The indices of the notes that begin in a span of time; notes are sorted by onset.
    fileprivate func indices(from start: Fraction, to end: Fraction) -> Range<Int> {
        func first(notBefore time: Fraction) -> Int {
            var (low, high) = (0, count)
            while low < high {
                let middle = (low + high) / 2
                if self[middle].onset < time { low = middle + 1 } else { high = middle }
            }
            return low
        }
        let low = first(notBefore: start)
        return low..<Swift.max(low, first(notBefore: end))
    }
}
