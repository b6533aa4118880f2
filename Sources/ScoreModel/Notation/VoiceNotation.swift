/// Writes one voice of a part: its chords and the rests between them, measure by measure.
struct VoiceNotation {
    /// A note of the voice, and what of the tones it writes.
    struct Written {
        var note: Note
        /// The index of the tone; -1 for rests.
        var tone: Int
        /// The index in this list of the note that it is tied to; -1 for none.
        var tiedTo = -1
        /// The tuplet that it opens, and the index in this list of the note that closes that.
        var tuplet: (ratio: TupletRatio, last: Int)?
    }

    private(set) var written: [Written] = []
    private let barring: Barring
    private let tones: [SpelledTone]
    private let staff: UInt8
    private let voice: UInt16
    private let fillsEmptyMeasures: Bool
    /// For each tone of the chord at hand, its last written note, which the next part of it is tied to.
    private var open: [Int: Int] = [:]

    /// - Parameters:
    ///   - members: The indices of the voice's tones, sorted by onset and then from low to high. None lasts into the next moment.
    ///   - fillsEmptyMeasures: Whether measures without tones have a rest.
    init(
        _ members: [Int], of tones: [SpelledTone], barring: Barring, voice: Int, staff: Int, fillsEmptyMeasures: Bool
    ) {
        (self.barring, self.tones, self.fillsEmptyMeasures) = (barring, tones, fillsEmptyMeasures)
        (self.staff, self.voice) = (UInt8(clamping: staff), UInt16(clamping: voice))
        var rest = members[...]
        for index in barring.bars.indices { write(index, &rest) }
    }

    /// Writes a measure. A chord that reaches beyond it stays in the list.
    private mutating func write(_ index: Int, _ rest: inout ArraySlice<Int>) {
        let bar = barring.bars[index]
        let (start, end) = (bar.measure.onset, bar.measure.onset + bar.measure.length)
        guard let first = rest.first, tones[first].onset < end else {
            if fillsEmptyMeasures { appendMeasureRest(index) }
            return
        }
        var spans: [VoiceMeasure.Span] = []
        var chords: [ArraySlice<Int>] = []
        var position = start
        while let first = rest.first, tones[first].onset < end {
            let chord = rest.prefix { tones[$0].onset == tones[first].onset }
            let from = max(tones[first].onset, start)
            let to = min(tones[first].end, end)
            if from > position {
                spans.append(span(position, from, bar, isRest: true))
                chords.append([])
            }
            if to > max(from, position) {
                spans.append(span(max(from, position), to, bar, isRest: false))
                chords.append(chord)
                position = to
            }
            if tones[first].end > end { break }
            rest.removeFirst(chord.count)
        }
        if position < end {
            spans.append(span(position, end, bar, isRest: true))
            chords.append([])
        }
        append(VoiceMeasure(spans, grid: barring.grid(of: bar)), chords, index)
    }

    private func span(_ start: Fraction, _ end: Fraction, _ bar: Barring.Bar, isRest: Bool) -> VoiceMeasure.Span {
        let shift = bar.offset - bar.measure.onset
        return VoiceMeasure.Span(start: start + shift, end: end + shift, isRest: isRest)
    }

    private mutating func append(_ measure: VoiceMeasure, _ chords: [ArraySlice<Int>], _ index: Int) {
        let bar = barring.bars[index]
        var heads: [Int] = []
        for piece in measure.pieces {
            var note = Note(
                measure: index, staff: staff, voice: voice, onset: piece.onset - bar.offset + bar.measure.onset,
                duration: piece.duration, content: .rest(staffPosition: nil))
            note.value = piece.value
            note.ratio = piece.ratio
            heads.append(written.count)
            let chord = chords[piece.span]
            if chord.isEmpty { written.append(Written(note: note, tone: -1)) }
            for (place, tone) in chord.enumerated() {
                note.beams = place == 0 ? piece.beams : .none
                if place > 0 { note.traits.insert(.chordMember) }
                append(note, tone)
            }
        }
        for bracket in measure.brackets { written[heads[bracket.first]].tuplet = (bracket.ratio, heads[bracket.last]) }
    }

    private mutating func append(_ note: Note, _ index: Int) {
        let tone = tones[index]
        var note = note
        note.content = tone.content
        note.instrument = tone.instrument
        if note.onset > tone.onset, let before = open[index] {
            note.traits.insert(.tieStop)
            written[before].note.traits.insert(.tieStart)
            written[before].tiedTo = written.count
        }
        open[index] = note.end < tone.end ? written.count : nil
        written.append(Written(note: note, tone: index))
    }

    private mutating func appendMeasureRest(_ index: Int) {
        let measure = barring.bars[index].measure
        var rest = Note(
            measure: index, staff: staff, voice: voice, onset: measure.onset, duration: measure.length,
            content: .rest(staffPosition: nil))
        rest.traits.insert(.wholeMeasure)
        written.append(Written(note: rest, tone: -1))
    }
}
