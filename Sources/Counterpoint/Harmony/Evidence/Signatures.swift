import ScoreModel

/// The key signatures of a score, as far as they tell of its keys.
struct Signatures {
    /// Sharps (or, negative, flats) from a time on, in order; those of the first part that has any, as they sound.
    private var fifths: [(time: Fraction, fifths: Int)] = []

    init(_ score: Score) {
        guard let part = score.parts.first(where: { !$0.keys.isEmpty }) else { return }
        for key in part.keys {
            guard case .traditional(let written, _) = key.value.content, (-7...7).contains(written) else { continue }
            // A signature sounds as its major tonic does.
            let tonic = TonalPitchClass(fifths: written)
            let sounding = part.transposition(at: key.onset, staff: key.staff ?? 1).map {
                TonalPitchClass(Pitch(tonic.step, alter: Semitones(tonic.alter), octave: 4).transposed(by: $0))
            }
            fifths.append((key.onset, (sounding ?? tonic).fifths))
        }
    }

    /// The signature at a time; none where the score has none that is usual.
    func fifths(at time: Fraction) -> Int? {
        var (low, high) = (0, fifths.count)
        while low < high {
            let middle = (low + high) / 2
            if fifths[middle].time <= time { low = middle + 1 } else { high = middle }
        }
        return low > 0 ? fifths[low - 1].fifths : fifths.first?.fifths
    }

    /// What each key costs a piece, or a stretch of it, that begins at a time.
    ///
    /// - Parameter key: The key, when it is known.
    func costs(at time: Fraction, _ key: Tonality?, _ costs: HarmonyCosts) -> [Float] {
        (0..<24).map { number in
            if let key { return ChordShape.key(key) == number ? 0 : costs.newKey * 2 }
            guard let own = fifths(at: time) else { return 0 }
            let distance = (Tonality(number: number).signature - own).modulo(12)
            return Float(min(distance, 12 - distance)) * costs.signature
        }
    }
}
