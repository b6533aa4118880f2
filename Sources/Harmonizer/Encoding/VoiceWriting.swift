internal import ScoreModel

/// Writes one voice of a grid, measure by measure: note values, tuplets, rests and beams as the meter wants them. Stops are chords, the lowest note
/// first.
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
    /// The brackets, by the indices of their first and last notes in what is written.
    private(set) var tuplets: [(ratio: TupletRatio, first: Int, last: Int)] = []
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
        let moved = measure.onset - times[ticks.lowerBound]
        let shift = measure.offset - measure.onset
        var spans: [VoiceMeasure.Span] = []
        var sources: [Int?] = []
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
            // The first tick begins with the measure, wherever the grid has that.
            let end = stop == ticks.upperBound ? measure.end : min(measure.end, times[stop] + moved)
            spans.append(.init(start: times[tick] + moved + shift, end: end + shift, isRest: source == nil))
            sources.append(source)
            tick = stop
        }
        let divided = VoiceMeasure(spans, grid: grid)
        var heads: [Int] = []
        for piece in divided.pieces {
            var note = Note(
                measure: index, staff: staff, voice: voice, onset: piece.onset - shift, duration: piece.duration,
                content: .rest(staffPosition: nil))
            (note.value, note.ratio, note.beams) = (piece.value, piece.ratio, piece.beams)
            heads.append(written.count)
            append(note, sources[piece.span], times.ticks(from: note.onset - moved, to: note.end - moved))
        }
        tuplets += divided.brackets.map { ($0.ratio, heads[$0.first], heads[$0.last]) }
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
            if place > 0 {
                item.note.traits.insert(.chordMember)
                item.note.beams = .none
            }
            written.append(item)
        }
    }

    private mutating func appendMeasureRest(_ measure: GridMeasure, _ ticks: Range<Int>, _ index: Int) {
        var rest = Note(
            measure: index, staff: staff, voice: voice, onset: measure.onset, duration: measure.length,
            content: .rest(staffPosition: nil))
        rest.traits.insert(.wholeMeasure)
        append(rest, nil, ticks)
    }
}
