import ScoreModel

extension Passage {
    /// Looks at the chords of an analysis with what sounds in them, one after the other.
    ///
    /// - Parameter isEnd: Whether the piece ends with the last of them.
    func forEachChordWindow(of analysis: HarmonicAnalysis, isEnd: Bool = true, _ look: (ChordWindow) -> Void) {
        let instruments = Set(voices.indices.filter(isInstrument))
        var nextOrnament = 0
        var cadences = analysis.cadences[...]
        var before: [ChordWindow.Slice] = []
        var current = analysis.chords.first.map(slices) ?? []
        for (index, span) in analysis.chords.enumerated() {
            let first = nextOrnament
            while nextOrnament < analysis.ornaments.count, analysis.ornaments[nextOrnament].chord <= index {
                nextOrnament += 1
            }
            let ornaments = analysis.ornaments[first..<nextOrnament].map { ornament(note: $0, in: span) }
            let cadence = cadences.first.flatMap { $0.chord == index ? $0 : nil }
            if cadence != nil { cadences.removeFirst() }
            let cadenceAfter = cadences.first.flatMap { $0.chord == index + 1 ? $0 : nil }
            let previous = index > 0 ? analysis.chords[index - 1] : nil
            let next = index + 1 < analysis.chords.count ? analysis.chords[index + 1] : nil
            let after = next.map(slices) ?? []
            look(
                ChordWindow(
                    span: span, previous: previous, next: next, slices: current, sliceBefore: before.last,
                    sliceAfter: after.first, ornaments: ornaments, cadence: cadence, cadenceAfter: cadenceAfter,
                    home: analysis.home, isFinal: isEnd && next == nil, labels: labels, mainVoices: mainVoices,
                    instruments: instruments))
            (before, current) = (current, after)
        }
    }

    /// More moments in one chord are in hostile files only.
    private static let longestChord = 1000

    private func slices(of span: ChordSpan) -> [ChordWindow.Slice] {
        span.moments.prefix(Passage.longestChord).map { slice(at: $0, of: span) }
    }

    private func slice(at moment: Int, of span: ChordSpan) -> ChordWindow.Slice {
        ChordWindow.Slice(
            time: moments[moment].time, strength: clock.strength(of: moments[moment].time),
            boundary: moments[moment].boundary,
            notes: voices.indices.map { voice in
                event(voice, at: moment).map { event in
                    ChordWindow.Note(
                        event: event, attacks: event.moment == moment && event.isStruck,
                        member: span.chord.member(event.pitchClass))
                }
            })
    }

    private func ornament(note ornament: Ornament, in span: ChordSpan) -> ChordWindow.OrnamentNote {
        let neighbours = neighbours(of: ornament.event, in: ornament.voice)
        return ChordWindow.OrnamentNote(
            ornament: ornament, event: voices[ornament.voice].events[ornament.event], previous: neighbours.previous,
            next: neighbours.next, slice: max(0, ornament.moment - span.moments.lowerBound))
    }

    /// The events before and after an event in its voice, when no rest lies between.
    func neighbours(of index: Int, in voice: Int) -> (previous: Event?, next: Event?) {
        let events = voices[voice].events
        let previous = index > 0 && events[index - 1].end == events[index].onset ? events[index - 1] : nil
        let next =
            index + 1 < events.count && events[index + 1].onset == events[index].end ? events[index + 1] : nil
        return (previous, next)
    }
}

extension Event {
    /// The nearest of the twelve pitch classes, C being 0.
    var pitchClass: Int { (height + 500).flooredThousands.modulo(12) }
}

extension Int {
    /// Whole thousands, rounded down.
    fileprivate var flooredThousands: Int { (self - modulo(1000)) / 1000 }
}
