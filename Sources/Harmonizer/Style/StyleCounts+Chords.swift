internal import Counterpoint

extension StyleCounts {
    /// Counts what each slice is by itself.
    mutating func countSlices(_ sounding: SoundingGrid, _ contexts: [TickContext]) {
        for tick in 0..<sounding.tickCount where sounding.changes(at: tick) {
            let chord = sounding.chord(at: tick)
            let isBeat = contexts[tick].placeInBeat == .zero
            for upper in 0..<sounding.voiceCount - 1 {
                let (high, low) = (sounding[tick, upper], sounding[tick, upper + 1])
                guard min(high, low) > SoundingGrid.silence else { continue }
                if high < low { self[.crossings] += 1 }
                if upper < sounding.voiceCount - 2, high - low > 12 { self[.wideSpacings] += 1 }
            }
            guard chord.contains(where: { $0 > SoundingGrid.silence }) else { continue }
            self[.slices] += 1
            if isBeat { self[.beatSlices] += 1 }
            if PitchClasses(chord).chord != nil {
                self[.tertianSlices] += 1
                if isBeat { self[.tertianBeatSlices] += 1 }
            }
            if isBeat, let shape = sounding.shape(at: tick) { self[.chordShapes].add(shape.bits) }
        }
    }

    /// Counts the chords on all beats, and parallels from one beat to the next.
    mutating func countBeats(_ sounding: SoundingGrid, _ contexts: [TickContext]) {
        let beats = contexts.indices.filter { contexts[$0].placeInBeat == .zero }
        for beat in beats {
            guard let shape = sounding.shape(at: beat) else { continue }
            self[.fullBeats] += 1
            switch shape.position {
            case .root: self[.rootPositions] += 1
            case .first: self[.firstInversions] += 1
            case .second: self[.sixFours] += 1
            case nil: break
            }
        }
        for (before, after) in zip(beats, beats.dropFirst()) {
            let (fifths, octaves) = sounding.parallels(from: before, to: after)
            self[.beatFifths] += fifths
            self[.beatOctaves] += octaves
        }
    }

    /// Counts what phrases and the piece end on.
    mutating func countEnds(_ sounding: SoundingGrid, _ contexts: [TickContext], _ key: Tonality) {
        for tick in contexts.indices where contexts[tick].endsPhrase == true {
            let begins = tick == 0 || contexts[tick - 1].endsPhrase != true || sounding.begins(tick, 0)
            if begins, let shape = sounding.shape(at: tick), let fifths = contexts[tick].fifths {
                let bass = (sounding[tick, sounding.voiceCount - 1] - 7 * fifths).modulo12
                self[.cadenceChords].add(bass << 12 | shape.bits)
            }
            let next = tick + 1
            guard next == contexts.count || contexts[next].endsPhrase != true || sounding.begins(next, 0) else {
                continue
            }
            self[.phraseEnds] += 1
            if PitchClasses(sounding.chord(at: tick)).isTriad { self[.triadPhraseEnds] += 1 }
        }
        guard let last = (0..<sounding.tickCount).last(where: { sounding.shape(at: $0) != nil }),
            sounding.shape(at: last)?.isTriadOverRoot == true
        else { return }
        self[.rootPositionEnds] += 1
        if sounding[last, sounding.voiceCount - 1].modulo12 == key.tonic.pitchClass { self[.tonicEnds] += 1 }
    }
}

extension SoundingGrid {
    /// The pitch classes of a tick above its lowest voice; nil where a voice is silent.
    func shape(at tick: Int) -> PitchClasses? {
        let chord = chord(at: tick)
        guard let bass = chord.last, chord.allSatisfy({ $0 > Self.silence }) else { return nil }
        return PitchClasses(chord, above: bass)
    }
}
