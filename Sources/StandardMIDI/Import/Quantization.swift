public import ScoreModel

/// MIDI notes put on the grid of notation.
///
/// Where the ticks of a file already are notation, they are kept (``Method/exact``). Where they are only near the file's beats, each beat is divided
/// as its notes want it (``Method/grid``). Where they have nothing to do with the file's beats, as in what was recorded without a click, the beat
/// is tracked first (``Method/beats``). Which of the three it is, is decided by how much better onsets fit the file's beats than chance would.
///
/// Every note is placed by itself, from the file's own time: rounding never adds up.
public struct Quantization: Sendable {
    /// What may be asked for.
    public struct Options: Sendable {
        /// The shortest note value in quarter notes, 1/4 for sixteenths; nil where it is to be found.
        public var grid: Fraction?
        /// Whether beats may be divided by other numbers than powers of two.
        public var findsTuplets = true
        /// Whether times are taken as they are: a tick is an exact part of a quarter note.
        public var isOff = false

        /// What suits most files.
        public init() {}
    }

    /// How notes came to their places.
    public enum Method: String, Sendable {
        /// The ticks are notation.
        case exact
        /// The ticks are near a grid of the file's own beats.
        case grid
        /// A beat was tracked.
        case beats
        /// Times are taken as they are.
        case none
    }

    /// Where a moment of the notation lies in the file.
    public struct Beat: Hashable, Sendable {
        /// The moment in quarter notes of notation.
        public let quarters: Fraction
        /// The tick.
        public let tick: Double
    }

    /// How notes came to their places.
    public let method: Method
    /// One tone for each note, in the order of the notes; none is without length.
    public let tones: [Tone]
    /// Where the notated time lies in the file: at least two moments, sorted by both, with a straight line between and beyond them.
    public let beats: [Beat]
    /// How sure all of it is, from 0 to 1.
    public let confidence: Double
    /// How sure the place of each note is, from 0 to 1, in the order of the notes.
    public let confidences: [Double]
}

extension Quantization {
    /// Notes of a file whose ticks are parts of a quarter note.
    ///
    /// - Parameters:
    ///   - notes: The notes, in any order.
    ///   - ticksPerQuarter: How many ticks the file says a quarter note has.
    ///   - hasTempo: Whether the file says how fast it goes; what it does not say is no reason to trust its beats.
    ///   - tempo: How fast it goes.
    ///   - options: What is asked for.
    public init(
        _ notes: [MIDINote], ticksPerQuarter: Int, hasTempo: Bool, tempo: MIDITempoMap, options: Options = Options()
    ) {
        let clock = FileClock(ticksPerQuarter: ticksPerQuarter, hasTempo: hasTempo, tempo: tempo)
        self.init(notes, clock: clock, options: options)
    }

    /// Notes of a file whose ticks are parts of a second, and which knows nothing of quarter notes.
    public init(_ notes: [MIDINote], secondsPerTick: Fraction, options: Options = Options()) {
        self.init(notes, clock: FileClock(secondsPerTick: secondsPerTick), options: options)
    }

    private init(_ notes: [MIDINote], clock: FileClock, options: Options) {
        guard !options.isOff else {
            self.init(asTheyAre: notes, clock)
            return
        }
        let notes = notes.map(\.bounded)
        let onsets = Onsets(notes)
        let fit = clock.ticksPerQuarter.map { BeatFit(onsets, ticksPerQuarter: $0) }
        if let ticks = clock.ticksPerQuarter, let exactness = fit?.exactness, options.grid == nil {
            self.init(exactly: notes, onsets, ticksPerQuarter: ticks, exactness, options)
        } else if let ticks = clock.ticksPerQuarter, let fit, fit.followsBeats(hasTempo: clock.hasTempo) {
            let line = BeatLine(ticksPerQuarter: Double(ticks), delay: fit.delay)
            self.init(.grid, notes, onsets, line, deviation: fit.deviation, options)
        } else {
            let tracked = BeatTracker(onsets, clock)
            self.init(.beats, notes, onsets, tracked.line, deviation: tracked.deviation, options)
        }
    }
}

// MARK: The ways

extension Quantization {
    /// Times as they are; what has no length lasts a tick.
    private init(asTheyAre notes: [MIDINote], _ clock: FileClock) {
        let unit = clock.quartersPerTick
        method = .none
        tones = notes.map {
            Tone(
                onset: Fraction($0.bounded.start) * unit,
                duration: Fraction(max($0.bounded.end - $0.bounded.start, 1)) * unit,
                key: Int($0.key))
        }
        beats = [Beat(quarters: 0, tick: 0), Beat(quarters: 1, tick: 1 / unit.doubleValue)]
        confidences = notes.map { _ in 1 }
        confidence = 1
    }

    /// Ticks that are notation.
    private init(
        exactly notes: [MIDINote], _ onsets: Onsets, ticksPerQuarter ticks: Int, _ exactness: BeatFit.Exactness,
        _ options: Options
    ) {
        let divisions = BeatDivisions(
            ticksPerQuarter: ticks, tolerance: exactness.tolerance, findsTuplets: options.findsTuplets)
        let exact = ExactPlaces(onsets.moments, divisions: divisions)
        let articulation = Articulation(
            onsets.held(notes), onsets.moments.map(Double.init), mostGap: max(ticks / 16, 1), spread: 1)
        let ends = NoteEnds(places: exact.places, deviation: 0.03, finest: 16, allowsTuplets: options.findsTuplets)
        var tones = notes.map { Tone(onset: .zero, duration: 1, key: Int($0.key)) }
        var confidences = [Double](repeating: 1, count: notes.count)
        for (moment, place) in exact.places.enumerated() {
            for index in onsets.order[onsets.starts[moment]..<onsets.starts[moment + 1]] {
                let written = articulation.writtenEnd(start: Double(notes[index].start), end: Double(notes[index].end))
                let end =
                    exact.end(near: written, from: moment, isRounded: articulation.isShare)
                    .flatMap { $0 > place ? $0 : nil } ?? ends.end(after: place, near: written / Double(ticks))
                tones[index].onset = place
                tones[index].duration = end - place
                if exact.chosen[moment] == 0 { confidences[index] = 0.5 }
            }
        }
        method = .exact
        self.tones = tones
        self.confidences = confidences
        confidence = exactness.share
        beats = [Beat(quarters: 0, tick: 0), Beat(quarters: 1, tick: Double(ticks))]
    }

    /// Ticks near a grid of beats.
    private init(
        _ method: Method, _ notes: [MIDINote], _ onsets: Onsets, _ line: BeatLine, deviation: Double, _ options: Options
    ) {
        let starts = onsets.order.map { line.quarters(at: Double(notes[$0].start)) }
        let placed = BeatDivider(starts, deviation: deviation, options: options)
        // Tracked beats may begin anywhere: notation begins with the first note.
        let first = method == .beats ? placed.places.first ?? .zero : .zero
        let ends = NoteEnds(
            places: placed.places, deviation: placed.deviation * 1.2, finest: 8, allowsTuplets: options.findsTuplets)
        let stops = onsets.order.map { line.quarters(at: Double(notes[$0].end)) }
        let articulation = Articulation(places: placed.places, starts: starts, ends: stops, deviation: placed.deviation)
        var tones = notes.map { Tone(onset: .zero, duration: 1, key: Int($0.key)) }
        var confidences = [Double](repeating: 1, count: notes.count)
        for (place, index) in onsets.order.enumerated() {
            let onset = placed.places[place]
            let end = ends.end(after: onset, near: articulation.writtenEnd(start: starts[place], end: stops[place]))
            tones[index].onset = onset - first
            tones[index].duration = end - onset
            confidences[index] = placed.confidences[place]
        }
        self.method = method
        self.tones = tones
        self.confidences = confidences
        confidence = confidences.isEmpty ? 1 : confidences.reduce(0, +) / Double(confidences.count)
        beats = line.anchors.map { Beat(quarters: Fraction(rounding: $0.quarters * 48) / 48 - first, tick: $0.tick) }
    }
}

extension MIDINote {
    /// The note within times that can be reckoned with, which no file leaves, and with its end not before its beginning.
    fileprivate var bounded: MIDINote {
        var note = self
        note.start = min(max(start, -1 << 52), 1 << 52)
        note.end = min(max(end, note.start), 1 << 52)
        return note
    }
}
