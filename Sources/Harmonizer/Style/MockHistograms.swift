internal import Counterpoint

/// What a ``MockGrade`` compares, of one piece or of many.
struct MockHistograms: Sendable {
    private var histograms: [MockFeature: Histogram] = [:]
    /// The notes of all voices.
    private(set) var notes = 0

    /// No pieces.
    init() {}

    subscript(feature: MockFeature) -> Histogram {
        get { histograms[feature] ?? Histogram() }
        set { histograms[feature] = newValue }
    }

    /// Parallels for a note.
    var parallelsPerNote: Double { Double(self[.parallels].total) / Double(max(notes, 1)) }

    static func += (sum: inout MockHistograms, other: MockHistograms) {
        for (feature, histogram) in other.histograms { sum[feature] += histogram }
        sum.notes += other.notes
    }

    init(_ grid: Grid, key: Tonality) {
        let grid = grid.canonical
        let sounding = SoundingGrid(grid)
        for voice in 0..<grid.voiceCount {
            count(grid.notes(ofVoice: voice), of: voice, ticks: sounding.tickCount)
            let tokens = grid.ticks.indices.map { grid[$0, voice] }
            self[.patterns] += RepeatedPatterns.lengths(tokens, grid.vocabulary)
        }
        for pitch in sounding.pitches {
            self[.degrees].add(pitch > SoundingGrid.silence ? (pitch - key.tonic.pitchClass).modulo12 : 12)
        }
        for tick in 0..<sounding.tickCount {
            let voices = 0..<sounding.voiceCount
            guard sounding.changes(at: tick) || voices.contains(where: { sounding.begins(tick, $0) })
            else {
                continue
            }
            let classes = PitchClasses(sounding.chord(at: tick))
            if classes.bits != 0 { self[.chords].add(classes.chord ?? -1) }
            guard tick > 0, grid.ticks[tick - 1].endsPhrase != true else { continue }
            for upper in voices where sounding.begins(tick, upper) {
                for lower in voices where lower > upper && sounding.begins(tick, lower) {
                    guard let interval = sounding.parallel((upper, lower), from: tick - 1, to: tick) else { continue }
                    self[.parallels].add(interval)
                }
            }
        }
    }

    /// Counts lengths, of rests too, and intervals between notes without a rest between.
    private mutating func count(_ notes: [GridNote], of voice: Int, ticks: Int) {
        self.notes += notes.count
        var end = 0
        for (index, note) in notes.enumerated() {
            if note.ticks.lowerBound > end { self[.rhythm].add(note.ticks.lowerBound - end) }
            self[.rhythm].add(note.ticks.count)
            if index > 0, note.ticks.lowerBound == end {
                self[MockFeature.intervals[voice]].add(note.pitch - notes[index - 1].pitch)
            }
            end = note.ticks.upperBound
        }
        if end < ticks { self[.rhythm].add(ticks - end) }
    }
}
