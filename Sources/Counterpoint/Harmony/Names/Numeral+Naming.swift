import ScoreModel

extension Numeral {
    /// The name of a chord in a key.
    ///
    /// A chord of the scale has its degree. Of the others, one that is a dominant of the chord that follows is named after that chord, so are
    /// major chords and dominant sevenths that raise a tone of the scale; what is left is mixture, the Neapolitan among it (Aldwell &
    /// Schachter; Kostka & Payne).
    ///
    /// - Parameter next: The chord that follows.
    public init(_ chord: Chord, in key: Tonality, next: Chord? = nil) {
        let degree = key.degree(of: chord.root, leads: chord.quality.triad == .diminished)
        // In minor the fourth and seventh degrees have dominant sevenths on the scale, which may go where dominants go.
        let isApplied =
            chord.quality == .dominantSeventh && chord.root != key.dominant
            && next?.root.pitchClass == (chord.root + -1).pitchClass
        if isApplied || !key.hasOnScale(chord), let target = Numeral.target(of: chord, in: key, next: next) {
            let local = Tonality(target.tonic, target.mode)
            self.init(
                local.degree(of: chord.root, leads: chord.quality.triad == .diminished), chord.quality,
                bass: chord.bass, target: key.degree(of: target.tonic, leads: false),
                isTargetMinor: target.mode == .minor)
        } else {
            self.init(degree, chord.quality, bass: chord.bass)
        }
    }

    /// The key of the degree whose dominant a chord is.
    private static func target(of chord: Chord, in key: Tonality, next: Chord?) -> Tonality? {
        let tonic: TonalPitchClass
        switch chord.quality {
        case .major, .dominantSeventh: tonic = chord.root + -1
        case .diminished, .halfDiminishedSeventh, .diminishedSeventh: tonic = chord.root + -5
        case .italianSixth, .germanSixth, .frenchSixth:
            // They have no degree in their names: whose lowered sixth they stand on has to be told.
            let tonic = chord.root + 4
            return tonic == key.tonic ? nil : Tonality(tonic, key.modeOfTriad(on: tonic) ?? .major)
        default: return nil
        }
        guard tonic != key.tonic, let mode = key.modeOfTriad(on: tonic) else { return nil }
        let resolves = next.map { $0.root.pitchClass == tonic.pitchClass } ?? false
        // What only borrows from the other mode of the tonic is no dominant, unless it goes where one goes.
        let isMixture = Tonality(key.tonic, key.mode == .major ? .minor : .major).hasOnScale(chord)
        let isNeapolitan = chord.quality == .major && chord.root - key.tonic == -5
        return resolves || !(isMixture || isNeapolitan) ? Tonality(tonic, mode) : nil
    }
}

extension Tonality {
    /// Fifths above the tonic of each degree.
    private static let scales: [Mode: [Int]] = [.major: [0, 2, 4, -1, 1, 3, 5], .minor: [0, 2, -3, -1, 1, -4, -2]]

    private var scale: [Int] { Tonality.scales[mode] ?? [] }

    /// The degree that a tone is.
    ///
    /// - Parameter leads: Whether the seventh degree of minor is the leading tone.
    func degree(of tone: TonalPitchClass, leads: Bool) -> Numeral.Degree {
        let number = (Int(tone.step.rawValue) - Int(tonic.step.rawValue)).modulo(7)
        var expected = scale[number]
        if leads, number == 6 { expected = 5 }
        return Numeral.Degree(number + 1, alter: (tone - tonic - expected) / 7)
    }

    /// The tone that a degree is.
    ///
    /// - Parameter leads: Whether the seventh degree of minor is the leading tone.
    func tone(of degree: Numeral.Degree, leads: Bool) -> TonalPitchClass {
        let number = (degree.number - 1).modulo(7)
        return tonic + ((leads && number == 6 ? 5 : scale[number]) + 7 * degree.alter)
    }

    /// True when all tones of a chord are those of the scale; in minor sixth and seventh degree have two forms, which do not meet in a
    /// chord but for the augmented triad on the third degree.
    func hasOnScale(_ chord: Chord) -> Bool {
        let places = Chord.Member.allCases.compactMap { chord[$0] }.map { $0 - tonic }
        switch mode {
        case .major: return places.allSatisfy { (-1...5).contains($0) }
        case .minor:
            let isNatural = places.allSatisfy { (-4...2).contains($0) }
            let isHarmonic = places.allSatisfy { [0, 2, -3, -1, 1, -4, 5].contains($0) }
            let isMelodic = places.allSatisfy { [0, 2, -3, -1, 1, 3, 5, -2].contains($0) }
            let isOnThird = chord.root - tonic == -3 && chord.quality != .augmented
            return isNatural || (isHarmonic && !isOnThird) || (isMelodic && !(places.contains(5) && isOnThird))
        }
    }

    /// The mode of the key of a degree, whose tonic triad stands on the scale; nil where none does.
    func modeOfTriad(on tone: TonalPitchClass) -> Mode? {
        switch mode {
        case .major:
            switch tone - tonic {
            case -1, 1: .major
            case 2, 3, 4: .minor
            default: nil
            }
        case .minor:
            switch tone - tonic {
            case -3, -4, -2: .major
            // The dominant of minor is major, and what leads to it does not tell.
            case 1: .major
            case -1: .minor
            default: nil
            }
        }
    }
}
