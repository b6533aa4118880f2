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
        let tones = numbers.map { number in
            let row = figures.firstIndex { $0.number == number }
            return row.map { self.tones[$0] } ?? Figure(number).tone(over: bass, signature)
        }
        return Chord(TonalPitchClass(bass), tones)
    }
}

extension Chord {
    /// The chord that consists of a bass and other tones as they are spelled; nil where none does.
    fileprivate init?(_ bass: TonalPitchClass, _ others: [TonalPitchClass]) {
        let tones = [bass] + others
        for root in tones {
            let intervals = tones.map { $0 - root }
            guard intervals.allSatisfy(Chord.span.contains),
                let quality = Chord.qualities[intervals.reduce(0) { $0 | Chord.bit($1) }]
            else { continue }
            let chord = Chord(root, quality)
            self = chord.over(Member.allCases.first { chord[$0] == bass } ?? .root)
            return
        }
        return nil
    }

    /// Fifths from the root of a chord to its tones, with room to spare.
    private static let span = -15...15
    private static func bit(_ interval: Int) -> UInt32 { 1 << UInt32(interval - span.lowerBound) }
    private static let qualities = Dictionary(
        ChordQuality.allCases.map { quality in
            (Member.allCases.compactMap(quality.interval).reduce(0) { $0 | bit($1) }, quality)
        }, uniquingKeysWith: { first, _ in first })
}

extension Figure {
    /// A figure that is understood.
    fileprivate init(_ number: Int) {
        self.number = number
        sign = nil
        text = ""
    }
}
