import ScoreModel

/// Chord symbols or numerals with their ends, and where they are not what the notes are.
struct HeldSymbols {
    /// What they say, in order.
    private(set) var given: [GivenHarmony] = []
    /// Where the notes are something else.
    private(set) var disagreements: [Disagreement] = []
    private var measures: ArraySlice<Measure>
    private var tones: SoundingTones

    /// Holds each until the next one, the last one until the end of the piece.
    ///
    /// - Parameter endForeign: Whether one that most of what sounds in a measure is foreign to holds no longer: chord symbols stand
    ///   in some scores only here and there. Who writes numerals means them.
    init(_ sayings: [Saying], in score: Score, endForeign: Bool) {
        measures = score.measures[...]
        tones = sayings.isEmpty ? SoundingTones(Score()) : SoundingTones(score)
        for (index, saying) in sayings.enumerated() where saying.content != nil {
            let next = index + 1 < sayings.count ? sayings[index + 1].onset : score.length
            let end = endForeign ? fittingEnd(of: saying, before: next) : next
            if !endForeign { _ = fits(saying, from: saying.onset, before: next) }
            if end > saying.onset {
                given.append(
                    GivenHarmony(
                        onset: saying.onset, end: end, key: saying.key, content: saying.content ?? .key,
                        origin: saying.origin))
            }
        }
    }

    /// The end of the last measure before `next` that it fits in.
    private mutating func fittingEnd(of saying: Saying, before next: Fraction) -> Fraction {
        var time = saying.onset
        while time < next, let end = fits(saying, from: time, before: next) { time = end }
        return time
    }

    /// The end of the measure, or of what is before `next` in it, when the symbol fits there.
    private mutating func fits(_ saying: Saying, from time: Fraction, before next: Fraction) -> Fraction? {
        while let measure = measures.first, measure.onset + measure.length <= time { measures.removeFirst() }
        guard let measure = measures.first, time < next else { return nil }
        let end = min(measure.onset + measure.length, next)
        let foreign = saying.foreign(among: tones.sounding(from: time, to: end), from: time, to: end)
        guard !foreign.isEmpty else { return end }
        if time == saying.onset {
            let message = "most of what sounds at \(saying.text) is foreign to it: \(foreign.joined(separator: ", "))"
            disagreements.append(Disagreement(time: time, message: message, origin: saying.origin))
        }
        return nil
    }
}

extension Saying {
    /// The tones that it does not have, when three pitch classes or more begin together and such tones sound for longer than its own.
    fileprivate func foreign(among notes: [SoundingTones.Tone], from onset: Fraction, to end: Fraction) -> [String] {
        guard tones != 0 else { return [] }
        let tones = tones | (bass.map { 1 << UInt16($0.pitchClass) } ?? 0)
        let together = Set(notes.lazy.filter { $0.onset <= onset }.map { TonalPitchClass($0.pitch).pitchClass })
        guard together.count >= 3 else { return [] }
        var (own, foreign) = (Fraction.zero, Fraction.zero)
        var names: [String] = []
        for note in notes {
            let length = min(note.end, end) - max(note.onset, onset)
            let tone = TonalPitchClass(note.pitch)
            if tones & 1 << UInt16(tone.pitchClass) != 0 {
                own = own + length
            } else {
                foreign = foreign + length
                if !names.contains("\(tone)") { names.append("\(tone)") }
            }
        }
        return foreign > own ? names : []
    }
}
