import ScoreModel

/// The figures that stand together over a bass, and what they ask for.
struct Figuration {
    /// The bass as it is written.
    let bass: Pitch
    /// The figures.
    let figures: [Figure]
    /// The tones that they ask for, in their order.
    let tones: [TonalPitchClass]
    private let signature: Signature

    init(_ figures: [Figure], over bass: Pitch, _ signature: Signature) {
        self.figures = figures
        self.bass = bass
        self.signature = signature
        tones = figures.map { $0.tone(over: bass, signature) }
    }

    /// The intervals that stand there; an octave only doubles the bass.
    private var numbers: Set<Int> { Set(figures.map(\.number)).subtracting([1, 8]) }

    /// What each set of figures means in full: what is not written is understood (C. P. E. Bach, Versuch II, chapters 2 to 13).
    private static let meanings: [Set<Int>: [Int]] = [
        []: [3, 5], [3]: [3, 5], [5]: [3, 5], [3, 5]: [3, 5],
        [6]: [3, 6], [3, 6]: [3, 6], [4, 6]: [4, 6],
        [7]: [3, 5, 7], [3, 7]: [3, 5, 7], [5, 7]: [3, 5, 7], [3, 5, 7]: [3, 5, 7],
        [5, 6]: [3, 5, 6], [3, 5, 6]: [3, 5, 6],
        [3, 4]: [3, 4, 6], [3, 4, 6]: [3, 4, 6],
        [2]: [2, 4, 6], [2, 4]: [2, 4, 6], [2, 6]: [2, 4, 6], [2, 4, 6]: [2, 4, 6],
    ]

    /// The intervals once the fourth has gone to the third and the ninth to the octave.
    private var resolved: Set<Int> {
        var resolved = numbers.subtracting([9])
        if isFourthSuspended, resolved.remove(4) != nil { resolved.insert(3) }
        return resolved
    }

    /// Next to a second, third or sixth, a fourth is a tone of the chord.
    private var isFourthSuspended: Bool { numbers.contains(4) && numbers.isDisjoint(with: [2, 3, 6]) }

    /// The chord that they mean by themselves; nil where that is neither a triad nor a seventh chord.
    var chord: Chord? { (Figuration.meanings[numbers] ?? Figuration.meanings[resolved]).flatMap(chord(of:)) }

    /// True when the figures after these, over the same bass, are what these are suspended before: 4 3, 9 8, 7 6.
    func resolves(to next: Figuration) -> Bool {
        guard let after = Figuration.meanings[next.numbers] else { return false }
        var goals: [Set<Int>] = resolved == numbers ? [] : [resolved]
        if numbers.contains(7), !numbers.contains(5) { goals.append(resolved.subtracting([7]).union([6])) }
        return goals.contains { Figuration.meanings[$0].map { Set($0).isSubset(of: after) } ?? false }
    }

    /// The chord of the bass and the tones at some intervals over it.
    private func chord(of numbers: [Int]) -> Chord? {
        let bass = TonalPitchClass(bass)
        var tones: Set<TonalPitchClass> = [bass]
        for number in numbers {
            let figure = figures.firstIndex { $0.number == number }
            tones.insert(figure.map { self.tones[$0] } ?? Figure(number).tone(over: self.bass, signature))
        }
        for root in tones {
            for quality in ChordQuality.allCases {
                let chord = Chord(root, quality)
                guard Set(Chord.Member.allCases.compactMap { chord[$0] }) == tones else { continue }
                return chord.over(Chord.Member.allCases.first { chord[$0] == bass } ?? .root)
            }
        }
        return nil
    }
}

extension Figure {
    /// A figure that is understood.
    fileprivate init(_ number: Int) {
        self.number = number
        sign = nil
        text = ""
    }
}
