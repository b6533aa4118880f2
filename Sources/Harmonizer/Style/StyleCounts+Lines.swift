internal import ScoreModel

extension StyleCounts {
    /// Counts what happens from each tick to the next.
    mutating func countMotions(_ sounding: SoundingGrid) {
        // As many as there are voices begin with the piece.
        self[.pitchChanges] = sounding.voiceCount
        for tick in 1..<max(1, sounding.tickCount) where sounding.changes(at: tick) {
            let (fifths, octaves) = sounding.parallels(from: tick - 1, to: tick)
            self[.parallelFifths] += fifths
            self[.parallelOctaves] += octaves
            for voice in 0..<sounding.voiceCount {
                let (old, new) = (sounding[tick - 1, voice], sounding[tick, voice])
                if old != new { self[.pitchChanges] += 1 }
                guard min(old, new) > SoundingGrid.silence else { continue }
                let leap = abs(new - old)
                if leap == 6 || leap == 10 || leap == 11 || leap > 12 { self[.oddLeaps] += 1 }
            }
            for upper in 0..<sounding.voiceCount - 1 where sounding.overlaps(upper, at: tick) { self[.overlaps] += 1 }
        }
        self[.cleanPieces] = self[.parallelFifths] + self[.parallelOctaves] == 0 ? 1 : 0
    }

    /// Counts the notes of a voice, and what leads from one to the next.
    mutating func countNotes(of voice: Int, _ grid: Grid) {
        let notes = grid.notes(ofVoice: voice)
        self[.attacks] += notes.count
        for (note, next) in zip(notes, notes.dropFirst()) {
            if voice > 0 {
                let length = grid.times[next.ticks.lowerBound] - grid.times[note.ticks.lowerBound]
                self[.durations].add(length.styleUnits(atMost: 4))
            }
            guard note.ticks.upperBound == next.ticks.lowerBound else { continue }
            let interval = next.pitch - note.pitch
            self[StyleFeature.intervals[voice]].add(max(-13, min(interval, 13)))
            if voice == grid.voiceCount - 1 { self[.bassMoves].add(interval.modulo12) }
        }
        for note in voice > 0 ? notes : [] {
            let context = grid.ticks[note.ticks.lowerBound]
            guard let place = context.placeInBeat?.styleUnits(atMost: 2) else { continue }
            self[.placesInBeat].add(64 * voice + place)
            guard let beat = context.beatInMeasure, let beats = context.beatsPerMeasure else { continue }
            self[.placesInMeasure].add(16384 * voice + 1024 * min(beats, 15) + 64 * min(beat, 15) + place)
        }
    }
}

extension Fraction {
    /// A length or place as histograms of style tell it apart: in twenty-fourths of a quarter note.
    fileprivate func styleUnits(atMost quarters: Int) -> Int { (min(self, Fraction(quarters)) * 24).rounded }
}

extension SoundingGrid {
    /// How many pairs of voices move in parallel fifths, and in parallel octaves or unisons.
    func parallels(from before: Int, to after: Int) -> (fifths: Int, octaves: Int) {
        var (fifths, octaves) = (0, 0)
        for upper in 0..<voiceCount {
            for lower in upper + 1..<voiceCount {
                guard let interval = parallel((upper, lower), from: before, to: after) else { continue }
                if interval == 7 { fifths += 1 } else { octaves += 1 }
            }
        }
        return (fifths, octaves)
    }

    /// Whether, from the tick before to this one, a voice goes below where the next lower one was, or that one above where this one was,
    /// and they do not cross.
    func overlaps(_ upper: Int, at tick: Int) -> Bool {
        let (oldHigh, oldLow) = (self[tick - 1, upper], self[tick - 1, upper + 1])
        let (high, low) = (self[tick, upper], self[tick, upper + 1])
        return min(oldHigh, oldLow, low) > Self.silence && high >= low && (high < oldLow || low > oldHigh)
    }
}
