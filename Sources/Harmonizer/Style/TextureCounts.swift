internal import ScoreModel

/// How pieces are woven, in numbers that can be added up: for any number of voices and any ensemble.
///
///     var quartets = TextureCounts()
///     for grid in grids { quartets += TextureCounts(grid) }
///     TextureCounts(grid).divergence(of: .rests, from: quartets)
public struct TextureCounts: Hashable, Sendable {
    private var histograms: [TextureFeature: Histogram] = [:]

    /// No pieces.
    public init() {}

    /// How often each value of a feature was found.
    public private(set) subscript(feature: TextureFeature) -> Histogram {
        get { histograms[feature] ?? Histogram() }
        set { histograms[feature] = newValue }
    }

    /// Adds the counts of other pieces.
    public static func += (sum: inout TextureCounts, other: TextureCounts) {
        for (feature, histogram) in other.histograms { sum.histograms[feature, default: Histogram()] += histogram }
    }

    /// The Jensen-Shannon divergence of a feature from that of other pieces, in nats: from 0 for the same to ln 2. Nil where it was not found.
    public func divergence(of feature: TextureFeature, from other: TextureCounts) -> Double? {
        self[feature].divergence(from: other[feature])
    }

    /// Counts a piece.
    ///
    /// - Complexity: In proportion to its ticks.
    public init(_ grid: Grid) {
        let sounding = SoundingGrid(grid)
        for voice in 0..<grid.voiceCount { countLine(voice, of: grid) }
        for tick in 0..<sounding.tickCount { countMoment(tick, of: grid, sounding) }
    }

    /// Counts the notes of a voice, what leads from one to the next, and the rests between them.
    private mutating func countLine(_ voice: Int, of grid: Grid) {
        let notes = grid.notes(ofVoice: voice)
        var (end, repeated) = (0, 0)
        for (index, note) in notes.enumerated() {
            countRest(end..<note.ticks.lowerBound, grid.times)
            let interval = index > 0 && note.ticks.lowerBound == end ? note.pitch - notes[index - 1].pitch : nil
            if let interval { self[.intervals].add(256 * voice + 128 + interval) }
            if interval != 0, repeated > 0 {
                self[.repetitions].add(repeated)
                repeated = 0
            }
            repeated += 1
            self[.lengths].add(grid.times.units(in: note.ticks))
            self[.pitches].add(128 * voice + note.pitch)
            self[.stops].add(grid.chord(of: note, inVoice: voice).count - 1)
            end = note.ticks.upperBound
        }
        if repeated > 0 { self[.repetitions].add(repeated) }
        countRest(end..<grid.ticks.count, grid.times)
    }

    private mutating func countRest(_ ticks: Range<Int>, _ times: TickTimes) {
        if !ticks.isEmpty { self[.rests].add(times.units(in: ticks)) }
    }

    /// Counts what the voices do together in a tick.
    private mutating func countMoment(_ tick: Int, of grid: Grid, _ sounding: SoundingGrid) {
        let voices = 0..<grid.voiceCount
        // Differences of rounded times, so that all ticks together last as long as the piece.
        let units = grid.times.unit(tick + 1) - grid.times.unit(tick)
        self[.soundingVoices].add(sounding.chord(at: tick).count { $0 > SoundingGrid.silence }, times: units)
        for upper in voices.dropLast() {
            let (high, low) = (sounding[tick, upper], sounding[tick, upper + 1])
            guard min(high, low) > SoundingGrid.silence else { continue }
            self[.crossings].add(2 * upper + (high < low ? 1 : 0), times: units)
        }
        let beginning = voices.filter { sounding.begins(tick, $0) }
        guard !beginning.isEmpty else { return }
        self[.attacks].add(beginning.count)
        let place = grid.ticks[tick].placeInBeat ?? grid.times[tick] - Fraction(grid.times[tick].floor)
        self[.placesInBeat].add((place * TickTimes.units).rounded, times: beginning.count)
        guard tick > 0 else { return }
        let moving = beginning.filter {
            sounding[tick - 1, $0] > SoundingGrid.silence && sounding[tick - 1, $0] != sounding[tick, $0]
        }
        for upper in moving {
            for lower in moving where lower > upper {
                let isDoubling = sounding.parallel((upper, lower), from: tick - 1, to: tick) == 0
                self[.doublings].add(2 * (upper * grid.voiceCount + lower) + (isDoubling ? 1 : 0))
            }
        }
    }
}

extension TickTimes {
    /// The units of time in which texture is counted, in a quarter note: triplets and thirty-seconds are whole numbers of them.
    fileprivate static let units: Fraction = 24

    /// When a tick begins, to the nearest unit.
    fileprivate func unit(_ tick: Int) -> Int { (self[tick] * Self.units).rounded }

    /// How long ticks last, to the nearest unit.
    fileprivate func units(in ticks: Range<Int>) -> Int {
        ((self[ticks.upperBound] - self[ticks.lowerBound]) * Self.units).rounded
    }
}
