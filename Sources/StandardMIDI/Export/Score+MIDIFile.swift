public import ScoreModel

extension Score {
    /// The score as it is played, as a MIDI file of format 1: a track with title, tempo, meter, key and rehearsal marks, then a track for each
    /// part.
    ///
    /// The resolution is the least multiple, from 480 ticks a quarter note up, in which every written time of the score is a whole number of
    /// ticks; what a style adds to them is rounded to the nearest.
    ///
    /// - Parameters:
    ///   - order: What to play; the order that the score asks for when nil.
    ///   - style: How to play it; ``Performance/Style/plain`` gives the bare notes.
    /// - Returns: The file, and what of the score it does not hold.
    public func midiFile(
        order: PlayOrder? = nil, style: Performance.Style = .init()
    ) -> (file: MIDIFile, losses: [Loss]) {
        let performance = Performance(self, order: order, style: style)
        let resolution = Resolution(self)
        let places = Places(parts).byInstrument
        let namesPort = places.joined().contains { $0.port != 0 }
        var tracks = zip(parts, places).map { part, places in
            PartTrack(part, places: places, namesPort: namesPort, resolution: resolution)
        }
        for index in tracks.indices { tracks[index].addWords(performance.passages) }
        // Programs change as the notes go by, so both have to come in their order.
        var controls = performance.controls[...]
        for note in performance.notes {
            while let control = controls.first, control.onset <= note.onset {
                tracks[control.part].add(control)
                controls.removeFirst()
            }
            tracks[Int(note.part)].add(note)
        }
        for control in controls { tracks[control.part].add(control) }
        let end = resolution.ticks(performance.length)
        let conductor = ConductorTrack(self, performance, resolution).moments
        let file = MIDIFile(
            division: .init(ticksPerQuarter: resolution.ticksPerQuarter),
            tracks: ([conductor] + tracks.map(\.moments)).map { MIDITrack(sorting: $0, end: end) })
        return (file, losses(of: performance, style: style, isExact: resolution.isExact))
    }
}
