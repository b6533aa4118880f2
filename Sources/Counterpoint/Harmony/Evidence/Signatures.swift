import ScoreModel

/// The key signatures of a score, as far as they tell of its keys.
struct Signatures {
    /// Sharps (or, negative, flats) from a time on, in order; those of the first part that has any, as they sound.
    private var fifths: [(time: Fraction, fifths: Int)] = []

    init(_ score: Score) {
        guard let part = score.parts.first(where: { !$0.keys.isEmpty }) else { return }
        let transposition = 0
        for key in part.keys {
            guard case .traditional(let own, _) = key.value.content, (-7...7).contains(own) else { continue }
            fifths.append((key.onset, own + transposition))
        }
    }

    /// The signature at a time; none where the score has none that is usual.
    func fifths(at time: Fraction) -> Int? { fifths.last { $0.time <= time }?.fifths ?? fifths.first?.fifths }

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
