import ScoreModel

/// Chords read beat by beat in one key, from nothing but the notes of each beat.
struct BeatChords {
    private(set) var spans: [ChordSpan] = []
    private let passage: Passage
    private let home: KeyRegion
    private let scale: UInt16

    init(_ passage: Passage, home: KeyRegion, clock: BeatClock) {
        (self.passage, self.home, scale) = (passage, home, Self.scale(of: home.key))
        let moments = passage.moments
        guard moments.count > 1 else { return }
        var start = 0
        for moment in 1..<moments.count
        where moment == moments.count - 1 || clock.strength(of: moments[moment].time) >= .beat {
            read(start..<moment)
            start = moment
        }
        for index in spans.indices {
            let next = index + 1 < spans.count ? spans[index + 1].chord : nil
            spans[index].numeral = Numeral(spans[index].chord, in: home.key, next: next)
        }
    }

    /// Reads a beat: as two chords where both its first moment and a later one are whole chords, else as the one that explains most of it.
    private mutating func read(_ range: Range<Int>) {
        let sets = range.map(pitchClasses)
        if let first = Self.whole[Int(sets[0])] {
            let other = range.dropFirst().first { moment in
                let chord = Self.whole[Int(sets[moment - range.lowerBound])]
                return chord.map { ChordShape.root($0) != ChordShape.root(first) } ?? false
            }
            if let other, let second = Self.whole[Int(sets[other - range.lowerBound])] {
                append(range.lowerBound..<other, first)
                append(other..<range.upperBound, second)
                return
            }
        }
        if let best = best(range, sets) { append(range, best) }
    }

    private func pitchClasses(_ moment: Int) -> UInt16 {
        passage.voices.indices.reduce(0) { set, voice in
            passage.event(voice, at: moment).map { set | 1 << UInt16($0.pitchClass) } ?? set
        }
    }

    /// The chord that leaves the least to be explained: foreign tones by how long they sound, and tones that it lacks.
    private func best(_ range: Range<Int>, _ sets: [UInt16]) -> Int? {
        let all = sets.reduce(0, |)
        guard all != 0 else { return nil }
        let start = passage.moments[range.lowerBound].time
        let slices = range.map { moment in
            var held: UInt16 = 0
            for voice in passage.voices.indices {
                guard let event = passage.event(voice, at: moment), event.onset < start else { continue }
                held |= 1 << UInt16(event.pitchClass)
            }
            let length = passage.moments[moment + 1].time - passage.moments[moment].time
            return (set: sets[moment - range.lowerBound], held: held, length: Float(length.doubleValue))
        }
        var (best, least) = (Int?.none, Float.infinity)
        for chord in 0..<ChordShape.count {
            let mask = Self.masks[chord]
            guard mask & all != 0 else { continue }
            var cost = Self.extra[chord] + (mask & ~scale != 0 ? 0.2 : 0)
            cost += Float((mask & ~all).nonzeroBitCount) * 0.6
            for slice in slices where cost < least {
                let foreign = slice.set & ~mask
                // What is held over from before may be a suspension, which says little of the chord under it.
                let (struck, prepared) = (foreign & ~slice.held, foreign & slice.held)
                cost += (Float(struck.nonzeroBitCount) + 0.3 * Float(prepared.nonzeroBitCount)) * slice.length
            }
            if cost < least { (best, least) = (chord, cost) }
        }
        return best
    }

    private static let masks = ChordShape.masks
    /// Of two chords that explain as much, the simpler one is meant.
    private static let extra: [Float] = (0..<ChordShape.count).map {
        ChordShape.hasSeventh[$0 % ChordShape.qualities.count] ? 0.1 : 0
    }

    /// The pitch classes of a key, with the leading tone of minor.
    private static func scale(of key: Tonality) -> UInt16 {
        let places = key.mode == .major ? Array(-1...5) : Array(-4...2) + [5]
        return places.reduce(0) { $0 | 1 << UInt16((key.tonic + $1).pitchClass) }
    }

    private mutating func append(_ moments: Range<Int>, _ shape: Int) {
        let (pitchClass, quality) = (ChordShape.root(shape), ChordShape.quality(shape))
        let bass = passage.mainVoices.last.flatMap { passage.event($0, at: moments.lowerBound) }
        let member = bass.flatMap { quality.member(($0.pitchClass - pitchClass).modulo(12)) } ?? .root
        let above = ((pitchClass - home.key.tonic.pitchClass) * 7).modulo(12)
        let chord = Chord(home.key.tonic + (above > 6 ? above - 12 : above), quality, bass: member)
        var first = moments.lowerBound
        if let last = spans.last, last.chord == chord, last.moments.upperBound == first,
            passage.moments[first].boundary == nil
        {
            first = last.moments.lowerBound
            spans.removeLast()
        }
        spans.append(
            ChordSpan(
                moments: first..<moments.upperBound, onset: passage.moments[first].time,
                end: passage.moments[moments.upperBound].time, key: home.key, chord: chord,
                numeral: Numeral(chord, in: home.key), confidence: 1, source: .inferred))
    }

    /// For each set of pitch classes the triad or seventh chord that it is, with all its tones.
    private static let whole: [Int?] = {
        var chords = [Int?](repeating: nil, count: 1 << 12)
        for (chord, mask) in ChordShape.masks.enumerated() where !ChordShape.quality(chord).isAugmentedSixth {
            chords[Int(mask)] = chords[Int(mask)] ?? chord
        }
        return chords
    }()
}
