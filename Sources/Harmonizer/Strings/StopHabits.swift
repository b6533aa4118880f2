internal import ScoreModel

/// When string players of a corpus are given stops, and which.
///
/// A network composes one note a voice; stops are added to what it composed, as often as composers write them: by the instrument, by how long the
/// note is, whether it stands on a beat, and how many voices begin with it. Of the intervals those are taken that composers take, as far as the
/// harmony has their notes and a hand reaches them.
public struct StopHabits: Hashable, Sendable {
    /// For each voice and situation, how many notes there are, and how many of them are stops.
    private(set) var notes: [Int]
    private(set) var stopped: [Int]
    /// For each voice, how often each stop is written.
    private(set) var shapes: [[Stop: Int]]

    /// Three kinds of lengths, on or off the beat, and how many of four voices begin.
    static let situations = 3 * 2 * 4

    init(notes: [Int], stopped: [Int], shapes: [[Stop: Int]]) {
        (self.notes, self.stopped, self.shapes) = (notes, stopped, shapes)
    }

    /// Those of some music.
    ///
    /// - Precondition: All grids have four voices.
    public init(_ grids: some Sequence<Grid>) {
        let count = NetworkShape.voices * Self.situations
        notes = [Int](repeating: 0, count: count)
        stopped = notes
        shapes = [[Stop: Int]](repeating: [:], count: NetworkShape.voices)
        for grid in grids {
            for voice in 0..<NetworkShape.voices {
                for note in grid.notes(ofVoice: voice) {
                    let place = voice * Self.situations + grid.situation(of: note)
                    notes[place] += 1
                    guard let stop = grid.stops[note.ticks.lowerBound * NetworkShape.voices + voice] else { continue }
                    stopped[place] += 1
                    shapes[voice][stop, default: 0] += 1
                }
            }
        }
    }

    /// A grid with stops for the notes that begin in some of its cells.
    ///
    /// - Parameters:
    ///   - isComposed: For each cell whether its voice may be given stops there.
    ///   - seed: What random choices follow from.
    func adding(to grid: Grid, where isComposed: [Bool], seed: UInt64) -> Grid {
        var result = grid
        var generator = SplitMix64(seed: SplitMix64.mix(seed &+ 0x5709))
        let sounding = SoundingGrid(grid)
        for (voice, instrument) in StringInstrument.quartet.enumerated() {
            for note in grid.notes(ofVoice: voice) {
                let cell = note.ticks.lowerBound * NetworkShape.voices + voice
                let place = voice * Self.situations + grid.situation(of: note)
                guard isComposed[cell], generator.unit() * Double(notes[place]) < Double(stopped[place]) else {
                    continue
                }
                result.stops[cell] = stop(for: note, voice, instrument, sounding, &generator)
            }
        }
        return result
    }

    /// One of the stops that go with a note; nil when none does.
    private func stop(
        for note: GridNote, _ voice: Int, _ instrument: StringInstrument, _ sounding: SoundingGrid,
        _ generator: inout SplitMix64
    ) -> Stop? {
        let fitting = shapes[voice].filter { stop, _ in
            stop.fits(note, on: instrument, in: sounding)
        }.sorted { left, right in
            left.value == right.value
                ? left.key.intervals.lexicographicallyPrecedes(right.key.intervals) : left.value > right.value
        }
        var rest = generator.unit() * Double(fitting.reduce(0) { $0 + $1.value })
        for (stop, count) in fitting {
            rest -= Double(count)
            if rest < 0 { return stop }
        }
        return nil
    }
}

extension Stop {
    /// Whether its notes are in the harmony as long as a note lasts, not below the bass, and easily played with it.
    fileprivate func fits(_ note: GridNote, on instrument: StringInstrument, in sounding: SoundingGrid) -> Bool {
        let added = intervals.map { note.pitch + $0 }
        guard added.allSatisfy(instrument.ordinary.contains),
            let fingering = Fingering([note.pitch] + added, on: instrument), !fingering.isExtended
        else { return false }
        let classes = PitchClasses(added).bits
        return note.ticks.allSatisfy { tick in
            let chord = sounding.chord(at: tick)
            let bass = chord.filter { $0 > SoundingGrid.silence }.min() ?? 0
            return classes & ~PitchClasses(chord).bits == 0 && added.allSatisfy { $0 >= bass }
        }
    }
}

extension Grid {
    /// The situation that a note is in: how long it is, whether it stands on a beat, how many voices begin with it.
    fileprivate func situation(of note: GridNote) -> Int {
        let (first, length) = (note.ticks.lowerBound, times[note.ticks.upperBound] - times[note.ticks.lowerBound])
        let kind = length >= 1 ? 2 : length >= 1 / 2 ? 1 : 0
        let together = (0..<voiceCount).count { vocabulary.pitch(self[first, $0]) != nil }
        return (kind * 2 + (isBeat(first) ? 1 : 0)) * 4 + min(max(together, 1), 4) - 1
    }
}
