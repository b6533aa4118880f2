import ScoreModel

/// What a chord symbol builds on its root: a triad or a seventh chord, and what it adds to that.
struct ChordKind {
    /// The triad or seventh chord.
    private(set) var quality: ChordQuality
    /// Further tones that belong to it, in semitones above the root.
    private(set) var additions: [Int] = []

    /// The kinds of MusicXML (XSD, type `kind-value`). Power chords, suspended chords and pedals have no third, and nothing is said by
    /// `other`: they are none.
    private static let kinds: [String: (ChordQuality, [Int])] = [
        "major": (.major, []), "minor": (.minor, []), "diminished": (.diminished, []), "augmented": (.augmented, []),
        "dominant": (.dominantSeventh, []), "major-seventh": (.majorSeventh, []), "minor-seventh": (.minorSeventh, []),
        "half-diminished": (.halfDiminishedSeventh, []), "diminished-seventh": (.diminishedSeventh, []),
        // The chords of four tones that have no name here are their triads.
        "augmented-seventh": (.augmented, [10]), "major-minor": (.minor, [11]),
        "major-sixth": (.major, [9]), "minor-sixth": (.minor, [9]),
        "dominant-ninth": (.dominantSeventh, [2]), "major-ninth": (.majorSeventh, [2]),
        "minor-ninth": (.minorSeventh, [2]), "dominant-11th": (.dominantSeventh, [2, 5]),
        "major-11th": (.majorSeventh, [2, 5]), "minor-11th": (.minorSeventh, [2, 5]),
        "dominant-13th": (.dominantSeventh, [2, 5, 9]), "major-13th": (.majorSeventh, [2, 5, 9]),
        "minor-13th": (.minorSeventh, [2, 5, 9]),
        "Neapolitan": (.major, []), "Italian": (.italianSixth, []), "German": (.germanSixth, []),
        "French": (.frenchSixth, []),
    ]

    /// What a symbol builds; nil when that is neither a triad nor a seventh chord.
    init?(_ chord: Harmony.Chord) {
        guard let (quality, additions) = ChordKind.kinds[chord.kind] else { return nil }
        self.quality = quality
        self.additions = additions
        for degree in chord.degrees {
            guard let alter = degree.alter.whole, (-2...2).contains(alter) else { continue }
            guard !(degree.value == 3 && degree.change == .subtract) else { return nil }
            change(degree, by: alter)
        }
    }

    /// What a power chord or a suspended chord is made of, with what is added to it, in semitones above the root; nothing for other kinds.
    static func semitonesWithoutThird(_ chord: Harmony.Chord) -> [Int] {
        let kinds = ["power": [0, 7], "suspended-second": [0, 2, 7], "suspended-fourth": [0, 5, 7]]
        guard let tones = kinds[chord.kind] else { return [] }
        return chord.degrees.reduce(into: tones) { tones, degree in
            guard degree.change == .add, let alter = degree.alter.whole, (-2...2).contains(alter) else { return }
            tones.append((usual(degree.value) + alter).modulo(12))
        }
    }

    /// Semitones above the root of the degrees of a dominant chord, which added degrees are counted from (XSD, element `degree-alter`).
    private static let dominant = [0, 2, 4, 5, 7, 9, 10]
    private static func usual(_ degree: Int) -> Int { dominant[(degree.modulo(7) + 6).modulo(7)] }

    private mutating func change(_ degree: Harmony.Degree, by alter: Int) {
        let member: [Int: Chord.Member] = [3: .third, 5: .fifth, 7: .seventh]
        let usual = ChordKind.usual(degree.value)
        switch degree.change {
        case .subtract: break
        case .alter:
            guard let member = member[degree.value],
                let tone = quality.semitones.first(where: { $0.member == member })?.semitones
            else { return additions.append((usual + alter).modulo(12)) }
            replace(member, with: (tone + alter).modulo(12))
        case .add:
            if degree.value == 7 {
                replace(.seventh, with: (usual + alter).modulo(12))
            } else {
                additions.append((usual + alter).modulo(12))
            }
        }
    }

    /// Takes the chord that has another tone at a place; where none has a name, the tone is only one that is added.
    private mutating func replace(_ member: Chord.Member, with tone: Int) {
        var tones = Dictionary(quality.semitones.map { ($0.member, $0.semitones) }) { first, _ in first }
        tones[member] = tone
        let stacked = ChordQuality.allCases.filter { !$0.isAugmentedSixth }
        if let whole = stacked.first(where: { other in
            other.semitones.count == tones.count && other.semitones.allSatisfy { tones[$0.member] == $0.semitones }
        }) {
            quality = whole
        } else if let triad = stacked.first(where: { other in
            !other.isSeventh && other.semitones.allSatisfy { tones[$0.member] == $0.semitones }
        }) {
            additions += tones.filter { $0.key == .seventh }.map(\.value)
            quality = triad
        } else {
            additions.append(tone)
        }
    }
}
