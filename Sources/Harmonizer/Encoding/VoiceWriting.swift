internal import ScoreModel

/// Writes one voice of a grid, measure by measure: note values, rests and beams as the meter wants them. Stops are chords, the lowest note first.
struct VoiceWriting {
    /// A note or a rest, and which note of the grid it is, or a part of.
    struct Written {
        var note: Note
        /// The index of the note of the grid; nil for rests.
        var source: Int?
        /// Its place in its chord, from 0 at the bottom. A note by itself is a chord of one.
        var place = 0
        /// How many notes its chord has.
        var size = 1
        /// The ticks that it covers.
        var ticks: Range<Int>
        /// True when the note of the grid began before it.
        var isHeldOver = false
        /// True when the note of the grid goes on after it.
        var isHeldOn = false
    }

    private(set) var written: [Written] = []
    private let notes: [GridNote]
    private let names: [[Pitch]]
    private let times: TickTimes
    private let staff: UInt8
    private let voice: UInt16

    /// - Parameters:
    ///   - notes: The notes of the voice.
    ///   - names: Of each the pitches of its chord as they are written, from the lowest.
    ///   - range: The measures to write.
    init(
        _ notes: [GridNote], names: [[Pitch]], at place: VoicePlace, _ measures: [GridMeasure], times: TickTimes,
        range: Range<Int>
    ) {
        (self.notes, self.names, self.times) = (notes, names, times)
        (staff, voice) = (UInt8(clamping: place.staff), UInt16(clamping: place.voice))
        var grids: [Meter?: MetricGrid] = [:]
        var next = 0
        for index in range where measures[index].length > .zero {
            let measure = measures[index]
            let grid = grids[measure.meter] ?? MetricGrid(measure.meter ?? .senzaMisura)
            grids[measure.meter] = grid
            let ticks = times.ticks(of: measure)
            while next < notes.count, notes[next].ticks.upperBound <= ticks.lowerBound { next += 1 }
            write(measure, ticks, index, from: next, grid)
        }
    }

    private mutating func write(
        _ measure: GridMeasure, _ ticks: Range<Int>, _ index: Int, from first: Int, _ grid: MetricGrid
    ) {
        guard first < notes.count, notes[first].ticks.overlaps(ticks) else {
            appendMeasureRest(measure, ticks, index)
            return
        }
        let start = written.count
        var tick = ticks.lowerBound
        var next = first
        while tick < ticks.upperBound {
            var (source, stop) = (Int?.none, ticks.upperBound)
            if next < notes.count, notes[next].ticks.lowerBound > tick {
                stop = min(stop, notes[next].ticks.lowerBound)
            } else if next < notes.count {
                (source, stop) = (next, min(stop, notes[next].ticks.upperBound))
                next += 1
            }
            append(tick..<stop, of: ticks, source, measure, index, grid)
            tick = stop
        }
        beam(start..<written.count, measure, grid)
    }

    private mutating func append(
        _ ticks: Range<Int>, of all: Range<Int>, _ source: Int?, _ measure: GridMeasure, _ index: Int,
        _ grid: MetricGrid
    ) {
        let shift = measure.offset - measure.onset
        // The first tick begins with the measure, wherever the grid has that.
        let moved = measure.onset - times[all.lowerBound]
        let start = times[ticks.lowerBound] + moved
        let end = ticks.upperBound == all.upperBound ? measure.end : min(measure.end, times[ticks.upperBound] + moved)
        let note = Note(
            measure: index, staff: staff, voice: voice, onset: start, duration: end - start,
            content: .rest(staffPosition: nil))
        // A length that no note values add up to, as where a measure ends between two ticks, is written without one.
        guard let pieces = NoteSplitting(grid: grid, isRest: source == nil).pieces(from: start + shift, to: end + shift)
        else {
            append(note, source, ticks)
            return
        }
        for piece in pieces {
            var note = note
            (note.onset, note.duration) = (piece.onset - shift, piece.value.quarters)
            note.value = piece.value
            append(note, source, times.ticks(from: note.onset - moved, to: note.end - moved))
        }
    }

    /// Appends a rest, or the chord of a source.
    private mutating func append(_ note: Note, _ source: Int?, _ ticks: Range<Int>) {
        var item = Written(note: note, source: source, ticks: ticks)
        guard let source else {
            written.append(item)
            return
        }
        let whole = notes[source].ticks
        (item.isHeldOver, item.isHeldOn) = (whole.lowerBound < ticks.lowerBound, whole.upperBound > ticks.upperBound)
        item.size = names[source].count
        for (place, name) in names[source].enumerated() {
            item.place = place
            item.note.content = .pitched(name)
            if place > 0 { item.note.traits.insert(.chordMember) }
            written.append(item)
        }
    }

    private mutating func beam(_ range: Range<Int>, _ measure: GridMeasure, _ grid: MetricGrid) {
        let heads = range.filter { written[$0].place == 0 }
        let stems = heads.map {
            BeamGroups.Stem(
                onset: written[$0].note.onset - measure.onset + measure.offset,
                flags: written[$0].source == nil ? 0 : written[$0].note.value?.flags ?? 0)
        }
        for (index, beams) in zip(heads, BeamGroups(stems, grid: grid).beams) { written[index].note.beams = beams }
    }

    private mutating func appendMeasureRest(_ measure: GridMeasure, _ ticks: Range<Int>, _ index: Int) {
        var rest = Note(
            measure: index, staff: staff, voice: voice, onset: measure.onset, duration: measure.length,
            content: .rest(staffPosition: nil))
        rest.traits.insert(.wholeMeasure)
        append(rest, nil, ticks)
    }
}
